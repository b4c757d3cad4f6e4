//! The trait behind which every text front end stands.

use crate::{Error, Language};

/// What a phonemizer makes of one sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phonemes {
    /// Symbols of [`crate::SYMBOLS`] only, without space at either end. Empty if nothing in the
    /// sentence can be said.
    pub phonemes: String,
    /// What was not pronounced as a word, in order of appearance: words that were spelled letter by
    /// letter, and symbols that were left out (a control character as `U+0007`).
    pub unknown: Vec<String>,
}

/// Turns sentences of one language into phonemes.
pub trait Phonemizer: Send + Sync {
    /// The language it reads.
    fn language(&self) -> Language;

    /// The phonemes of `sentence`, which is any text, but best one sentence: words are pronounced
    /// by their context. Time may grow faster than length; [`crate::utterances`] bounds what it
    /// passes.
    ///
    /// # Errors
    /// [`Error::Phonemizer`] if the engine behind it fails.
    fn phonemes(&self, sentence: &str) -> Result<Phonemes, Error>;
}
