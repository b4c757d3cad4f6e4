//! The choice of a text front end by language.

use crate::english::English;
use crate::{Error, Language, Phonemizer};

/// The phonemizer of `language`. Loading takes some tenths of a second and about 150 MB: make one
/// and share it.
///
/// # Errors
/// [`Error::NoFrontEnd`] for any language but English.
pub fn phonemizer(language: Language) -> Result<Box<dyn Phonemizer>, Error> {
    match language {
        Language::AmericanEnglish | Language::BritishEnglish => {
            Ok(Box::new(English::new(language)))
        }
        _ => Err(Error::NoFrontEnd { language }),
    }
}
