//! What can go wrong with a comparison.

use std::io;
use std::path::PathBuf;

use kokoro_weights::files::FileError;
use plotters::drawing::DrawingAreaErrorKind;

use crate::plan::PlanError;

/// The error of this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A comparison that makes no sense.
    #[error("cannot compare: {0}")]
    Plan(#[from] PlanError),
    /// Another process has the folder.
    #[error(
        "{}: another run writes into this folder; wait for it, or use another folder",
        path.display()
    )]
    Busy {
        /// The file that it has locked.
        path: PathBuf,
    },
    /// The name of a path that does not exist.
    #[error("expected cpu-f32, cpu-bf16, cpu-int8 or segment-PRECISION@PROVIDER, found {found:?}")]
    UnknownPath {
        /// What was given.
        found: String,
    },
    /// A job that names a segment's precision, but no capacity.
    #[error("{path}: expected a capacity in frames, found none")]
    NoCapacity {
        /// The path.
        path: String,
    },
    /// A job for a segment without a library to run it.
    #[error("{path}: expected a library of ONNX Runtime, found none")]
    NoLibrary {
        /// The path.
        path: String,
    },
    /// Rows of another run, which are not to be mixed with this one's.
    #[error(
        "{}: expected rows of {what} {expected}, found rows of {found}; use another folder",
        path.display()
    )]
    OtherRun {
        /// The file with the rows.
        path: PathBuf,
        /// What differs: `weights`, `runs`, a segment, a sentence.
        what: String,
        /// Ours.
        expected: String,
        /// Theirs.
        found: String,
    },
    /// A line that this program has not written.
    #[error(
        "{}: line {line} is no row of an ablation ({source}); use another folder",
        path.display()
    )]
    Journal {
        /// The file with the rows.
        path: PathBuf,
        /// The line's number, from 1.
        line: usize,
        /// What is wrong.
        source: serde_json::Error,
    },
    /// A value cannot be written as JSON.
    #[error("{what} cannot be written as JSON: {source}")]
    Json {
        /// What was to be written.
        what: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// A plot could not be drawn.
    #[error("cannot draw {}: {source}", path.display())]
    Plot {
        /// The file.
        path: PathBuf,
        /// Why.
        source: DrawingAreaErrorKind<io::Error>,
    },
    /// The picture in a plot could not be made.
    #[error("cannot draw {}: {source}", path.display())]
    Picture {
        /// The file.
        path: PathBuf,
        /// Why.
        source: png::EncodingError,
    },
    /// A sound could not be written or read.
    #[error("cannot {action} {}: {source}", path.display())]
    Wav {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: hound::Error,
    },
    /// The operating system refused a file operation.
    #[error(transparent)]
    Io(#[from] FileError),
    /// A segment could not be made.
    #[error(transparent)]
    Export(Box<kokoro_export::Error>),
    /// A segment, its runtime or its file failed.
    #[error(transparent)]
    Segment(Box<kokoro_npu::Error>),
    /// The weights are missing or damaged.
    #[error(transparent)]
    Weights(#[from] kokoro_weights::Error),
    /// The model's own error.
    #[error(transparent)]
    Model(#[from] kokoro_core::Error),
}

/// A result with this crate's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// For `map_err`: a value cannot be written as JSON.
    pub(crate) fn json(what: &'static str) -> impl FnOnce(serde_json::Error) -> Self {
        move |source| Self::Json { what, source }
    }
}

impl From<kokoro_export::Error> for Error {
    fn from(error: kokoro_export::Error) -> Self {
        Self::Export(Box::new(error))
    }
}

impl From<kokoro_npu::Error> for Error {
    fn from(error: kokoro_npu::Error) -> Self {
        Self::Segment(Box::new(error))
    }
}

impl From<kokoro_npu::runtime::Error> for Error {
    fn from(error: kokoro_npu::runtime::Error) -> Self {
        kokoro_npu::Error::from(error).into()
    }
}
