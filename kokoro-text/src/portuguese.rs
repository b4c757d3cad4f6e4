//! Brazilian Portuguese as upstream reads it (misaki 0.9.4 over espeak-ng).
//!
//! A written word is cut to [`pieces`], such as the halves of a compound. A piece is in the
//! [`lexicon`], or its letters are divided into [`syllables`], one of which is stressed, and the
//! rules write their [`sounds`]. Then the words of a phrase change each other's edges
//! ([`sandhi`]). The rules were written by what grammars of Portuguese say, and compared with what
//! espeak-ng says; `data/portuguese/README.md` has more.

mod consonants;
mod fold;
mod lexicon;
mod numbers;
mod pairs;
mod patterns;
mod phrase;
mod pieces;
mod sandhi;
mod signs;
mod sounds;
mod spelled;
mod stress;
mod syllables;
mod vowels;
mod writer;

use std::ops::Range;

use kokoro_normalize::{Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use self::lexicon::Lexicon;
use self::patterns::Patterns;
use self::pieces::Tables;
use crate::phrase_reader::{self, PhraseReader, Pronounced};
use crate::phrases::Written;
use crate::word::{Passage, Word};
use crate::{Error, Language, Phonemizer, TextOptions};

/// The phonemizer of Brazilian Portuguese.
pub(crate) struct Portuguese {
    tables: Tables,
}

impl Portuguese {
    pub(crate) fn new() -> Self {
        Self { tables: Tables { lexicon: Lexicon::new(), patterns: Patterns::new() } }
    }
}

impl PhraseReader for Portuguese {
    fn pronounce(&self, phrase: &[Written<'_>], _options: &TextOptions) -> Vec<Pronounced> {
        phrase::pronounce(phrase, &self.tables)
    }
}

impl Phonemizer for Portuguese {
    fn language(&self) -> Language {
        Language::BrazilianPortuguese
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        kokoro_normalize::portuguese(text, protected, &options.normalizer())
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let sign = |c| self.sign_name(c).map(str::to_owned);
        Some(kokoro_normalize::portuguese::say_as(text, how, &options.normalizer(), &sign))
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        Ok(phrase_reader::words(passage, self))
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        signs::name(sign)
    }
}
