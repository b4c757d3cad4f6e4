//! `--lang`: the language of a text, or `auto`.

use std::str::FromStr;

use kokoro::Language;
use kokoro::text::{self, detect};

use crate::error::Error;

/// The language of a text.
#[derive(Clone, Copy)]
pub enum LangArg {
    /// It is found out.
    Auto,
    /// The user names it.
    Is(Language),
}

impl LangArg {
    /// The language of this text.
    ///
    /// # Errors
    /// It is to be found out, and is none that Kokoro speaks.
    pub fn of(self, text: &str) -> Result<Language, Error> {
        match self {
            Self::Is(language) => Ok(language),
            Self::Auto => detect(text).ok_or(Error::TextLanguage),
        }
    }
}

impl FromStr for LangArg {
    type Err = text::Error;

    fn from_str(given: &str) -> Result<Self, text::Error> {
        match given.trim().eq_ignore_ascii_case("auto") {
            true => Ok(Self::Auto),
            false => given.parse().map(Self::Is),
        }
    }
}
