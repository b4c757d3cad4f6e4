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

use crate::{Error, Result};

/// Writes `bytes` as the whole file `path`; an old file there is replaced only when that succeeds.
///
/// A symbolic link at `path` is replaced by the file.
///
/// # Errors
/// [`Error::Io`] with `path`: its folder does not exist or cannot be written to, `path` is a
/// folder, or the disk is full.
pub fn write_atomically(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result<()> {
    let path = path.as_ref();
    let mut file = AtomicFile::create(path)?;
    file.write_all(bytes.as_ref()).map_err(Error::io("write", path))?;
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
    /// [`Error::Io`] with `path`: its folder does not exist or cannot be written to.
    pub fn create(path: impl AsRef<Path>) -> Result<Self> {
        let target = path.as_ref();
        let (file, temporary) = temporary(target).map_err(Error::io("write", target))?;
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
    /// [`Error::Io`] with the path wanted: the disk is full, or the path is a folder. An old file
    /// at that path stays as it was.
    pub fn commit(self) -> Result<()> {
        let Self { file, temporary, target } = self;
        let finish = || {
            let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.sync_all()?; // some file systems report a full disk only here
            drop(file); // Windows does not rename what is open
            temporary.persist(&target).map_err(|error| error.error)
        };
        finish().map_err(Error::io("write", &target))
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
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_that_is_not_committed_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        write_atomically(&path, "old").unwrap();
        let mut file = AtomicFile::create(&path).unwrap();
        file.write_all(&vec![1; 1 << 20]).unwrap();
        file.flush().unwrap();
        assert_eq!(fs::metadata(file.temporary_path()).unwrap().len(), 1 << 20);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        drop(file);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["out"]);
    }

    #[test]
    fn the_beginning_can_be_written_last() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        let mut file = AtomicFile::create(&path).unwrap();
        file.write_all(b"0123").unwrap();
        file.rewind().unwrap();
        file.write_all(b"ab").unwrap();
        file.commit().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"ab23");
    }

    #[test]
    fn of_many_writers_one_wins_with_a_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        std::thread::scope(|scope| {
            for writer in 0..8 {
                let path = &path;
                scope.spawn(move || write_atomically(path, vec![writer; 300_000]).unwrap());
            }
        });
        let bytes = fs::read(&path).unwrap();
        assert_eq!(bytes, vec![bytes[0]; 300_000]);
        assert_eq!(names(folder.path()), ["out"]);
    }

    #[test]
    fn errors_name_the_file_that_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        write_atomically(folder.path().join("file"), "").unwrap();
        fs::create_dir(folder.path().join("folder")).unwrap();
        for name in ["nowhere/out", "file/out", "folder"] {
            let path = folder.path().join(name);
            let error = write_atomically(&path, "new").unwrap_err();
            assert!(matches!(&error, Error::Io { path: named, .. } if *named == path), "{error}");
            assert!(!error.to_string().contains(".part"), "{error}");
        }
        assert_eq!(names(folder.path()).len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn folders_that_may_not_be_written_to_stay_empty() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
        if File::create(&path).is_ok() {
            return; // the superuser may write everywhere
        }
        let error = write_atomically(&path, "new").unwrap_err();
        let Error::Io { source, .. } = error else { panic!("{error}") };
        assert_eq!(source.kind(), io::ErrorKind::PermissionDenied);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_those_of_any_new_file() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let (ours, any) = (folder.path().join("ours"), folder.path().join("any"));
        write_atomically(&ours, "x").unwrap();
        fs::write(&any, "x").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&any));
    }
}
