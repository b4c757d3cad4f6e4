//! Element types of stored tensors.

use serde::{Deserialize, Serialize};

/// Element type of a stored tensor; text form as in safetensors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dtype {
    /// Unsigned 8-bit integer, with a scale and a zero point.
    U8,
    /// Signed 8-bit integer, with a scale and a zero point.
    I8,
    /// IEEE 754 half precision.
    F16,
    /// The upper half of an `F32`.
    BF16,
    /// IEEE 754 single precision.
    F32,
}

impl Dtype {
    /// Bytes of one element.
    pub fn size(self) -> usize {
        match self {
            Self::U8 | Self::I8 => 1,
            Self::F16 | Self::BF16 => 2,
            Self::F32 => 4,
        }
    }

    /// Stored little-endian numbers as f32. Integers are taken as they are, without their scale.
    pub(crate) fn to_f32(self, bytes: &[u8]) -> Vec<f32> {
        match self {
            Self::F32 => {
                bytes.as_chunks().0.iter().map(|&chunk| f32::from_le_bytes(chunk)).collect()
            }
            Self::F16 => {
                let halves = bytes.as_chunks().0.iter();
                halves.map(|&chunk| half::f16::from_le_bytes(chunk).to_f32()).collect()
            }
            Self::BF16 => {
                let halves = bytes.as_chunks().0.iter();
                halves.map(|&chunk| half::bf16::from_le_bytes(chunk).to_f32()).collect()
            }
            Self::U8 => bytes.iter().map(|&value| f32::from(value)).collect(),
            Self::I8 => bytes.iter().map(|&value| f32::from(value as i8)).collect(),
        }
    }

    /// Whether elements are integers that need a scale and a zero point.
    pub fn is_integer(self) -> bool {
        matches!(self, Self::U8 | Self::I8)
    }
}

impl From<Dtype> for safetensors::Dtype {
    fn from(dtype: Dtype) -> Self {
        match dtype {
            Dtype::U8 => Self::U8,
            Dtype::I8 => Self::I8,
            Dtype::F16 => Self::F16,
            Dtype::BF16 => Self::BF16,
            Dtype::F32 => Self::F32,
        }
    }
}
