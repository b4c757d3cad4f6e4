//! What a segment computes its convolutions in.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// Numbers that a segment computes its convolutions in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SegmentPrecision {
    /// Everything in f32.
    #[default]
    F32,
    /// Activations in 16 bits, weights in 8.
    A16W8,
    /// Activations and weights in 8 bits.
    Int8,
}

impl fmt::Display for SegmentPrecision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::F32 => "f32",
            Self::A16W8 => "a16w8",
            Self::Int8 => "int8",
        })
    }
}

impl FromStr for SegmentPrecision {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let all = [Self::F32, Self::A16W8, Self::Int8];
        let found = || Error::UnknownPrecision { found: text.into() };
        all.into_iter().find(|precision| precision.to_string() == text).ok_or_else(found)
    }
}
