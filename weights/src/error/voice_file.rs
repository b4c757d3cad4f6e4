//! Why a file is not a voice.

use super::TorchError;
use crate::layout::{VOICE_COLUMNS, VOICE_ROWS};

/// What is wrong with the file of a voice.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VoiceFileError {
    /// The name says no format.
    #[error("its name: expected an end of .safetensors, .pt or .bin")]
    Extension,
    /// The file is far larger than any voice.
    #[error("its size: expected at most {limit} bytes, found {found}")]
    TooLarge {
        /// The most that is read.
        limit: u64,
        /// Bytes on disk.
        found: u64,
    },
    /// Not a whole voice of raw numbers.
    #[error(
        "its size: expected {expected} bytes ({VOICE_ROWS} rows of {VOICE_COLUMNS} f32), found \
         {found}{}; take the voice of Kokoro-82M v1.0",
        if *found == 511 * VOICE_COLUMNS * 4 { ", as the voices of v0.19 have" } else { "" }
    )]
    Bytes {
        /// Bytes of a voice.
        expected: usize,
        /// Bytes found.
        found: usize,
    },
    /// It holds no tensor, or several.
    #[error("expected a single tensor, found {found}; save the voice alone")]
    Tensors {
        /// How many there are.
        found: usize,
    },
    /// A file of PyTorch that holds something else than one tensor.
    #[error("expected a single tensor, found something else; save the voice alone")]
    NotATensor,
    /// The tensor has another shape.
    #[error(
        "its shape: expected [{VOICE_ROWS}, {VOICE_COLUMNS}] or [{VOICE_ROWS}, 1, \
         {VOICE_COLUMNS}], found {found:?}; take the voice of Kokoro-82M v1.0"
    )]
    Shape {
        /// The shape found.
        found: Vec<usize>,
    },
    /// The tensor does not hold floats.
    #[error("its type: expected F32, F16 or BF16, found {found}")]
    Type {
        /// The type found, as safetensors names it.
        found: String,
    },
    /// A number is infinite or not a number.
    #[error(
        "row {row}, column {column}: expected a finite number, found {value}; the file is damaged"
    )]
    NotFinite {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
        /// The number.
        value: f32,
    },
    /// The file is no safetensors file.
    #[error(transparent)]
    Safetensors(#[from] safetensors::SafeTensorError),
    /// The file cannot be read as one of PyTorch.
    #[error(transparent)]
    Torch(#[from] TorchError),
}
