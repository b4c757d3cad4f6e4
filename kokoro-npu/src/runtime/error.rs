//! What can go wrong between this crate and ONNX Runtime.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::Version;

/// A result of this module.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What was expected, what came, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No ONNX Runtime library in any of the usual places.
    #[error(
        "no ONNX Runtime library; name one (`--ort-lib`, or the variable ORT_DYLIB_PATH) or run `pip install onnxruntime`; looked at:{}",
        looked.iter().map(|place| format!("\n  {place}")).collect::<String>()
    )]
    LibraryNotFound {
        /// Each place, with what was wrong there.
        looked: Vec<String>,
    },

    /// The file is no library that this process can load, or not ONNX Runtime.
    #[error("{path} cannot be loaded as ONNX Runtime: {reason}", path = path.display())]
    LibraryLoad {
        /// The library.
        path: PathBuf,
        /// The loader's reason.
        reason: String,
    },

    /// The library is ONNX Runtime, but too old.
    #[error("{path} is ONNX Runtime {found}; expected {expected} or newer: run `pip install --upgrade onnxruntime`", path = path.display())]
    LibraryVersion {
        /// The library.
        path: PathBuf,
        /// The oldest version that works.
        expected: Version,
        /// What the library says of itself.
        found: String,
    },

    /// The process has loaded ONNX Runtime already, from another file.
    #[error("ONNX Runtime is loaded from {loaded}; {asked} would need another process", loaded = loaded.display(), asked = asked.display())]
    OtherLibrary {
        /// The library in use.
        loaded: PathBuf,
        /// The library asked for now.
        asked: PathBuf,
    },

    /// A provider's text form has an unknown part.
    #[error("{text:?} names no provider: {reason}")]
    ProviderText {
        /// What was to be read.
        text: String,
        /// What is wrong with it, and what would be right.
        reason: String,
    },

    /// The provider cannot be used here: not in this library, no plugin, no such device, options at odds.
    #[error("{provider} is not available: {reason}")]
    Unavailable {
        /// The provider with its options.
        provider: String,
        /// Why.
        reason: String,
    },

    /// ONNX Runtime refuses the model with these options.
    #[error("{model} cannot be opened on {provider}: {reason}")]
    Open {
        /// The model's path, or `the model`.
        model: String,
        /// The provider with its options.
        provider: String,
        /// ONNX Runtime's reason.
        reason: String,
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
    #[error("ONNX Runtime could not {action}: {reason}")]
    Call {
        /// What was tried: `run the session`.
        action: &'static str,
        /// ONNX Runtime's reason.
        reason: String,
    },

    /// The operating system refused a file operation or a process.
    #[error("cannot {action} {path}: {source}", path = path.display())]
    Io {
        /// What was tried: `read`, `rename`, `start`.
        action: &'static str,
        /// The file, folder or program.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },

    /// A profile is not what ONNX Runtime writes.
    #[error("{path} is not a profile of ONNX Runtime: {reason}", path = path.display())]
    Profile {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
}

impl Error {
    pub(super) fn call<R>(action: &'static str) -> impl FnOnce(ort::Error<R>) -> Self {
        move |error| Self::Call { action, reason: error.message().to_owned() }
    }

    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.to_owned(), source }
    }
}
