//! American and British English: the phonemizer that puts the engine, the rules for heteronyms and
//! the further lexicons together. The engine knows neither of the other two.

mod engine;
mod heteronyms;
mod ipa;
mod out_of_lexicon;
mod signs;

use std::ops::Range;

use kokoro_normalize::{Dialect, Normalized, SaidAs, SayAs};
use mapped_text::MappedText;

use self::engine::{Engine, Hooks};
use self::heteronyms::Heteronyms;
use self::out_of_lexicon::Beyond;
use crate::word::{Passage, Word};
use crate::{Error, Language, Phonemizer, TextOptions};

/// The phonemizer of both Englishes.
pub(crate) struct English {
    language: Language,
    dialect: Dialect,
    engine: Engine,
}

impl English {
    /// Any language but British English is read as American.
    pub(crate) fn new(language: Language) -> Self {
        let dialect = match language {
            Language::BritishEnglish => Dialect::British,
            _ => Dialect::American,
        };
        let before = Some(Box::new(Heteronyms::new(dialect)) as Box<_>);
        let unknown = Some(Box::new(Beyond::new(dialect)) as Box<_>);
        let hooks = Hooks { before, unknown };
        Self { language, dialect, engine: Engine::new(dialect, hooks) }
    }
}

impl Phonemizer for English {
    fn language(&self) -> Language {
        self.language
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        options: &TextOptions,
    ) -> Normalized {
        kokoro_normalize::english(text, protected, self.dialect, &options.normalizer())
    }

    fn say_as(&self, text: &str, how: &SayAs, options: &TextOptions) -> Option<SaidAs> {
        let sign = |c| self.sign_name(c).map(str::to_owned);
        let options = options.normalizer();
        Some(kokoro_normalize::english::say_as(text, how, self.dialect, &options, &sign))
    }

    fn in_model_symbols(&self, ipa: &str) -> String {
        ipa::in_model_symbols(ipa, self.dialect)
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        Ok(self.engine.words(passage))
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        signs::name(sign, self.dialect)
    }
}
