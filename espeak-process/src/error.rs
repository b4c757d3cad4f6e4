//! What can go wrong when espeak-ng is run.

use std::io;
use std::path::PathBuf;

/// An error of [`Espeak`](crate::Espeak).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such program.
    #[error(
        "no program {}: install espeak-ng (Debian, Ubuntu: apt install espeak-ng; macOS: brew \
         install espeak-ng; Windows: its installer), or name it in {}",
        program.display(),
        crate::PROGRAM_VARIABLE
    )]
    NotFound {
        /// What was looked for.
        program: PathBuf,
    },

    /// The program could not be run.
    #[error("cannot run {}: {source}", program.display())]
    Run {
        /// The program.
        program: PathBuf,
        /// What the system says.
        source: io::Error,
    },

    /// The program ran, and failed.
    #[error("{} failed: {message}", program.display())]
    Failed {
        /// The program.
        program: PathBuf,
        /// What it says.
        message: String,
    },
}
