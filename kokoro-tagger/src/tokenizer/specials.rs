//! Exceptions of the tokenizer: words that are always cut in the same way, or not at all, whatever
//! the rules say: "don't" → "do" "n't", "Mr.", ":-)".

use crate::hashing::string_hash;
use crate::table::{HashTable, word};
use crate::token::Untagged;

/// A row: `u64` hash, `u8 [3]` bytes of each token, `u8 [3]` index of each token's norm, `u16` 0.
static ROWS: &[u8] = include_bytes!("../../data/specials.bin");
const STRIDE: usize = 16;
/// Identifiers of the norms, which are counted from 1.
static NORMS: &[u8] = include_bytes!("../../data/norms.bin");
/// Most tokens of an exception.
const TOKENS: usize = 3;

/// The exceptions.
#[derive(Debug)]
pub(crate) struct Specials {
    table: HashTable,
    longest: usize, // bytes
}

/// An exception.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Special {
    row: &'static [u8],
}

impl Specials {
    pub fn new() -> Self {
        let table = HashTable::new(ROWS, STRIDE);
        let specials = ROWS.chunks_exact(STRIDE).map(|row| Special { row });
        let longest = specials.map(|special| special.lengths().sum()).max().unwrap_or(0);
        Self { table, longest }
    }

    /// The exception for a word.
    pub fn get(&self, text: &str) -> Option<Special> {
        if text.is_empty() || text.len() > self.longest {
            return None;
        }
        let index = self.table.find(string_hash(text.as_bytes()))?;
        Some(Special { row: self.table.row(index) })
    }
}

impl Special {
    /// Pushes its tokens, of which the first begins at `start`.
    pub fn push(self, mut start: usize, tokens: &mut Vec<Untagged>) {
        for (length, norm) in self.lengths().zip(self.norms()) {
            tokens.push(Untagged { range: start..start + length, space: false, norm });
            start += length;
        }
    }

    /// Bytes of each token.
    fn lengths(self) -> impl Iterator<Item = usize> {
        self.row[8..8 + TOKENS].iter().map(|&length| length.into()).filter(|&length| length > 0)
    }

    /// The identifier of each token's norm, if it has one.
    fn norms(self) -> impl Iterator<Item = Option<u64>> {
        let indices = self.row[8 + TOKENS..8 + 2 * TOKENS].iter();
        indices.map(|&index| Some(word(NORMS, usize::from(index).checked_sub(1)?)))
    }
}
