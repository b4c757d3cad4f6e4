//! What a user of this program can do about an error: its commands and flags, which the libraries
//! do not know.

#[cfg(feature = "npu")]
mod segments;

use std::io;

use kokoro::{text, weights};

use super::Error;

/// What to add to the message of an error.
pub(super) fn hint(error: &Error) -> String {
    let known = match error {
        Error::Kokoro(error) => of_kokoro(error),
        Error::Io { source, .. } => of_io(source),
        _ => "",
    };
    #[cfg(feature = "npu")]
    if known.is_empty() {
        return segments::hint(error);
    }
    known.into()
}

fn of_kokoro(error: &kokoro::Error) -> &'static str {
    match error {
        kokoro::Error::Weights(error) => of_weights(error),
        kokoro::Error::Text(text::Error::NoFrontEnd { .. }) => " (--phonemes)",
        kokoro::Error::Text(text::Error::NoTextData { .. }) if cfg!(feature = "fetch") => {
            ", or run `kokoro fetch` (--text-data)"
        }
        kokoro::Error::Blend(kokoro::voice_blend::Error::Empty) => "; `kokoro voices` lists them",
        kokoro::Error::NoLanguage { .. } => " (--lang)",
        kokoro::Error::File(error) => of_io(&error.source),
        _ => "",
    }
}

fn of_weights(error: &weights::Error) -> &'static str {
    match error {
        weights::Error::NotFound { .. } if cfg!(feature = "fetch") => ", or run `kokoro fetch`",
        weights::Error::NotFound { .. } => " (--weights)",
        weights::Error::UnknownVoice { nearest: None, .. } => "; `kokoro voices` lists them",
        weights::Error::Io(error) => of_io(&error.source),
        _ => "",
    }
}

fn of_io(source: &io::Error) -> &'static str {
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
