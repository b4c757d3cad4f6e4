//! What can go wrong between text and phonemes.

use crate::Language;

/// An error of the text front end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A language code or tag that Kokoro does not have.
    #[error("unknown language {found:?}: expected one of {}", Language::list())]
    UnknownLanguage {
        /// What was given.
        found: String,
    },

    /// A language of the model for which this crate has no text front end.
    #[error("no text front end for {language} yet: give phonemes")]
    NoFrontEnd {
        /// The language asked for.
        language: Language,
    },

    /// The grapheme-to-phoneme engine failed on a piece of text.
    #[error("no phonemes for {text:?}: {message}; report the text, or give phonemes")]
    Phonemizer {
        /// The piece of text.
        text: String,
        /// What the engine said.
        message: String,
    },
}
