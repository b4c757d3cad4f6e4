//! What can go wrong on the way from text to speech.

/// The error of this crate: whose part failed, in that part's own words.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Model files are missing, damaged or of another model; or there is no such voice.
    #[error(transparent)]
    Weights(#[from] kokoro_weights::Error),
    /// The text cannot be turned into phonemes.
    #[error(transparent)]
    Text(#[from] kokoro_text::Error),
    /// The text cannot be planned: its markup, for example, is not well-formed.
    #[error(transparent)]
    Plan(kokoro_plan::Error),
    /// The model refused its input or failed.
    #[error(transparent)]
    Model(kokoro_core::Error),
    /// A segment for a neural processor cannot be read or run.
    #[cfg(feature = "npu")]
    #[error(transparent)]
    Npu(Box<kokoro_npu::Error>),
    /// The voice is neither a name nor a blend.
    #[error(transparent)]
    Blend(#[from] voice_blend::Error),
    /// A text asks for a voice in a file.
    #[error(
        "the text asks for the voice file {name:?}: expected the name of a voice; only the \
         options of a speech may name files"
    )]
    VoiceFile {
        /// The file.
        name: String,
    },
    /// A voice whose name does not begin with a language's letter, and no language given.
    #[error(
        "no language for the voice {voice:?}: expected a name such as af_heart, whose first letter \
         is a language; name one"
    )]
    NoLanguage {
        /// The voice's name.
        voice: String,
    },
    /// Of the phonemes that were given, none is in the model's vocabulary.
    #[error("nothing to say: expected phonemes of the model's vocabulary, found none")]
    NothingToSay,
    /// The caller cancelled the speech.
    #[error("the speech was cancelled")]
    Cancelled,
    /// A file could not be written.
    #[error(transparent)]
    File(#[from] kokoro_weights::files::FileError),
    /// The speech cannot be written in the format that was asked for.
    #[error(transparent)]
    Audio(#[from] kokoro_audio::Error),
    /// The threads that were asked for cannot be started.
    #[error("cannot start {threads} threads: {source}; ask for fewer")]
    Threads {
        /// Threads that were asked for.
        threads: usize,
        /// The system's reason.
        source: rayon::ThreadPoolBuildError,
    },
}

impl From<kokoro_core::Error> for Error {
    fn from(error: kokoro_core::Error) -> Self {
        match error {
            kokoro_core::Error::Cancelled => Self::Cancelled,
            error => Self::Model(error),
        }
    }
}

impl From<kokoro_plan::Error> for Error {
    fn from(error: kokoro_plan::Error) -> Self {
        match error {
            kokoro_plan::Error::Text(error) => Self::Text(error),
            error => Self::Plan(error),
        }
    }
}

#[cfg(feature = "npu")]
impl From<kokoro_npu::Error> for Error {
    fn from(error: kokoro_npu::Error) -> Self {
        Self::Npu(Box::new(error))
    }
}
