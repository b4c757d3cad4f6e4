//! What can go wrong when a segment is made.

use std::path::PathBuf;

/// The error of this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system refused a file operation.
    #[error("cannot {action} {}: {source}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
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

impl Error {
    /// For `map_err`: a file operation that failed.
    pub(crate) fn io(
        action: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
    }
}

impl From<kokoro_npu::Error> for Error {
    fn from(error: kokoro_npu::Error) -> Self {
        Self::Segment(Box::new(error))
    }
}
