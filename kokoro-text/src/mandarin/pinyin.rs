//! The syllables of Chinese words, by the dictionaries of pypinyin.
//!
//! Three files, packed by `examples/pack_pinyin.rs`, lie in the program and are used in place:
//!
//! - `syllables.txt`: all syllables, a line each, as `zhong1`.
//! - `readings.bin`: numbers of syllables (lines, from 0), two bytes each, the low byte first.
//! - `words.fst`: a map of characters and phrases. The value of a character is the number of its
//!   syllable. The value of a phrase is 0 if each of its characters is said as it is alone, else 1
//!   more than the place in `readings.bin` of the number of its first syllable.

use fst::raw::{Fst, Output};

use super::syllable::phonemes;

/// How words are said.
pub(super) struct Pinyin {
    words: Fst<&'static [u8]>,
    readings: &'static [[u8; 2]],
    /// The phonemes of each syllable.
    syllables: Vec<String>,
}

/// What a word's phonemes were made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The word stands in the dictionary.
    Whole,
    /// Its parts do.
    Parts,
}

impl Pinyin {
    /// The dictionaries of pypinyin.
    pub(super) fn new() -> Self {
        let words: &[u8] = include_bytes!("../../data/mandarin/words.fst");
        let readings: &[u8] = include_bytes!("../../data/mandarin/readings.bin");
        let syllables = include_str!("../../data/mandarin/syllables.txt");
        Self {
            // The bytes are a constant, which the tests open.
            words: Fst::new(words).expect("the packed dictionary is whole"),
            readings: readings.as_chunks().0,
            syllables: syllables.lines().map(|line| phonemes(line).unwrap_or_default()).collect(),
        }
    }

    /// The phonemes of `word`. None if a character of it is not known.
    ///
    /// The longest phrase with which the word begins is taken, then the longest with which the rest
    /// begins, and so on; characters between phrases are said as they are alone. If the rest is the
    /// beginning of a phrase but begins with none, its characters are taken alone (pypinyin does
    /// not look for phrases in it).
    pub(super) fn read(&self, word: &str) -> Option<(String, Source)> {
        let mut said = String::with_capacity(2 * word.len());
        let mut at = 0;
        let mut parts = 0;
        while at < word.len() {
            let rest = &word[at..];
            let (len, value, seen_all) = self.longest(rest)?;
            let phrase = &rest[..len];
            let is_character = phrase.chars().nth(1).is_none();
            if is_character && seen_all || !is_character && value == 0 {
                let alone = if is_character { rest } else { phrase };
                self.say_characters(alone, &mut said)?;
                at += alone.len();
            } else if is_character {
                said.push_str(self.syllables.get(value)?);
                at += len;
            } else {
                for number in self.readings.get(value - 1..)?.iter().take(phrase.chars().count()) {
                    said.push_str(self.syllables.get(usize::from(u16::from_le_bytes(*number)))?);
                }
                at += len;
            }
            parts += 1;
        }
        let whole = parts == 1 && self.words.contains_key(word);
        Some((said, if whole { Source::Whole } else { Source::Parts }))
    }

    /// Appends the phonemes of each character by itself.
    fn say_characters(&self, text: &str, said: &mut String) -> Option<()> {
        for character in text.chars() {
            let number = self.words.get(character.encode_utf8(&mut [0; 4]))?.value();
            said.push_str(self.syllables.get(number as usize)?);
        }
        Some(())
    }

    /// The longest character or phrase with which `text` begins: its bytes, its value, and whether
    /// all of `text` is the beginning of some phrase.
    fn longest(&self, text: &str) -> Option<(usize, usize, bool)> {
        let mut node = self.words.root();
        let mut output = Output::zero();
        let mut longest = None;
        for (at, byte) in text.bytes().enumerate() {
            let Some(transition) = node.find_input(byte) else {
                return longest.map(|(len, value)| (len, value, false));
            };
            let transition = node.transition(transition);
            output = output.cat(transition.out);
            node = self.words.node(transition.addr);
            if node.is_final() {
                longest = Some((at + 1, output.cat(node.final_output()).value() as usize));
            }
        }
        longest.map(|(len, value)| (len, value, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_and_characters() {
        let pinyin = Pinyin::new();
        let read = |word| pinyin.read(word).map(|(said, _)| said);
        assert_eq!(read("银行").as_deref(), Some("i↗nxa↗ŋ"));
        assert_eq!(read("行").as_deref(), Some("ɕi↗ŋ"));
        assert_eq!(read("龘"), read("达"));
        assert_eq!(read("\u{20000}").as_deref(), Some("xɤ→"));
        assert_eq!(read("中x"), None);
        assert_eq!(pinyin.read("你好").map(|(_, source)| source), Some(Source::Whole));
        assert_eq!(pinyin.read("搬到").map(|(_, source)| source), Some(Source::Parts));
        assert!(pinyin.syllables.iter().all(|phonemes| !phonemes.is_empty()));
    }
}
