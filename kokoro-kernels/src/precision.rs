//! The number formats that products are computed in.

use std::fmt;
use std::str::FromStr;

/// What a convolution rounds its input and its weights to. Sums are in f32, or in i32 for int8.
///
/// The default is int8 where the processor has instructions for it, else f32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// IEEE single precision.
    F32,
    /// bfloat16: the upper half of an f32.
    Bf16,
    /// Input as u8 with a scale and a zero point for each block of columns, weights as i8 with a
    /// scale for each output channel.
    Int8,
}

/// A name that is not one of a [`Precision`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("precision: expected f32, bf16 or int8, found {found:?}")]
pub struct ParsePrecisionError {
    /// The name.
    pub found: String,
}

impl Precision {
    /// Input channels in a 32-bit word.
    pub(crate) fn per_word(self) -> usize {
        match self {
            Self::F32 => 1,
            Self::Bf16 => 2,
            Self::Int8 => 4,
        }
    }
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::F32 => "f32",
            Self::Bf16 => "bf16",
            Self::Int8 => "int8",
        })
    }
}

impl FromStr for Precision {
    type Err = ParsePrecisionError;

    fn from_str(name: &str) -> Result<Self, ParsePrecisionError> {
        match name {
            "f32" => Ok(Self::F32),
            "bf16" => Ok(Self::Bf16),
            "int8" => Ok(Self::Int8),
            _ => Err(ParsePrecisionError { found: name.into() }),
        }
    }
}
