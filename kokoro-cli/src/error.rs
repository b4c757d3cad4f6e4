//! Errors as one line: `kokoro: what: expected, found; what to do`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Exit code for a wrong command line, as in most programs.
const USAGE: u8 = 2;

/// What stopped a command.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A library's error, in its words.
    #[error(transparent)]
    Kokoro(#[from] kokoro::Error),
    /// A segment could not be made.
    #[cfg(feature = "npu")]
    #[error(transparent)]
    Export(#[from] kokoro::export::Error),
    /// A graph could not be judged.
    #[cfg(feature = "npu")]
    #[error(transparent)]
    Rules(#[from] nnapi_rules::Error),
    /// Decoders could not be compared.
    #[cfg(feature = "npu")]
    #[error(transparent)]
    Ablate(#[from] kokoro_ablate::Error),
    /// ONNX Runtime failed, or is not there.
    #[cfg(feature = "npu")]
    #[error(transparent)]
    Runtime(#[from] kokoro::npu::runtime::Error),
    /// Sentences to compare decoders on cannot be read.
    #[cfg(feature = "npu")]
    #[error(transparent)]
    Sentences(#[from] crate::ablate::SentencesError),
    /// Reading or writing failed.
    #[error("cannot {action} {}: {source}{}", name(path, action), remedy(source))]
    Io {
        /// What was tried: `read`, `write`, `create`.
        action: &'static str,
        /// The file, or `-` for a standard stream.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// Anything else, said in full.
    #[error("{0}")]
    Other(String),
}

impl Error {
    /// For `map_err`: an input or output error on `path`.
    pub fn io(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
    }

    /// The message, on one line whatever names and texts are in it.
    pub fn line(&self) -> String {
        let hint = match self {
            Self::Kokoro(kokoro::Error::Text(kokoro::text::Error::NoFrontEnd { .. })) => {
                " (--phonemes)"
            }
            Self::Kokoro(kokoro::Error::Wav(_)) => "; split the text, or write to standard output",
            _ => "",
        };
        let line = one_line(&self.to_string()) + hint;
        #[cfg(feature = "npu")]
        let line = line + &crate::npu_hint::npu_hint(self);
        line
    }
}

impl From<kokoro::wav::TooLong> for Error {
    fn from(error: kokoro::wav::TooLong) -> Self {
        Self::Kokoro(error.into())
    }
}

impl From<kokoro::weights::Error> for Error {
    fn from(error: kokoro::weights::Error) -> Self {
        Self::Kokoro(error.into())
    }
}

impl From<kokoro::text::Error> for Error {
    fn from(error: kokoro::text::Error) -> Self {
        Self::Kokoro(error.into())
    }
}

/// Line ends become spaces; other control characters are written as escapes, so that no name can write to the terminal.
pub fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let visible =
        |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    lines.join(" ").chars().map(visible).collect()
}

/// Prints what clap has to say: help and version as they are, errors as one line.
pub fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        return match error.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let text = error.render().to_string();
    let ends =
        ["\n\nUsage", "\n\nFor more information"].map(|end| text.find(end).unwrap_or(text.len()));
    let about = &text[..ends[0].min(ends[1])];
    let about = about.strip_prefix("error: ").unwrap_or(about);
    let _ = writeln!(io::stderr(), "kokoro: {}; try `kokoro --help`", one_line(about));
    ExitCode::from(USAGE)
}

fn name(path: &Path, action: &str) -> String {
    match (path.to_str(), action) {
        (Some("-"), "read") => "standard input".into(),
        (Some("-"), _) => "standard output".into(),
        _ => path.display().to_string(),
    }
}

fn remedy(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "; make room, or write elsewhere"
        }
        io::ErrorKind::FileTooLarge => "; write to another file system, or raise the limit",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "; choose another place"
        }
        io::ErrorKind::NotFound => "; check the path",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_one_visible_line() {
        assert_eq!(one_line("a\n\n  b\u{1b}[31m\r\nc"), "a b\\u{1b}[31m c");
    }

    #[test]
    fn a_full_disk_says_what_to_do() {
        let error = Error::io("write", "/x/y.wav")(io::ErrorKind::StorageFull.into());
        assert!(
            error.line().starts_with("cannot write /x/y.wav: ")
                && error.line().contains("make room")
        );
    }
}
