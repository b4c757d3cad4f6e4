//! What can go wrong when a segment is made.

use kokoro_weights::files::FileError;

/// The error of this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system refused a file operation.
    #[error(transparent)]
    Io(#[from] FileError),
    /// A target or precision that does not exist or does not go together, or a file of a segment
    /// that could not be written.
    #[error(transparent)]
    Segment(Box<kokoro_npu::Error>),
    /// The weights are missing or damaged.
    #[error(transparent)]
    Weights(#[from] kokoro_weights::Error),
    /// A tensor that cannot be written as ONNX.
    #[error(transparent)]
    Onnx(#[from] kokoro_onnx::Error),
    /// The model's own error.
    #[error(transparent)]
    Model(#[from] kokoro_core::Error),
    /// A weight is missing or has another shape.
    #[error(transparent)]
    Tensor(#[from] candle_core::Error),
}

/// A result with this crate's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<kokoro_npu::Error> for Error {
    fn from(error: kokoro_npu::Error) -> Self {
        Self::Segment(Box::new(error))
    }
}
