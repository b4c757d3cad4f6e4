//! What can be wrong with a packed dictionary.

use std::io;
use std::path::PathBuf;

/// Why a file or bytes are not a packed dictionary.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be read.
    #[error("cannot read the dictionary {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The bytes begin differently from a packed dictionary.
    #[error("not a packed dictionary: expected it to begin with \"{expected}\"")]
    Magic {
        /// How packed dictionaries begin.
        expected: &'static str,
    },
    /// The dictionary was packed by another version of this program.
    #[error("the dictionary has format {found}, expected {expected}: get the one for this version")]
    Version {
        /// The format that this version reads.
        expected: u32,
        /// The format of the file.
        found: u32,
    },
    /// The bytes end early, or go on after the end.
    #[error("the dictionary has {found} bytes, but {expected} by its header: get it again")]
    Length {
        /// Bytes by the header.
        expected: u64,
        /// Bytes that there are.
        found: u64,
    },
    /// The bytes are not those that were packed.
    #[error("the dictionary is damaged in its {part}: get it again")]
    Damaged {
        /// The part.
        part: &'static str,
    },
}
