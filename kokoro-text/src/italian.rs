//! Italian as upstream reads it (misaki 0.9.4 over espeak-ng).
//!
//! A written word is cut at its apostrophes and hyphens ([`pieces`]). The [`lexicon`] says where
//! the stress of a piece lies, which vowels are open and how z is said, and has the words that
//! break the rules; [`spelling`] makes phonemes of the letters. In the phrase, function words lose
//! their stress ([`weak`]). The rules were written by what grammars of Italian say, and compared
//! with what espeak-ng says; `data/italian/README.md` has more.

mod accent;
mod digits;
mod endings;
mod homographs;
mod initials;
mod letters;
mod lexicon;
mod number_words;
mod phrase;
mod pieces;
mod signs;
mod spelled;
mod spelling;
mod weak;

use std::ops::Range;

use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use self::lexicon::Lexicon;
use crate::phrase_reader::{self, PhraseReader, Pronounced};
use crate::phrases::Written;
use crate::word::{Passage, Word};
use crate::{Error, Language, Phonemizer, TextOptions};

/// The phonemizer of Italian.
pub(crate) struct Italian {
    lexicon: Lexicon,
}

impl Italian {
    pub(crate) fn new() -> Self {
        Self { lexicon: Lexicon::new() }
    }
}

impl PhraseReader for Italian {
    fn pronounce(&self, phrase: &[Written<'_>], _options: &TextOptions) -> Vec<Pronounced> {
        phrase::pronounce(phrase, &self.lexicon)
    }
}

impl Phonemizer for Italian {
    fn language(&self) -> Language {
        Language::Italian
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        kokoro_normalize::italian(text, protected, &options.normalizer())
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let sign = |c| self.sign_name(c).map(str::to_owned);
        Some(kokoro_normalize::italian::say_as(text, how, &options.normalizer(), &sign))
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        Ok(phrase_reader::words(passage, self))
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        signs::name(sign)
    }
}
