//! Words whose sounds the rules do not give, and words that are said otherwise inside a phrase.

use std::collections::HashMap;

/// How a word of the lexicon is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its phonemes at the end of a phrase.
    pub(super) last: &'static str,
    /// Its phonemes before other words.
    pub(super) within: &'static str,
    /// Its phonemes after an article, a possessive or a preposition, where it is a noun, such as
    /// "controle"; if they differ.
    pub(super) noun: Option<&'static str>,
    /// Whether its last vowel stays before a vowel: "ele é", not "el' é".
    pub(super) keeps_vowel: bool,
    /// Whether a noun may follow: the word is an article, a possessive or a preposition.
    pub(super) leads_noun: bool,
}

/// The lexicon, in memory.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: HashMap<&'static str, Entry>,
}

impl Lexicon {
    /// The lexicon of the program. A line has, with tabs between: a word; its phonemes; those
    /// inside a phrase; those as a noun; and flags: `=` for a vowel that stays, `+` for a word that leads
    /// nouns. Phonemes that do not differ are left out, and so are empty fields at the end.
    pub(super) fn new() -> Self {
        let lines = include_str!("../../data/portuguese/lexicon.tsv").lines();
        Self { words: lines.filter_map(entry).collect() }
    }

    /// The entry of a word in lower case.
    pub(super) fn get(&self, word: &str) -> Option<Entry> {
        self.words.get(word).copied()
    }
}

fn entry(line: &'static str) -> Option<(&'static str, Entry)> {
    let mut fields = line.split('\t');
    let (word, last) = (fields.next()?, fields.next()?);
    let mut field = || fields.next().filter(|field| !field.is_empty());
    let (within, noun, flags) = (field(), field(), field().unwrap_or_default());
    let entry = Entry {
        last,
        within: within.unwrap_or(last),
        noun,
        keeps_vowel: flags.contains('='),
        leads_noun: flags.contains('+'),
    };
    Some((word, entry))
}
