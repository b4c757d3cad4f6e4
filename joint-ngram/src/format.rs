//! The packed form of a model. All numbers are little-endian.
//!
//! | part | bytes | what |
//! |---|---|---|
//! | header | 24 | magic, version, order, units, inner nodes, leaves |
//! | spellings | 2 × (702 + 1) | the first unit of each spelling, and the end of the last |
//! | text | 12 × units | the phonemes of each unit, padded with zeros |
//! | inner nodes | 10 × (nodes + 1) | n-grams that begin longer ones, and an end |
//! | leaves | 3 × leaves | n-grams that begin none |
//!
//! A node is a token (2 bytes), its probability (1), its weight of shorter n-grams (1), its first
//! inner child (3) and its first leaf (3); its children end where those of the next node begin, and
//! are in the order of their tokens. A leaf is a token and its probability.

use crate::unit::Spelling;

/// The first four bytes.
pub(crate) const MAGIC: [u8; 4] = *b"JNGM";
pub(crate) const VERSION: u32 = 1;
/// The longest n-grams.
pub(crate) const MAX_ORDER: usize = 9;
/// The token before a word, the token after it, and the first unit.
pub(crate) const START: u16 = 0;
pub(crate) const END: u16 = 1;
pub(crate) const FIRST_UNIT: u16 = 2;

pub(crate) const HEADER: usize = 24;
pub(crate) const SPELLINGS: usize = 2 * (Spelling::COUNT + 1);
pub(crate) const TEXT: usize = 12;
pub(crate) const NODE: usize = 10;
pub(crate) const LEAF: usize = 3;
/// One more than the largest number of a node or leaf.
pub(crate) const LIMIT: usize = 1 << 24;

/// A logarithmic probability in a byte: from 0 down to −15.9.
pub(crate) fn code_probability(value: f64) -> u8 {
    (-value * 16.0).round().clamp(0.0, 255.0) as u8
}

/// The probability of a byte.
pub(crate) fn probability(code: u8) -> f32 {
    f32::from(code) * (-1.0 / 16.0)
}

/// A logarithmic weight in a byte: from 1.5 down to −14.4.
pub(crate) fn code_weight(value: f64) -> u8 {
    ((1.5 - value) * 16.0).round().clamp(0.0, 255.0) as u8
}

/// The weight of a byte.
pub(crate) fn weight(code: u8) -> f32 {
    1.5 - f32::from(code) * (1.0 / 16.0)
}
