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
    /// The model refused its input or failed.
    #[error(transparent)]
    Model(#[from] kokoro_core::Error),
    /// A segment for a neural processor cannot be made or read.
    #[cfg(feature = "npu")]
    #[error(transparent)]
    Npu(Box<kokoro_npu::Error>),
    /// A voice whose name does not begin with a language's letter, and no language given.
    #[error(
        "no language for the voice {voice:?}: expected a name such as af_heart, whose first letter is a language; name one"
    )]
    NoLanguage {
        /// The voice's name.
        voice: String,
    },
    /// Nothing in the input can be spoken.
    #[error("nothing to say: expected text with words or punctuation, found none")]
    NothingToSay,
}

#[cfg(feature = "npu")]
impl From<kokoro_npu::Error> for Error {
    fn from(error: kokoro_npu::Error) -> Self {
        Self::Npu(Box::new(error))
    }
}
