//! The choice of a text front end by language.

use crate::english::English;
use crate::{Error, Language, Phonemizer};

/// The phonemizer of `language`. Its data lie in the program and are used in place, so that loading
/// takes a few milliseconds.
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
