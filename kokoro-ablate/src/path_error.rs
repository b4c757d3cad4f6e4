//! Why a sentence was not spoken by a path.

use std::sync::Arc;
use std::time::Duration;

use crate::error::Error;

/// Why a path could not be opened or run. Its text goes into the rows.
#[derive(Debug, Clone, thiserror::Error)]
pub(super) enum PathError {
    /// A library, a provider or a segment failed, for every sentence of the path alike.
    #[error("{0}")]
    Failed(Arc<Error>),
    /// The process that tried it first crashed.
    #[error("crashed in a process of its own: {reason}")]
    Crashed {
        /// The signal, and the last words of that process.
        reason: String,
    },
    /// The process that tried it first did not end.
    #[error("took longer than {limit:.0?} in a process of its own")]
    TimedOut {
        /// How long it was waited for.
        limit: Duration,
    },
    /// The segment was not among those that the plan asked for.
    #[error("no segment {name}")]
    NoSegment {
        /// The file's name.
        name: String,
    },
    /// ONNX Runtime is needed by a path, and was loaded for none.
    #[error("ONNX Runtime was not loaded")]
    NoRuntime,
    /// There was no warm run.
    #[error("it was not run")]
    NotRun,
}

impl<E: Into<Error>> From<E> for PathError {
    fn from(error: E) -> Self {
        Self::Failed(Arc::new(error.into()))
    }
}
