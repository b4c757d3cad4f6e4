//! Words that the rules read wrongly: foreign words, names, abbreviations.

use std::collections::HashMap;

/// A word and its phonemes on each line, with a tab between them.
const WORDS: &str = include_str!("../../data/spanish/exceptions.tsv");

/// The exceptions, by their words in small letters.
pub(crate) struct Lexicon(HashMap<&'static str, &'static str>);

impl Lexicon {
    pub(crate) fn new() -> Self {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
        Self(lines.filter_map(|line| line.split_once('\t')).collect())
    }

    /// The phonemes of a word of small letters, as if it stood alone.
    pub(super) fn get(&self, word: &str) -> Option<&'static str> {
        self.0.get(word).copied()
    }
}
