//! Collects the words of a passage, with the spaces that misaki has between them.

use std::ops::Range;

use super::marks::mark;
use crate::word::{Origin, Passage, Word};

/// Where a word was read.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The bytes of the passage.
    pub(super) source: Range<usize>,
    /// What follows the word, once digits are in words; if that is not known, what follows `source`
    /// does.
    pub(super) next: Option<char>,
}

/// The words of a passage as they become known, in its order.
pub(super) struct Writer<'a> {
    passage: &'a Passage<'a>,
    words: Vec<Word>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(passage: &'a Passage<'a>) -> Self {
        Self { passage, words: Vec::with_capacity(passage.text.len() / 4) }
    }

    pub(super) fn passage(&self) -> &'a Passage<'a> {
        self.passage
    }

    pub(super) fn finish(self) -> Vec<Word> {
        self.words
    }

    /// Whether what follows a word or mark is such that a space stands between.
    fn is_apart(&self, place: &Place, apart: impl Fn(char) -> bool) -> bool {
        let next = place.next.or_else(|| self.passage.text[place.source.end..].chars().next());
        next.is_some_and(|next| {
            next.is_whitespace() || mark(next).is_some_and(|m| m.space_before) || apart(next)
        })
    }

    /// Appends a word. If a part of its source has been read already, as the digits of a number of
    /// which jieba makes several words, both are one.
    pub(super) fn word(&mut self, place: Place, phonemes: String, origin: Origin) {
        // misaki says nothing for a sign that it does not know, and joins what stands beside it.
        let space = self.is_apart(&place, |next| !phonemes.is_empty() && next.is_alphanumeric());
        let range = place.source;
        match self.words.last_mut().filter(|last| last.range.end > range.start) {
            Some(last) => {
                last.range.end = last.range.end.max(range.end);
                if last.space && !last.phonemes.is_empty() && !phonemes.is_empty() {
                    last.phonemes.push(' ');
                }
                last.phonemes.push_str(&phonemes);
                last.origin = Origin::Rule;
                last.space = space;
            }
            None => self.words.push(Word { range, phonemes, space, origin }),
        }
    }

    /// Appends a punctuation mark.
    pub(super) fn mark(&mut self, place: Place, written: &str) {
        let Some(mark) = written.chars().next().and_then(mark) else { return };
        let space = mark.space_after || self.is_apart(&place, |_| false);
        let (range, phonemes) = (place.source, mark.symbol.to_string());
        self.words.push(Word { range, phonemes, space, origin: Origin::Punctuation });
    }

    /// Appends words of another language, whose ranges `place` leads to the passage. If there are
    /// none, `whole` is a word that cannot be said.
    pub(super) fn foreign(
        &mut self,
        words: Vec<Word>,
        place: impl Fn(&Range<usize>) -> Place,
        whole: Place,
    ) {
        if words.is_empty() {
            return self.word(whole, String::new(), Origin::Silent);
        }
        let last = words.len() - 1;
        for (at, word) in words.into_iter().enumerate() {
            self.word(place(&word.range), word.phonemes, word.origin);
            if let Some(own) = self.words.last_mut().filter(|_| at < last) {
                own.space = word.space;
            }
        }
    }
}
