//! What can go wrong with a comparison.

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
    /// A comparison that makes no sense or cannot begin.
    #[error("cannot compare: {reason}")]
    Plan {
        /// What was expected, and what was found.
        reason: String,
    },
    /// Rows of another run, which are not to be mixed with this one's.
    #[error("{}: expected rows of {what} {expected}, found rows of {found}; use another folder, or begin anew with --force", path.display())]
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
    #[error("{}: line {line} is no row of an ablation ({reason}); use another folder, or begin anew with --force", path.display())]
    Journal {
        /// The file with the rows.
        path: PathBuf,
        /// The line's number, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A plot could not be drawn.
    #[error("cannot draw {}: {reason}", path.display())]
    Plot {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A segment could not be made.
    #[error(transparent)]
    Export(Box<kokoro_export::Error>),
    /// A segment, its runtime or its file failed.
    #[error(transparent)]
    Segment(Box<kokoro_npu::Error>),
    /// ONNX Runtime or one of its providers failed.
    #[error(transparent)]
    Runtime(#[from] kokoro_npu::runtime::Error),
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
    /// For `map_err`: a file operation that failed.
    pub(crate) fn io(
        action: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
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
