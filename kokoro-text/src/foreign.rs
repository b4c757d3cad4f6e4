//! Words of the Latin script, or English ones, inside a text of another language, read by the
//! English front end.

use std::sync::OnceLock;

#[cfg(feature = "french")]
use crate::word::Origin;
#[cfg(any(feature = "hindi", feature = "mandarin"))]
use crate::word::{Hint, Reading};
use crate::word::{Passage, Word};
use crate::{Language, Phonemizer, TextOptions, phonemizer};

/// The English front end, made when the first such word comes.
pub(crate) struct EnglishInside {
    dialect: Language,
    front_end: OnceLock<Option<Box<dyn Phonemizer>>>,
}

impl Default for EnglishInside {
    fn default() -> Self {
        Self::of(Language::AmericanEnglish)
    }
}

impl EnglishInside {
    /// The front end of American or British English.
    pub(crate) fn of(dialect: Language) -> Self {
        Self { dialect, front_end: OnceLock::new() }
    }

    /// The words of a text, with ranges in it and English phonemes. Empty if this build lacks
    /// English.
    pub(crate) fn words(&self, text: &str, options: &TextOptions) -> Vec<Word> {
        self.read(&Passage::new(text, &[], options))
    }

    /// The phonemes of one word, if the English lexicons have it.
    #[cfg(feature = "french")]
    pub(crate) fn known(&self, word: &str, options: &TextOptions) -> Option<String> {
        let words = self.words(word, options);
        let [only] = words.as_slice() else {
            return None;
        };
        (only.origin == Origin::Lexicon).then(|| only.phonemes.clone())
    }

    /// As [`EnglishInside::words`], for a text that is read as the names of its letters.
    #[cfg(any(feature = "hindi", feature = "mandarin"))]
    pub(crate) fn letters(&self, text: &str, options: &TextOptions) -> Vec<Word> {
        let hints = [Hint { range: 0..text.len(), reading: Reading::Letters }];
        self.read(&Passage::new(text, &hints, options))
    }

    fn read(&self, passage: &Passage<'_>) -> Vec<Word> {
        let english = self.front_end.get_or_init(|| phonemizer(self.dialect).ok());
        let words = english.as_ref().map(|english| english.words(passage));
        words.and_then(Result::ok).unwrap_or_default()
    }
}
