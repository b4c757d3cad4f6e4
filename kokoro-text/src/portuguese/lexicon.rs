//! Words whose sounds the rules do not give, and words that are said otherwise inside a phrase.

use std::collections::HashMap;

/// What kind of word may follow a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    /// A noun: after an article, a possessive, "de" or "por".
    Noun,
    /// A verb: after a pronoun, "não", "nunca" or "sempre".
    Verb,
}

/// How a word of the lexicon is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its phonemes.
    pub(super) last: &'static str,
    /// Its phonemes before other words.
    pub(super) within: &'static str,
    /// Its phonemes where a noun is expected, if they differ: "o controle".
    pub(super) noun: Option<&'static str>,
    /// Its phonemes where a verb is expected, if they differ: "eu gosto".
    pub(super) verb: Option<&'static str>,
    /// Whether its end stays as it is before every word: "ele é", not "el' é".
    pub(super) keeps_end: bool,
    /// What may follow it.
    pub(super) leads: Option<Leads>,
}

/// The lexicon, in memory.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: HashMap<&'static str, Entry>,
}

impl Lexicon {
    /// The lexicon of the program. A line has, with tabs between, a word, its phonemes, and what
    /// else is known of it: `w:` its phonemes inside a phrase, `n:` those as a noun, `v:` those as
    /// a verb; `=` if its end stays as it is; `+n` or `+v` if it leads a noun or a verb.
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
    let mut entry =
        Entry { last, within: last, noun: None, verb: None, keeps_end: false, leads: None };
    for field in fields {
        match field.split_once(':') {
            Some(("w", phonemes)) => entry.within = phonemes,
            Some(("n", phonemes)) => entry.noun = Some(phonemes),
            Some(("v", phonemes)) => entry.verb = Some(phonemes),
            _ if field == "=" => entry.keeps_end = true,
            _ if field == "+n" => entry.leads = Some(Leads::Noun),
            _ if field == "+v" => entry.leads = Some(Leads::Verb),
            _ => return None,
        }
    }
    Some((word, entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_an_entry() {
        let lines = include_str!("../../data/portuguese/lexicon.tsv").lines().count();
        assert_eq!(Lexicon::new().words.len(), lines);
    }
}
