//! From a text of any length to utterances that fit the model, one at a time.

use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;

use kokoro_document::{BlockKind, Blocks, blocks};
use mapped_text::MappedText;

use crate::assemble::{assemble, must_be_said};
use crate::block::{Prepared, prepare};
use crate::passages::passages;
use crate::symbols::is_sound;
use crate::word::{Hint, Passage, Word};
use crate::{Error, MAX_PHONEMES, Phonemizer, TextOptions, Utterance};

/// The phonemes of a scene break, which is a pause.
const SCENE_BREAK: &str = "…";

/// The utterances of `text`, made as they are asked for, in time linear in the length of the text.
///
/// Sentences are neither merged nor dropped. A sentence of punctuation alone, and a scene break,
/// are pauses: utterances of phonemes of which none [sounds](crate::is_sound).
///
/// # Errors
/// Each item is an error if the phonemizer fails on it; the next call goes on after it. If nothing
/// in the text can be said, the only item is [`Error::NothingToSay`].
pub fn utterances<'a>(
    text: &'a str,
    phonemizer: &'a dyn Phonemizer,
    options: &TextOptions,
) -> Utterances<'a> {
    let mut utterances = Utterances {
        whole: text,
        phonemizer,
        options: options.clone(),
        blocks: blocks(text, options.format),
        block: Prepared::default(),
        passages: VecDeque::new(),
        ready: VecDeque::new(),
        sounded: false,
        over: false,
        unknown: Vec::new(),
    };
    utterances.name_a_sign_alone();
    utterances
}

/// Iterator of [`utterances`].
pub struct Utterances<'a> {
    whole: &'a str,
    phonemizer: &'a dyn Phonemizer,
    options: TextOptions,
    blocks: Blocks<'a>,
    /// The block that is being read, and what of it is not read yet.
    block: Prepared,
    passages: VecDeque<Vec<Range<usize>>>,
    ready: VecDeque<Result<Utterance, Error>>,
    /// Whether an utterance that sounds has been made ready.
    sounded: bool,
    over: bool,
    /// What was left out of text in which nothing could be said. It is reported with the next
    /// utterance, or with the last if none follows.
    unknown: Vec<String>,
}

impl Utterances<'_> {
    /// If the text is one sign, such as `?`, the sign is named.
    fn name_a_sign_alone(&mut self) {
        let sign = self.whole.trim();
        let mut chars = sign.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { return };
        if c.is_alphanumeric() {
            return;
        }
        let Some(name) = self.phonemizer.sign_name(c).map(str::to_owned) else { return };
        let start = self.whole.len() - self.whole.trim_start().len();
        self.block.text.push(&name, start..start + sign.len());
        self.passages = passages(&name);
        self.blocks = blocks("", self.options.format);
    }

    /// Makes ready the utterances of the next passage. False at the end of the text.
    fn advance(&mut self) -> bool {
        if let Some(sentences) = self.passages.pop_front() {
            self.read(&sentences);
            return true;
        }
        let Some(block) = self.blocks.next() else { return false };
        if block.kind == BlockKind::SceneBreak {
            // It is silent, and stands where the text before it ends.
            let end = self.block.text.source(self.block.text.len()..self.block.text.len());
            self.ready.push_back(Ok(Utterance::new("", SCENE_BREAK, end)));
            return true;
        }
        self.block = prepare(block, self.phonemizer, &self.options);
        self.passages = passages(self.block.text.as_str());
        true
    }

    /// Makes ready the utterances of some sentences that follow each other.
    fn read(&mut self, sentences: &[Range<usize>]) {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return };
        let place = first.start..last.end;
        let mut words = match self.words(&place) {
            Ok(words) => words,
            Err(error) => return self.ready.push_back(Err(error)),
        };
        for word in &mut words {
            word.range = word.range.start + place.start..word.range.end + place.start;
        }
        self.report_gaps(&words, &place);
        let mut rest = words.as_slice();
        for sentence in sentences {
            let own = rest.partition_point(|word| word.range.start < sentence.end);
            let (words, after) = rest.split_at(own);
            rest = after;
            let utterance = assemble(&self.block.text, words, self.whole);
            self.push(utterance);
        }
    }

    /// The words of a part of the block, with ranges in that part.
    fn words(&self, place: &Range<usize>) -> Result<Vec<Word>, Error> {
        let all = &self.block.hints;
        let first = all.partition_point(|hint| hint.range.end <= place.start);
        let end = all.partition_point(|hint| hint.range.start < place.end);
        let within = |Hint { range, reading }: &Hint| {
            let start = range.start.max(place.start) - place.start;
            let end = range.end.min(place.end) - place.start;
            Hint { range: start..end, reading: reading.clone() }
        };
        let hints: Vec<Hint> = all.get(first..end).unwrap_or_default().iter().map(within).collect();
        let text = &self.block.text.as_str()[place.clone()];
        self.phonemizer.words(&Passage::new(text, &hints, &self.options))
    }

    /// Reports what the phonemizer made no word of.
    fn report_gaps(&mut self, words: &[Word], place: &Range<usize>) {
        let text: &MappedText = &self.block.text;
        let mut from = place.start;
        let end = std::iter::once(place.end..place.end);
        let ends = words.iter().map(|word| word.range.clone()).chain(end);
        for range in ends {
            let gap = from..range.start.max(from);
            let missed = text.as_str()[gap.clone()].split(char::is_whitespace);
            let missed = missed.filter(|part| part.contains(must_be_said));
            self.unknown.extend(missed.map(str::to_owned));
            from = range.end.max(from);
        }
    }

    /// Adds an utterance. What cannot be said is reported with the next one that can.
    fn push(&mut self, mut utterance: Utterance) {
        self.unknown.append(&mut utterance.unknown);
        if utterance.phonemes.is_empty() {
            return;
        }
        if utterance.phonemes.contains(is_sound) {
            self.sounded = true;
            utterance.unknown = std::mem::take(&mut self.unknown);
        }
        self.ready.extend(utterance.split(MAX_PHONEMES).into_iter().map(Ok));
    }

    /// Nothing more comes. If nothing can be said, that is an error.
    fn finish(&mut self) {
        self.over = true;
        if !self.sounded && self.ready.iter().all(Result::is_ok) {
            self.ready.clear();
            let (language, left_out) =
                (self.phonemizer.language(), std::mem::take(&mut self.unknown));
            self.ready.push_back(Err(Error::NothingToSay { language, left_out }));
        }
        if let Some(Ok(last)) = self.ready.back_mut() {
            last.unknown.append(&mut self.unknown);
        }
    }
}

impl Iterator for Utterances<'_> {
    type Item = Result<Utterance, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        // One is held back, so that what is left out at the very end can still be reported with
        // it; and pauses are held back until something sounds.
        while !self.over && (self.ready.len() < 2 || !self.sounded) {
            if self.ready.iter().any(Result::is_err) {
                break;
            }
            if !self.advance() {
                self.finish();
            }
        }
        self.ready.pop_front()
    }
}

impl fmt::Debug for Utterances<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Utterances")
            .field("language", &self.phonemizer.language())
            .field("options", &self.options)
            .field("ready", &self.ready)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
