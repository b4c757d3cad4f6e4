//! The attributes of a token that the network reads, as identifiers: the hash of a string, or the
//! number that spaCy's table of symbols has for it.

use crate::classes::Classes;
use crate::hashing::string_hash;
use crate::table::{HashTable, word};

/// `u64 [n]` hash of a word, then `u64 [n]` identifier of its norm.
static NORMS: &[u8] = include_bytes!("../data/lexemes.bin");
/// `u64 [n]` hash of a string, then `u64 [n]` its identifier.
static SYMBOLS: &[u8] = include_bytes!("../data/symbols.bin");
const HASH: usize = 8;

/// Number of attributes.
pub(crate) const ATTRIBUTES: usize = 6;
/// Characters of a suffix.
const SUFFIX: usize = 3;
/// From so many characters on, a word's shape is "LONG".
const LONG: usize = 100;
/// Most characters of one kind that a shape has in a row.
const RUN: usize = 4;

/// Norm, prefix, suffix, shape, whether a space follows, whether the token is white space.
pub(crate) type Attributes = [u64; ATTRIBUTES];

/// What is known of words.
#[derive(Debug)]
pub(crate) struct Lexemes {
    norms: HashTable,
    symbols: HashTable,
}

impl Lexemes {
    pub fn new() -> Self {
        let hashes = |table: &'static [u8]| HashTable::new(&table[..table.len() / 2], HASH);
        Self { norms: hashes(NORMS), symbols: hashes(SYMBOLS) }
    }

    /// The attributes of a token with this `text`, which is not empty. `norm` is the identifier of
    /// its norm if an exception of the tokenizer gives one.
    pub fn attributes(&self, text: &str, norm: Option<u64>, space: bool) -> Attributes {
        let first = text.chars().next().map_or(0, char::len_utf8);
        let suffix = text.char_indices().rev().take(SUFFIX).last().map_or(0, |(at, _)| at);
        let is_space = text.chars().all(|c| Classes::of(c).is(Classes::SPACE));
        [
            norm.unwrap_or_else(|| self.norm(text)),
            self.identifier(&text[..first]),
            self.identifier(&text[suffix..]),
            self.identifier(&shape(text)),
            u64::from(space),
            u64::from(is_space),
        ]
    }

    /// The identifier of a word's norm: of its lower case if the tables have no other.
    fn norm(&self, text: &str) -> u64 {
        match self.norms.find(string_hash(text.as_bytes())) {
            Some(index) => word(&NORMS[NORMS.len() / 2..], index),
            None => self.identifier(&text.to_lowercase()),
        }
    }

    /// The identifier of a string.
    fn identifier(&self, text: &str) -> u64 {
        let hash = string_hash(text.as_bytes());
        match self.symbols.find(hash) {
            Some(index) => word(&SYMBOLS[SYMBOLS.len() / 2..], index),
            None => hash,
        }
    }
}

/// The shape of a word: X for capital and x for other letters, d for digits, other characters as
/// they are; no more than four of a kind in a row. "McDonald's" → "XxXxxxx'x".
fn shape(text: &str) -> String {
    if text.len() >= LONG && text.chars().count() >= LONG {
        return "LONG".into();
    }
    let mut shape = String::with_capacity(text.len());
    let (mut last, mut run) = (None, 0);
    for character in text.chars() {
        let classes = Classes::of(character);
        let kind = match character {
            _ if classes.is(Classes::LETTER) && classes.is(Classes::UPPER) => 'X',
            _ if classes.is(Classes::LETTER) => 'x',
            _ if classes.is(Classes::DIGIT) => 'd',
            _ => character,
        };
        run = if last == Some(kind) { run + 1 } else { 1 };
        last = Some(kind);
        if run <= RUN {
            shape.push(kind);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_spacys() {
        let tests = [
            ("McDonald's", "XxXxxxx'x"),
            ("12345²", "dddd"),
            ("中文", "xx"),
            ("aaaaaA", "xxxxX"),
            ("-----", "----"),
        ];
        for (text, expected) in tests {
            assert_eq!(shape(text), expected);
        }
        assert_eq!(shape(&"é".repeat(99)), "xxxx");
        assert_eq!(shape(&"é".repeat(100)), "LONG");
    }
}
