//! What readers of file formats stumble over, by format.

use super::{CheckpointError, ExportError, ManifestError, TorchError, VoiceFileError, VoicesError};

/// Why a file is not in the format that its place or name promises.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// A configuration, or a manifest, is not JSON or lacks a field.
    #[error(transparent)]
    Json(#[from] serde_json::Error),

    /// A shard is not a safetensors file, or cannot be written as one.
    #[error(transparent)]
    Safetensors(#[from] safetensors::SafeTensorError),

    /// A manifest contradicts itself or the files beside it.
    #[error(transparent)]
    Manifest(#[from] ManifestError),

    /// An ONNX file is not the int8 export of the model.
    #[error(transparent)]
    Export(#[from] ExportError),

    /// A file of PyTorch cannot be read.
    #[error(transparent)]
    Torch(#[from] TorchError),

    /// A file of PyTorch is not the model's checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),

    /// A file is not a voice.
    #[error(transparent)]
    VoiceFile(#[from] VoiceFileError),

    /// A folder of voices, or one of its files, is not that.
    #[error(transparent)]
    Voices(#[from] VoicesError),
}
