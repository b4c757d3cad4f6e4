//! One error for everything that can be wrong with model files.
//!
//! Messages say what was expected and found, and what to do. They name no command of a program;
//! whoever has commands adds them, by the variants.

mod checkpoint;
mod export;
mod format;
mod manifest;
mod pickle;
mod torch;
mod transfer;
mod voice_file;
mod voices;

use std::path::PathBuf;

pub use checkpoint::{CheckpointError, ParameterFault};
pub use export::{ConstantFault, ExportError};
pub use format::FormatError;
pub use manifest::ManifestError;
pub use pickle::{PickleError, PickleFault};
pub use torch::TorchError;
pub use transfer::TransferError;
pub use voice_file::VoiceFileError;
pub use voices::VoicesError;

use crate::Sha256;
use crate::file_error::FileError;

/// What is wrong, where, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system refused a file operation.
    #[error(transparent)]
    Io(#[from] FileError),

    /// A file is not in the format that its place or name promises.
    #[error("{path} is not {expected}: {reason}", path = path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// The format, with its article: `an ONNX model`.
        expected: &'static str,
        /// What a reader of the format stumbled over.
        reason: Box<FormatError>,
    },

    /// The manifest is of a version that this program does not know.
    #[error(
        "{path} has manifest version {found}, this program reads version {expected}; \
         import the model again",
        path = path.display()
    )]
    Version {
        /// The manifest.
        path: PathBuf,
        /// The version that this program reads and writes.
        expected: u32,
        /// The version in the file.
        found: u32,
    },

    /// A file is longer or shorter than the manifest says.
    #[error(
        "{path} is damaged: expected {expected} bytes, found {found}; \
         import or fetch the model again",
        path = path.display()
    )]
    Size {
        /// The file.
        path: PathBuf,
        /// Bytes by the manifest.
        expected: u64,
        /// Bytes on disk.
        found: u64,
    },

    /// The bytes are not those of the manifest.
    #[error(
        "{path} is damaged at {part}: expected sha256 {expected}, found {found}; \
         import or fetch the model again",
        path = path.display()
    )]
    Checksum {
        /// The file.
        path: PathBuf,
        /// The tensor, or `the whole file`.
        part: String,
        /// Hash by the manifest.
        expected: Sha256,
        /// Hash of the bytes on disk.
        found: Sha256,
    },

    /// A tensor is missing, unasked for, or of another shape or type.
    #[error(
        "{path} is not the expected model: {tensor}: expected {expected}, found {found}",
        path = path.display()
    )]
    Tensor {
        /// The file.
        path: PathBuf,
        /// The tensor's name.
        tensor: String,
        /// What the manifest, the layout or the caller asked for.
        expected: String,
        /// What the file holds.
        found: String,
    },

    /// No model folder was found.
    #[error("no model found; looked at {}; name a folder", list(looked))]
    NotFound {
        /// Every folder that was looked at.
        looked: Vec<PathBuf>,
    },

    /// The system does not tell where the user's files are.
    #[error("no cache folder: the system names no home folder; set KOKORO_CACHE")]
    NoCache,

    /// A file could not be fetched.
    #[error(
        "cannot fetch {url}: {reason}; check the connection and try again, what has come is kept"
    )]
    Download {
        /// The address.
        url: String,
        /// What ended the last attempt.
        reason: TransferError,
    },

    /// There is no tensor of that name in the folder.
    #[error("{path} has no tensor `{name}`", path = path.display())]
    UnknownTensor {
        /// The folder.
        path: PathBuf,
        /// The name asked for.
        name: String,
    },

    /// There is no voice of that name in the folder.
    #[error("no voice `{name}`{}", suggestion(nearest.as_deref(), *known))]
    UnknownVoice {
        /// The name asked for.
        name: String,
        /// The most similar name, if one is similar.
        nearest: Option<String>,
        /// How many voices there are.
        known: usize,
    },
}

fn suggestion(nearest: Option<&str>, known: usize) -> String {
    match nearest {
        Some(nearest) => format!("; did you mean `{nearest}`?"),
        None => format!(" among the {known} of this folder"),
    }
}

fn list(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

impl Error {
    /// For `map_err`: the file is not in the format `expected`.
    pub(crate) fn format<R: Into<FormatError>>(
        path: impl Into<PathBuf>,
        expected: &'static str,
    ) -> impl Fn(R) -> Self {
        let path = path.into();
        move |reason| Self::Format { path: path.clone(), expected, reason: Box::new(reason.into()) }
    }
}

/// Result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;
