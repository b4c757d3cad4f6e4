//! What can go wrong between this crate and ONNX Runtime.

use std::path::PathBuf;

use kokoro_weights::files::FileError;

use super::library::{LoadFailure, Version};
use super::provider::{ProviderTextError, Unavailable};
use super::status::OrtStatus;

/// A result of this module.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What was expected, and what came.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No ONNX Runtime library in any of the usual places.
    #[error("no ONNX Runtime library; looked at:{}", list(looked))]
    LibraryNotFound {
        /// Each place, with what was wrong there.
        looked: Vec<String>,
    },

    /// The file is no library that this process can load, or not ONNX Runtime.
    #[error("{} cannot be loaded as ONNX Runtime: {source}", path.display())]
    LibraryLoad {
        /// The library.
        path: PathBuf,
        /// What is wrong with it.
        source: LoadFailure,
    },

    /// The library is ONNX Runtime, but too old.
    #[error("{} is ONNX Runtime {found}; expected {expected} or newer", path.display())]
    LibraryVersion {
        /// The library.
        path: PathBuf,
        /// The oldest version that works.
        expected: Version,
        /// What the library says of itself.
        found: String,
    },

    /// The process has loaded ONNX Runtime already, from another file.
    #[error(
        "ONNX Runtime is loaded from {}; {} would need another process",
        loaded.display(),
        asked.display()
    )]
    OtherLibrary {
        /// The library in use.
        loaded: PathBuf,
        /// The library asked for now.
        asked: PathBuf,
    },

    /// A provider's text form has an unknown part.
    #[error("{text:?} names no provider: {source}")]
    ProviderText {
        /// What was to be read.
        text: String,
        /// What is wrong with it, and what would be right.
        source: ProviderTextError,
    },

    /// The provider cannot be used here.
    #[error("{provider} is not available: {source}")]
    Unavailable {
        /// The provider with its options.
        provider: String,
        /// Why.
        source: Unavailable,
    },

    /// ONNX Runtime refuses the model with these options.
    #[error("{model} cannot be opened on {provider}: {source}")]
    Open {
        /// The model's path, or `the model`.
        model: String,
        /// The provider with its options.
        provider: String,
        /// ONNX Runtime's reason.
        source: OrtStatus,
    },

    /// An input is missing, unasked for, or of another shape; or an output is not f32.
    #[error("{role} {name:?}: expected {expected}, found {found}")]
    Tensor {
        /// `input` or `output`.
        role: &'static str,
        /// Its name.
        name: String,
        /// What the model declares.
        expected: String,
        /// What came.
        found: String,
    },

    /// A call of ONNX Runtime failed.
    #[error("ONNX Runtime could not {action}: {source}")]
    Call {
        /// What was tried: `run the session`.
        action: &'static str,
        /// ONNX Runtime's reason.
        source: OrtStatus,
    },

    /// The operating system refused a file operation or a process.
    #[error(transparent)]
    Io(#[from] FileError),

    /// A profile is not what ONNX Runtime writes.
    #[error("{} is not a profile of ONNX Runtime: {source}", path.display())]
    Profile {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: serde_json::Error,
    },

    /// The result of a trial cannot be written as JSON.
    #[error("the result of a trial cannot be written as JSON: {0}")]
    Report(serde_json::Error),
}

impl Error {
    pub(super) fn call<R>(action: &'static str) -> impl FnOnce(ort::Error<R>) -> Self {
        move |error| Self::Call { action, source: OrtStatus::of(&error) }
    }
}

/// A line for each place.
fn list(looked: &[String]) -> String {
    looked.iter().map(|place| format!("\n  {place}")).collect()
}
