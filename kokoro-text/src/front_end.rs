//! The choice of a text front end by language.

#[cfg(feature = "english")]
use crate::english::English;
#[cfg(feature = "hindi")]
use crate::hindi::Hindi;
#[cfg(feature = "italian")]
use crate::italian::Italian;
#[cfg(feature = "spanish")]
use crate::spanish::Spanish;
use crate::{Error, Language, Phonemizer};

/// The phonemizer of `language`. Its data lie in the program and are used in place, so that loading
/// takes a few milliseconds.
///
/// # Errors
/// [`Error::NoFrontEnd`] for a language that this build lacks.
pub fn phonemizer(language: Language) -> Result<Box<dyn Phonemizer>, Error> {
    match language {
        #[cfg(feature = "english")]
        Language::AmericanEnglish | Language::BritishEnglish => {
            Ok(Box::new(English::new(language)))
        }
        #[cfg(feature = "hindi")]
        Language::Hindi => Ok(Box::new(Hindi::new())),
        #[cfg(feature = "italian")]
        Language::Italian => Ok(Box::new(Italian::new())),
        #[cfg(feature = "spanish")]
        Language::Spanish => Ok(Box::new(Spanish::new())),
        _ => Err(Error::NoFrontEnd { language }),
    }
}
