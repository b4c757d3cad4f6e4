//! A file operation that the operating system refused.

use std::io;
use std::path::PathBuf;

/// What was tried with which file, and the system's reason. All crates that handle files carry this
/// error in a variant of theirs.
#[derive(Debug, thiserror::Error)]
#[error("cannot {action} {}: {source}", path.display())]
#[non_exhaustive]
pub struct FileError {
    /// What was tried: `read`, `create`, `rename`.
    pub action: &'static str,
    /// The file, folder or program.
    pub path: PathBuf,
    /// The system's reason.
    pub source: io::Error,
}

impl FileError {
    /// For `map_err`: the system refused `action` on `path`.
    pub fn on(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self { action, path, source }
    }
}
