//! Files that are whole or not there: written under another name in the same folder, then renamed.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

use crate::error::Error;

/// The unfinished file, for the signal handler.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Where bytes go.
pub struct Output {
    path: PathBuf,
    sink: Sink,
}

enum Sink {
    /// To be renamed to the target when it is complete.
    File { file: BufWriter<NamedTempFile>, target: PathBuf },
    /// Standard output, or a pipe or device: bytes go out as they come.
    Stream(Box<dyn Write>),
}

impl Output {
    /// Opens `path`; `-` is standard output. A file that is there already stays as it is until [`finish`](Self::finish).
    ///
    /// # Errors
    /// The folder does not exist or cannot be written to; the path is a folder; standard output is a terminal.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let sink = if path.as_os_str() == "-" {
            if io::stdout().is_terminal() {
                let message = "standard output is a terminal: expected a pipe or a file; redirect it, or name a file";
                return Err(Error::Other(message.into()));
            }
            Sink::Stream(Box::new(BufWriter::new(io::stdout())))
        } else {
            open(path).map_err(Error::io("write", path))?
        };
        Ok(Self { path: path.into(), sink })
    }

    /// Whether the beginning can be written again at the end.
    pub fn is_file(&self) -> bool {
        matches!(self.sink, Sink::File { .. })
    }

    /// Appends what `write` writes.
    ///
    /// # Errors
    /// Writing fails; a file is removed when this is dropped.
    pub fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let done = match &mut self.sink {
            Sink::File { file, .. } => write(file),
            Sink::Stream(stream) => write(stream),
        };
        done.map_err(Error::io("write", &self.path))
    }

    /// Completes the output. A file has `start` written over its beginning, if given, and gets its name.
    ///
    /// # Errors
    /// Writing, or renaming, fails; a file is removed, and one that was there stays as it was.
    pub fn finish(self, start: Option<&[u8]>) -> Result<(), Error> {
        let done = match self.sink {
            Sink::File { file, target } => persist(file, &target, start),
            Sink::Stream(mut stream) => stream.flush(),
        };
        *unfinished() = None;
        done.map_err(Error::io("write", self.path))
    }
}

fn open(path: &Path) -> io::Result<Sink> {
    // A link is written through. A device or a pipe must not be replaced by a file.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    match fs::metadata(&target) {
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => {
            let device = File::options().write(true).open(&target)?;
            Ok(Sink::Stream(Box::new(BufWriter::new(device))))
        }
        _ => {
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
            let file = temporary(folder.unwrap_or(Path::new(".")))?;
            *unfinished() = Some(file.path().into());
            remove_on_signals();
            Ok(Sink::File { file: BufWriter::new(file), target })
        }
    }
}

fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kokoro-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666)); // less the user's umask, as for any new file
    }
    // Only the kind: the whole error names a file that the user never named.
    builder.tempfile_in(folder).map_err(|error| error.kind().into())
}

fn persist(file: BufWriter<NamedTempFile>, target: &Path, start: Option<&[u8]>) -> io::Result<()> {
    let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(start) = start {
        file.seek(SeekFrom::Start(0))?;
        file.write_all(start)?;
    }
    file.as_file().sync_all()?; // a full disk may show only here
    file.persist(target)?;
    Ok(())
}

fn unfinished() -> std::sync::MutexGuard<'static, Option<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes an interrupted program leave no unfinished file behind.
fn remove_on_signals() {
    // The second call fails, because the handler is there; and without one nothing worse happens than a stray file.
    let _ = ctrlc::set_handler(|| {
        if let Some(path) = unfinished().take() {
            let _ = fs::remove_file(path);
        }
        std::process::exit(130); // 128 + SIGINT, what shells expect
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn a_file_appears_only_when_it_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        let mut output = Output::create(&path).unwrap();
        output.write(|out| out.write_all(b"0123")).unwrap();
        assert!(!path.exists());
        output.finish(Some(b"ab")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"ab23");

        let mut output = Output::create(&path).unwrap();
        output.write(|out| out.write_all(b"new")).unwrap();
        drop(output);
        assert_eq!(fs::read(&path).unwrap(), b"ab23");
        assert_eq!(names(folder.path()), ["out"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_devices_stay_what_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        Output::create(&link).unwrap().finish(None).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"");
        assert!(!Output::create(Path::new("/dev/null")).unwrap().is_file());
    }
}
