//! `--g2p`: who turns words into phonemes.

use clap::ValueEnum;
use kokoro::text::{Espeak, EspeakPhonemizer, Phonemizer, TextData, phonemizer_with};
use kokoro::{KokoroBuilder, Language};

use crate::error::Error;

/// `--g2p`.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum G2p {
    /// The front end of this program
    #[default]
    Builtin,
    /// An espeak-ng that you have installed (Spanish, French, Hindi, Italian, Portuguese)
    Espeak,
}

impl G2p {
    /// The phonemizer of a language.
    ///
    /// # Errors
    /// This program lacks it, or there is no espeak-ng.
    pub fn phonemizer(
        self,
        language: Language,
        data: &TextData,
    ) -> Result<Box<dyn Phonemizer>, Error> {
        match self {
            Self::Builtin => Ok(phonemizer_with(language, data)?),
            Self::Espeak => {
                let espeak = Espeak::find().map_err(kokoro::text::Error::from)?;
                Ok(Box::new(EspeakPhonemizer::new(language, espeak)?))
            }
        }
    }

    /// What a model is to load with itself to read a language.
    ///
    /// # Errors
    /// There is no espeak-ng.
    pub fn front_end(self, language: Language, data: TextData) -> Result<FrontEnd, Error> {
        match self {
            Self::Builtin => Ok(FrontEnd::BuiltIn(language, data)),
            Self::Espeak => Ok(FrontEnd::Own(self.phonemizer(language, &data)?)),
        }
    }
}

/// What a model loads with itself to read text.
#[derive(Default)]
pub enum FrontEnd {
    /// Nothing.
    #[default]
    None,
    /// The library's front end of a language, and where its data lie.
    BuiltIn(Language, TextData),
    /// Another one.
    Own(Box<dyn Phonemizer>),
}

impl FrontEnd {
    /// Adds it to what is to be loaded.
    pub fn add_to(self, builder: KokoroBuilder) -> KokoroBuilder {
        match self {
            Self::None => builder,
            Self::BuiltIn(language, data) => builder.text_data(data).preload(language),
            Self::Own(phonemizer) => builder.phonemizer(phonemizer),
        }
    }
}
