//! Words of the Latin script inside a text of another language, read by the English front end.

use std::sync::OnceLock;

use crate::word::{Passage, Word};
use crate::{Language, Phonemizer, TextOptions, phonemizer};

/// The English front end, made when the first such word comes.
#[derive(Default)]
pub(crate) struct EnglishInside(OnceLock<Option<Box<dyn Phonemizer>>>);

impl EnglishInside {
    /// The words of a text, with ranges in it and English phonemes, which a language writes in its
    /// own. Empty if this build lacks English.
    pub(crate) fn words(&self, text: &str, options: &TextOptions) -> Vec<Word> {
        let english = self.0.get_or_init(|| phonemizer(Language::AmericanEnglish).ok());
        let words =
            english.as_ref().map(|english| english.words(&Passage::new(text, &[], options)));
        words.and_then(Result::ok).unwrap_or_default()
    }
}
