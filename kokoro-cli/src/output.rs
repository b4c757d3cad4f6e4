//! Where sound is written: into a file that is whole or not there, a pipe, a device, or standard
//! output.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use kokoro::weights::files::AtomicFile;

use crate::error::Error;

/// The unfinished files, for the signal handler.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Where bytes go.
pub struct Output {
    path: PathBuf,
    sink: Sink,
}

enum Sink {
    /// A file, which gets its name when it is complete.
    File(AtomicFile),
    /// Standard output, or a pipe or device: bytes go out as they come.
    Stream(Box<dyn Write>),
}

impl Output {
    /// Opens `path`; `-` is standard output. A file that is there already stays as it is until
    /// [`finish`](Self::finish).
    ///
    /// # Errors
    /// The folder does not exist or cannot be written to; the path is a folder; standard output is
    /// a terminal.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let sink = if path.as_os_str() == "-" { standard_output()? } else { open(path)? };
        Ok(Self { path: path.into(), sink })
    }

    /// Whether the beginning can be written again at the end.
    pub fn is_file(&self) -> bool {
        matches!(self.sink, Sink::File(_))
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
            Sink::File(file) => write(file),
            Sink::Stream(stream) => write(stream),
        };
        done.map_err(Error::io("write", &self.path))
    }

    /// Completes the output. A file has `start` written over its beginning, if given, and gets
    /// its name.
    ///
    /// # Errors
    /// Writing, or renaming, fails; a file is removed, and one that was there stays as it was.
    pub fn finish(self, start: Option<&[u8]>) -> Result<(), Error> {
        match self.sink {
            Sink::File(file) => {
                let temporary = file.temporary_path().to_owned();
                let done = commit(file, start, &self.path);
                unfinished().retain(|path| *path != temporary);
                done
            }
            Sink::Stream(mut stream) => stream.flush().map_err(Error::io("write", self.path)),
        }
    }
}

fn standard_output() -> Result<Sink, Error> {
    if io::stdout().is_terminal() {
        return Err(Error::Terminal);
    }
    Ok(Sink::Stream(Box::new(BufWriter::new(io::stdout()))))
}

fn open(path: &Path) -> Result<Sink, Error> {
    // A device or a pipe must not be replaced by a file.
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            Err(Error::io("write", path)(io::ErrorKind::IsADirectory.into()))
        }
        Ok(found) if !found.is_file() => {
            let device = File::options().write(true).open(path);
            let device = device.map_err(Error::io("write", path))?;
            Ok(Sink::Stream(Box::new(BufWriter::new(device))))
        }
        _ => {
            let file = AtomicFile::create(behind_links(path))?;
            unfinished().push(file.temporary_path().into());
            remove_on_signals();
            Ok(Sink::File(file))
        }
    }
}

/// The file that a symbolic link points to, so that the link stays one.
fn behind_links(path: &Path) -> PathBuf {
    let linked = path.is_symlink().then(|| fs::canonicalize(path).ok()).flatten();
    linked.unwrap_or_else(|| path.into())
}

fn commit(mut file: AtomicFile, start: Option<&[u8]>, path: &Path) -> Result<(), Error> {
    if let Some(start) = start {
        let over = file.rewind().and_then(|()| file.write_all(start));
        over.map_err(Error::io("write", path))?;
    }
    Ok(file.commit()?)
}

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes an interrupted program leave no unfinished files behind.
fn remove_on_signals() {
    // A second call fails, because the handler is set already. If it cannot be set at all, an
    // interrupt leaves a stray file behind, and nothing worse.
    let _ = ctrlc::set_handler(|| {
        for path in unfinished().drain(..) {
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
