//! Why a folder or a file is not voices of the model.

use super::TorchError;

/// What is wrong with foreign voices.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VoicesError {
    /// The folder has no file that could be a voice.
    #[error("it holds neither .bin nor .pt files")]
    Empty,
    /// A voice is there in both formats.
    #[error("it holds `{name}` twice")]
    Twice {
        /// The voice.
        name: String,
    },
    /// A file of PyTorch holds something else than one tensor.
    #[error("expected a single tensor")]
    NotATensor,
    /// The numbers of a voice cannot be read.
    #[error(transparent)]
    Torch(#[from] TorchError),
}
