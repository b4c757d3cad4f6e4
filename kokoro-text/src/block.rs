//! A block of a document, made ready for the phonemizer: what the author demands, then the user's
//! lexicon, then words for what is not written in letters.

use std::ops::Range;

use kokoro_document::{Block, Mark, MarkKind};
use kokoro_lexicon::user::{Match, Matcher, Replacement};
use mapped_text::{Edits, MappedText};

use crate::demands;
use crate::languages::{PartInLanguage, parts};
use crate::options::Normalization;
use crate::word::{Hint, Reading};
use crate::{Phonemizer, TextOptions};

/// A block's text in words, and how parts of it are to be read.
#[derive(Debug, Default)]
pub(crate) struct Prepared<'a> {
    pub text: MappedText,
    /// In order, without overlap.
    pub hints: Vec<Hint>,
    /// What is as the author demands it, so that no lexicon and no normalizer may change it. In
    /// order; a hint lies in such a range or apart from all.
    fixed: Vec<Range<usize>>,
    /// The parts that have front ends of their own, in order, without overlap.
    pub languages: Vec<PartInLanguage<'a>>,
}

/// Makes a block ready, of which `phonemizer` reads what lies in none of `languages`.
pub(crate) fn prepare<'a>(
    block: Block,
    phonemizer: &'a dyn Phonemizer,
    languages: &[PartInLanguage<'a>],
    options: &TextOptions,
) -> Prepared<'a> {
    let lexicon = options.lexicon.as_deref();
    if languages.is_empty() {
        let mut prepared = Prepared::new(&block.text, &block.marks, phonemizer, options, lexicon);
        prepared.name_a_letter_alone();
        return prepared;
    }
    let mut whole = Prepared::default();
    let mut marks = block.marks.as_slice();
    for part in parts(0..block.text.len(), phonemizer, languages) {
        let (text, own) = (block.text.part(part.range.clone()), marks_in(&mut marks, &part.range));
        // The user's lexicon is one of the language that most of the text has.
        let main = part.phonemizer.language() == phonemizer.language();
        let lexicon = lexicon.filter(|_| main);
        let prepared = Prepared::new(&text, &own, part.phonemizer, options, lexicon);
        whole.append(prepared, part);
    }
    whole
}

/// The marks that begin in a part of the text, with ranges in that part. They are taken off
/// `marks`, and so are those that begin before it.
fn marks_in(marks: &mut &[Mark], part: &Range<usize>) -> Vec<Mark> {
    let end = marks.partition_point(|mark| mark.range.start < part.end);
    let (own, rest) = marks.split_at(end);
    *marks = rest;
    let within = |mark: &Mark| {
        let start = mark.range.start.checked_sub(part.start)?;
        let range = start..mark.range.end.min(part.end) - part.start;
        let mut mark = mark.clone();
        mark.range = range;
        Some(mark)
    };
    own.iter().filter_map(within).collect()
}

fn hints_of_marks(marks: &[Mark], phonemizer: &dyn Phonemizer) -> Vec<Hint> {
    let reading = |kind: &MarkKind| match kind {
        MarkKind::Phonemes(ipa) => Some(Reading::Phonemes(phonemizer.in_model_symbols(ipa))),
        MarkKind::Stress(stress) => Some(Reading::Stress(*stress)),
        _ => None,
    };
    let hint =
        |mark: &Mark| Some(Hint { range: mark.range.clone(), reading: reading(&mark.kind)? });
    marks.iter().filter_map(hint).collect()
}

impl<'a> Prepared<'a> {
    /// A text of one language, made ready.
    fn new(
        text: &MappedText,
        marks: &[Mark],
        phonemizer: &dyn Phonemizer,
        options: &TextOptions,
        lexicon: Option<&Matcher>,
    ) -> Self {
        let met =
            demands::meet(text, hints_of_marks(marks, phonemizer), marks, phonemizer, options);
        let (text, hints, fixed) = (met.text, met.hints, met.fixed);
        let mut prepared = Self { text, hints, fixed, languages: Vec::new() };
        if let Some(lexicon) = lexicon {
            prepared.apply_user_lexicon(lexicon);
        }
        if options.normalization == Normalization::On {
            prepared.normalize(phonemizer, options);
        }
        prepared
    }

