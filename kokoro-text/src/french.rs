//! French as upstream reads it (misaki 0.9.4 over espeak-ng): rules from letters to phonemes,
//! exceptions, and what words do to their neighbours. The rules were written by what grammars of
//! French say, and compared with what espeak-ng says; `data/french/README.md` has more.
//!
//! A written word is cut at its apostrophes and hyphens ([`parts`]). Each part is said by the
//! lexicon of exceptions or by rules ([`words`]). In the phrase, function words lose their stress
//! ([`stress`]), and final consonants link with a vowel that follows ([`liaison`]).

mod english;
mod expect;
mod fixed;
mod liaison;
mod part;
mod parts;
mod pattern;
mod phrase;
mod rules;
mod signs;
mod spelled;
mod stress;
mod words;

use std::ops::Range;

use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use crate::phrase_reader;
use crate::word::{Passage, Word};
use crate::{Error, Language, Phonemizer, TextOptions};

use self::phrase::Reader;

/// The phonemizer of French.
pub(crate) struct French(Reader);

impl French {
    pub(crate) fn new() -> Self {
        Self(Reader::new())
    }
}

impl Phonemizer for French {
    fn language(&self) -> Language {
        Language::French
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        kokoro_normalize::french(text, protected, &options.normalizer())
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let sign = |c| self.sign_name(c).map(str::to_owned);
        Some(kokoro_normalize::french::say_as(text, how, &options.normalizer(), &sign))
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        Ok(phrase_reader::words(passage, &self.0))
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        signs::name(sign)
    }
}
