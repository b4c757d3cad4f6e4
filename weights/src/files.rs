//! Files that appear whole or not at all.
//!
//! The bytes go into a file of a random, hidden name in the same folder. When all of them are on
//! the disk, that file is renamed to the name wanted, which replaces an old file in one step.
//! Whatever fails before leaves the old file as it was, and removes the new one. Threads and
//! processes that write the same name do not disturb each other: the last one to finish wins.

use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

pub use crate::file_error::FileError;

/// Writes `bytes` as the whole file `path`; an old file there is replaced only when that succeeds.
///
/// A symbolic link at `path` is replaced by the file.
///
/// # Errors
/// A [`FileError`] with `path`: its folder does not exist or cannot be written to, `path` is a
/// folder, or the disk is full.
pub fn write_atomically(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result<(), FileError> {
    let path = path.as_ref();
    let mut file = AtomicFile::create(path)?;
    file.write_all(bytes.as_ref()).map_err(FileError::on("write", path))?;
    file.commit()
}

/// A file that is written piece by piece and gets its name by [`commit`](Self::commit).
///
/// Dropped before that, it is removed. Its `Write` collects small pieces in a buffer.
#[derive(Debug)]
#[must_use = "the file gets its name by `commit`; without it, it is removed"]
pub struct AtomicFile {
    file: BufWriter<File>,
    temporary: TempPath,
    target: PathBuf,
}

impl AtomicFile {
    /// Starts what will be the file `path`, in the same folder.
    ///
    /// # Errors
    /// A [`FileError`] with `path`: its folder does not exist or cannot be written to.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, FileError> {
        let target = path.as_ref();
        let (file, temporary) = temporary(target).map_err(FileError::on("write", target))?;
        Ok(Self { file: BufWriter::new(file), temporary, target: target.into() })
    }

    /// Where the bytes are until [`commit`](Self::commit), for writers that want a path and for
    /// handlers of signals that clean up.
    pub fn temporary_path(&self) -> &Path {
        &self.temporary
    }

    /// Makes sure that all bytes are on the disk, and gives the file its name.
    ///
    /// # Errors
    /// A [`FileError`] with the path wanted: the disk is full, or the path is a folder. An old file
    /// at that path stays as it was.
    pub fn commit(self) -> Result<(), FileError> {
        let Self { file, temporary, target } = self;
        let finish = || {
            let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.sync_all()?; // some file systems report a full disk only here
            drop(file); // Windows does not rename what is open
            temporary.persist(&target).map_err(|error| error.error)
        };
        finish().map_err(FileError::on("write", &target))
    }
}

impl Write for AtomicFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for AtomicFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

fn temporary(target: &Path) -> io::Result<(File, TempPath)> {
    let folder = folder_of(target);
    // Checked first, because the message of `tempfile` names a file that nobody asked for.
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kokoro-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As for any new file: the system takes away what the user's mask forbids.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()))?;
    Ok(file.into_parts())
}

/// The folder that a file of this path is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests;