    /// Adds a part of the text that follows.
    fn append(&mut self, next: Prepared<'_>, part: PartInLanguage<'a>) {
        let start = self.text.len();
        self.text.push_part(&next.text, 0..next.text.len());
        let moved = |range: Range<usize>| range.start + start..range.end + start;
        let hints = next.hints.into_iter();
        self.hints.extend(hints.map(|hint| Hint { range: moved(hint.range), ..hint }));
        self.fixed.extend(next.fixed.into_iter().map(moved));
        self.languages.push(PartInLanguage { range: start..self.text.len(), ..part });
    }

    /// Reads the words that the user's lexicon has as it says. What the author marked stays.
    fn apply_user_lexicon(&mut self, lexicon: &Matcher) {
        let mut edits = Edits::default();
        let mut found = Vec::new();
        for Match { range, replacement, .. } in lexicon.matches(self.text.as_str()) {
            let next = self.hints.partition_point(|hint| hint.range.end <= range.start);
            let hinted = self.hints.get(next).is_some_and(|hint| hint.range.start < range.end);
            if hinted || self.is_fixed(&range) {
                continue;
            }
            match replacement {
                Replacement::Phonemes(phonemes) => {
                    found.push(Hint { range, reading: Reading::UserLexicon(phonemes) });
                }
                Replacement::Respelling(text) => edits.replace(range, text),
            }
        }
        self.hints.append(&mut found);
        self.hints.sort_by_key(|hint| hint.range.start);
        if !edits.is_empty() {
            for hint in &mut self.hints {
                hint.range = edits.moved(&hint.range);
            }
            for fixed in &mut self.fixed {
                *fixed = edits.moved(fixed);
            }
            self.text = edits.apply(&self.text);
        }
    }

    /// Whether a part of the text is as the author demands it.
    fn is_fixed(&self, range: &Range<usize>) -> bool {
        let next = self.fixed.partition_point(|fixed| fixed.end <= range.start);
        self.fixed.get(next).is_some_and(|fixed| fixed.start < range.end)
    }

    /// Writes numbers and the like in words.
    fn normalize(&mut self, phonemizer: &dyn Phonemizer, options: &TextOptions) {
        let free = self.hints.iter().filter(|hint| !self.is_fixed(&hint.range));
        let mut protected: Vec<_> = free.map(|hint| hint.range.clone()).collect();
        protected.extend_from_slice(&self.fixed);
        protected.sort_by_key(|range| range.start);
        let normalized = phonemizer.normalize(&self.text, &protected, options);
        self.text = normalized.text;
        let moved = |range: &Range<usize>| {
            // The protected range that this one is, or lies in: none ends before it begins.
            let at = protected.partition_point(|kept| kept.end <= range.start);
            let (Some(was), Some(is)) = (protected.get(at), normalized.protected.get(at)) else {
                return range.clone();
            };
            range.start - was.start + is.start..range.end - was.start + is.start
        };
        for hint in &mut self.hints {
            hint.range = moved(&hint.range);
        }
        self.fixed = self.fixed.iter().map(moved).collect();
        let letters = normalized.letters.into_iter();
        self.hints.extend(letters.map(|range| Hint { range, reading: Reading::Letters }));
        self.hints.sort_by_key(|hint| hint.range.start);
    }

    /// A block of one letter, as "a" or "A.", is the letter and not the article or the pronoun.
    fn name_a_letter_alone(&mut self) {
        let mut letters = self.text.as_str().char_indices().filter(|(_, c)| c.is_alphanumeric());
        if let (Some((start, letter)), None) = (letters.next(), letters.next())
            && letter.is_alphabetic()
            && self.hints.is_empty()
            && self.fixed.is_empty()
        {
            let range = start..start + letter.len_utf8();
            self.hints.push(Hint { range, reading: Reading::Letters });
        }
    }
}
