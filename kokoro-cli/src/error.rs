//! Errors as one line: `kokoro: what: expected, found; what to do`.

mod hint;
mod usage;

use std::io;
use std::path::{Path, PathBuf};

use hint::hint;
use kokoro::{MAX_SPEED, MIN_SPEED};
pub use usage::usage;

#[cfg(feature = "npu")]
use crate::ablate::SentenceFault;

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
    /// Reading or writing failed.
    #[error("cannot {action} {}: {source}", stream_name(path, action))]
    Io {
        /// What was tried: `read`, `write`, `create`.
        action: &'static str,
        /// The file, or `-` for a standard stream.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// Samples would go to a screen.
    #[error(
        "standard output is a terminal: expected a pipe or a file; redirect it, or name a file"
    )]
    Terminal,
    /// The data of a language could not be fetched.
    #[cfg(feature = "fetch")]
    #[error(transparent)]
    TextData(#[from] kokoro::text_data::FetchError),
    /// The language of a text is in doubt.
    #[error("cannot tell the language of the text: name it with --lang")]
    TextLanguage,
    /// No text was named, and nobody pipes one in.
    #[error("no text: expected one, --file, or a pipe")]
    NoText,
    /// A user's lexicon is wrong.
    #[error(transparent)]
    Lexicon(#[from] kokoro::text::user_lexicon::Error),
    /// A user's lexicon of unknown form.
    #[error("{}: expected a name that ends in .toml or .csv", path.display())]
    LexiconFormat {
        /// The file.
        path: PathBuf,
    },
    /// A file whose name ends in no known format's extension.
    #[error(transparent)]
    AudioFormat(#[from] kokoro::audio::UnknownFormat),
    /// The speech cannot be played.
    #[cfg(feature = "play")]
    #[error(transparent)]
    Play(#[from] kokoro::audio::PlayError),
    /// How samples are stored was said for a format that compresses them.
    #[error(
        "{format} stores no samples as they are: expected --audio-format wav or pcm with \
         --sample-format, or {format} without it"
    )]
    SamplesOfFormat {
        /// The format.
        format: kokoro::audio::AudioFormat,
    },
    /// A text is in another encoding.
    #[error(
        "{}: expected UTF-8 text, found another byte at {at}; convert the file",
        path.display()
    )]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// Bytes before the first that is not UTF-8.
        at: usize,
    },
    /// A precision that the CPU's decoder does not have.
    #[error("precision: expected f32, bf16 or int8 on the CPU, found {found}")]
    CpuPrecision {
        /// The precision asked for.
        found: String,
    },
    /// A speed that the model does not speak at.
    #[error("speed: expected {MIN_SPEED} to {MAX_SPEED}, found {found}; 1 is normal")]
    Speed {
        /// The speed asked for.
        found: f32,
    },
    /// The file of a blend has another name than such files have.
    #[error("{}: expected a name that ends in .safetensors", path.display())]
    VoiceName {
        /// The file.
        path: PathBuf,
    },
    /// A segment is demanded, and the backend is the CPU.
    #[cfg(feature = "npu")]
    #[error("--require-npu needs --backend npu or auto")]
    RequireNpu,
    /// No provider of this machine is in the library.
    #[cfg(feature = "npu")]
    #[error(
        "no neural processor here: expected {expected}, found none with {}; --provider names \
         another",
        library.display()
    )]
    NoProcessor {
        /// The providers that this machine could have.
        expected: String,
        /// The library of ONNX Runtime.
        library: PathBuf,
    },
    /// NNAPI's provider would leave parts of a segment to the CPU.
    #[cfg(feature = "npu")]
    #[error("{}: NNAPI's provider would not take all of it in one piece", segment.display())]
    NotWhole {
        /// The segment.
        segment: PathBuf,
    },
    /// A line of the user's sentences cannot be spoken.
    #[cfg(feature = "npu")]
    #[error("{}: line {line}: {fault}", path.display())]
    Sentence {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        fault: Box<SentenceFault>,
    },
    /// A file of sentences holds none.
    #[cfg(feature = "npu")]
    #[error("{}: expected sentences, found none", path.display())]
    NoSentences {
        /// The file.
        path: PathBuf,
    },
    /// A server cannot listen.
    #[cfg(feature = "server")]
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// Where it was to listen.
        address: String,
        /// The system's reason.
        source: io::Error,
    },
    /// API keys cannot be read.
    #[cfg(feature = "server")]
    #[error("{place}: {source}")]
    Keys {
        /// The file or variable.
        place: String,
        /// What is wrong.
        source: kokoro_server::KeysError,
    },
    /// An origin that no page has.
    #[cfg(feature = "server")]
    #[error("origin: expected one such as https://example.org, found {found:?}")]
    Origin {
        /// What was given.
        found: String,
    },
    /// A server cannot speak its first phrase.
    #[cfg(feature = "server")]
    #[error("cannot speak: {0}")]
    FirstSpeech(#[source] kokoro_server::ApiError),
    /// The system gives no threads.
    #[cfg(feature = "server")]
    #[error("cannot start threads: {0}")]
    Threads(#[source] io::Error),
    /// What another process is to do cannot be read.
    #[cfg(feature = "npu")]
    #[error("expected a job as JSON: {0}")]
    Job(#[source] serde_json::Error),
}

impl Error {
    /// For `map_err`: an input or output error on `path`.
    pub fn io(action: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { action, path, source }
    }

    /// The message and what to do about it, on one line whatever names and texts are in it.
    pub fn line(&self) -> String {
        one_line(&self.to_string()) + &hint(self)
    }
}

impl From<kokoro::audio::Error> for Error {
    fn from(error: kokoro::audio::Error) -> Self {
        Self::Kokoro(error.into())
    }
}

impl From<kokoro::weights::files::FileError> for Error {
    fn from(error: kokoro::weights::files::FileError) -> Self {
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

/// Line ends become spaces. Other control characters are written as escapes, so that no name can
/// write to the terminal.
pub fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let visible =
        |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    lines.join(" ").chars().map(visible).collect()
}

/// The name of a file or, for `-`, of the standard stream.
fn stream_name(path: &Path, action: &str) -> String {
    match (path.to_str(), action) {
        (Some("-"), "read") => "standard input".into(),
        (Some("-"), _) => "standard output".into(),
        _ => path.display().to_string(),
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
