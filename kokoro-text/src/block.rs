//! A block of a document, made ready for the phonemizer: what the author demands, then the user's
//! lexicon, then words for what is not written in letters.

use std::ops::Range;

use kokoro_document::{Block, Mark, MarkKind};
use kokoro_lexicon::user::{Match, Replacement};
use mapped_text::{Edits, MappedText};

use crate::demands;
use crate::options::Normalization;
use crate::word::{Hint, Reading};
use crate::{Phonemizer, TextOptions};

/// A block's text in words, and how parts of it are to be read.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    pub text: MappedText,
    /// In order, without overlap.
    pub hints: Vec<Hint>,
    /// What is as the author demands it, so that no lexicon and no normalizer may change it. In
    /// order; a hint lies in such a range or apart from all.
    fixed: Vec<Range<usize>>,
}

/// Makes a block ready.
pub(crate) fn prepare(
    block: Block,
    phonemizer: &dyn Phonemizer,
    options: &TextOptions,
) -> Prepared {
    let hints = hints_of_marks(&block);
    let met = demands::meet(&block.text, hints, &block.marks, phonemizer, options);
    let mut prepared = Prepared { text: met.text, hints: met.hints, fixed: met.fixed };
    prepared.apply_user_lexicon(options);
    if options.normalization == Normalization::On {
        prepared.normalize(phonemizer, options);
    }
    prepared.name_a_letter_alone();
    prepared
}

fn hints_of_marks(block: &Block) -> Vec<Hint> {
    let reading = |kind: &MarkKind| match kind {
        MarkKind::Phonemes(phonemes) => Some(Reading::Phonemes(phonemes.clone())),
        MarkKind::Stress(stress) => Some(Reading::Stress(*stress)),
        _ => None,
    };
    let hint =
        |mark: &Mark| Some(Hint { range: mark.range.clone(), reading: reading(&mark.kind)? });
    block.marks.iter().filter_map(hint).collect()
}

impl Prepared {
    /// Reads the words that the user's lexicon has as it says. What the author marked stays.
    fn apply_user_lexicon(&mut self, options: &TextOptions) {
        let Some(lexicon) = &options.lexicon else { return };
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
