//! The numbers that products are taken of.

use std::{fmt, str::FromStr};

use crate::Isa;

/// What a convolution's input and weights are rounded to. Sums are f32, or i32 for int8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// IEEE single.
    F32,
    /// The upper half of a single.
    Bf16,
    /// Input as u8 with a scale and a zero point for each block of columns, weights as i8 with a scale for each output channel.
    Int8,
}

impl Default for Precision {
    /// Int8 where the processor has instructions for it, else f32.
    fn default() -> Self {
        if Isa::best().has(Self::Int8) { Self::Int8 } else { Self::F32 }
    }
}

impl Precision {
    /// Input channels that a 32-bit word holds.
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
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "f32" => Ok(Self::F32),
            "bf16" => Ok(Self::Bf16),
            "int8" => Ok(Self::Int8),
            _ => Err(format!("precision: expected f32, bf16 or int8, found {name:?}")),
        }
    }
}
