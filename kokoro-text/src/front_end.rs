//! The choice of a text front end by language.

#[cfg(feature = "english")]
use crate::english::English;
#[cfg(feature = "french")]
use crate::french::French;
#[cfg(feature = "hindi")]
use crate::hindi::Hindi;
#[cfg(feature = "italian")]
use crate::italian::Italian;
#[cfg(feature = "japanese")]
use crate::japanese::Japanese;
#[cfg(feature = "mandarin")]
use crate::mandarin::Mandarin;
#[cfg(feature = "portuguese")]
use crate::portuguese::Portuguese;
#[cfg(feature = "spanish")]
use crate::spanish::Spanish;
use crate::{Error, Language, Phonemizer, TextData};

/// The phonemizer of `language`, with the [data](TextData) that are usually found.
///
/// # Errors
/// As [`phonemizer_with`].
pub fn phonemizer(language: Language) -> Result<Box<dyn Phonemizer>, Error> {
    phonemizer_with(language, &TextData::default())
}

/// The phonemizer of `language`. Its data are used in place, so that loading takes a few
/// milliseconds. Those of all languages but Japanese lie in the program, so that `data` does not
/// matter.
///
/// # Errors
/// [`Error::NoFrontEnd`] for a language that this build lacks; [`Error::NoTextData`] and
/// [`Error::TextData`] if data are missing, damaged or of another version.
pub fn phonemizer_with(language: Language, data: &TextData) -> Result<Box<dyn Phonemizer>, Error> {
    let _ = data; // without Japanese
    match language {
        #[cfg(feature = "english")]
        Language::AmericanEnglish | Language::BritishEnglish => {
            Ok(Box::new(English::new(language)))
        }
        #[cfg(feature = "french")]
        Language::French => Ok(Box::new(French::new())),
        #[cfg(feature = "hindi")]
        Language::Hindi => Ok(Box::new(Hindi::new())),
        #[cfg(feature = "italian")]
        Language::Italian => Ok(Box::new(Italian::new())),
        #[cfg(feature = "portuguese")]
        Language::BrazilianPortuguese => Ok(Box::new(Portuguese::new())),
        #[cfg(feature = "spanish")]
        Language::Spanish => Ok(Box::new(Spanish::new())),
        #[cfg(feature = "japanese")]
        Language::Japanese => Ok(Box::new(Japanese::new(data)?)),
        #[cfg(feature = "mandarin")]
        Language::Mandarin => Ok(Box::new(Mandarin::new())),
        #[allow(unreachable_patterns)] // with all languages
        _ => Err(Error::NoFrontEnd { language }),
    }
}
