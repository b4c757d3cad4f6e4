//! The nine languages of Kokoro-82M, by their one-letter codes and their tags.
//!
//! Codes and tags are those of upstream's `kokoro/pipeline.py` (`LANG_CODES`, `ALIASES`); the first
//! letter of a voice's name is the code of its language.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// A language that Kokoro's voices speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// `a`, `en-us`.
    AmericanEnglish,
    /// `b`, `en-gb`.
    BritishEnglish,
    /// `e`, `es`.
    Spanish,
    /// `f`, `fr`.
    French,
    /// `h`, `hi`.
    Hindi,
    /// `i`, `it`.
    Italian,
    /// `j`, `ja`.
    Japanese,
    /// `p`, `pt-br`.
    BrazilianPortuguese,
    /// `z`, `zh`.
    Mandarin,
}

impl Language {
    /// All nine, in the order of their codes.
    pub const ALL: [Self; 9] = [
        Self::AmericanEnglish,
        Self::BritishEnglish,
        Self::Spanish,
        Self::French,
        Self::Hindi,
        Self::Italian,
        Self::Japanese,
        Self::BrazilianPortuguese,
        Self::Mandarin,
    ];

    /// The one-letter code with which the names of its voices begin.
    pub fn code(self) -> char {
        match self {
            Self::AmericanEnglish => 'a',
            Self::BritishEnglish => 'b',
            Self::Spanish => 'e',
            Self::French => 'f',
            Self::Hindi => 'h',
            Self::Italian => 'i',
            Self::Japanese => 'j',
            Self::BrazilianPortuguese => 'p',
            Self::Mandarin => 'z',
        }
    }

    /// The tag: language and, where it matters, region.
    pub fn tag(self) -> &'static str {
        match self {
            Self::AmericanEnglish => "en-us",
            Self::BritishEnglish => "en-gb",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Hindi => "hi",
            Self::Italian => "it",
            Self::Japanese => "ja",
            Self::BrazilianPortuguese => "pt-br",
            Self::Mandarin => "zh",
        }
    }

    /// The name in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::AmericanEnglish => "American English",
            Self::BritishEnglish => "British English",
            Self::Spanish => "Spanish",
            Self::French => "French",
            Self::Hindi => "Hindi",
            Self::Italian => "Italian",
            Self::Japanese => "Japanese",
            Self::BrazilianPortuguese => "Brazilian Portuguese",
            Self::Mandarin => "Mandarin Chinese",
        }
    }

    /// A voice of the model that speaks it, for those who name none: upstream's best, or the first.
    pub fn default_voice(self) -> &'static str {
        match self {
            Self::AmericanEnglish => "af_heart",
            Self::BritishEnglish => "bf_emma",
            Self::Spanish => "ef_dora",
            Self::French => "ff_siwis",
            Self::Hindi => "hf_alpha",
            Self::Italian => "if_sara",
            Self::Japanese => "jf_alpha",
            Self::BrazilianPortuguese => "pf_dora",
            Self::Mandarin => "zf_xiaobei",
        }
    }

    /// The language with this one-letter code.
    pub fn from_code(code: char) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code.to_ascii_lowercase())
    }

    /// The language of a voice, by its name: language code, `f` or `m`, underscore, as in
    /// `af_heart`. None for a name of another form.
    pub fn from_voice(name: &str) -> Option<Self> {
        match name.as_bytes() {
            [code, b'f' | b'm', b'_', _, ..] => Self::from_code(char::from(*code)),
            _ => None,
        }
    }

    /// Codes and tags of all, for messages: `a (en-us), b (en-gb), …`.
    pub(crate) fn list() -> String {
        Self::ALL.map(|language| format!("{} ({})", language.code(), language.tag())).join(", ")
    }
}

/// The name and the tag: `Spanish (es)`.
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name(), self.tag())
    }
}

/// Accepts the code (`a`) or the tag (`en-us`, also `en_US`), in any case, and upstream's `fr-fr`.
impl FromStr for Language {
    type Err = Error;

    fn from_str(given: &str) -> Result<Self, Error> {
        let wanted = given.trim().to_lowercase().replace('_', "-");
        let matches = |language: &Self| {
            wanted == language.tag()
                || wanted.chars().eq([language.code()])
                || (*language == Self::French && wanted == "fr-fr")
        };
        Self::ALL
            .into_iter()
            .find(matches)
            .ok_or_else(|| Error::UnknownLanguage { found: given.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_tags_parse_back() {
        for language in Language::ALL {
            assert_eq!(language.code().to_string().parse::<Language>().unwrap(), language);
            assert_eq!(language.tag().to_uppercase().parse::<Language>().unwrap(), language);
            assert_eq!(Language::from_voice(language.default_voice()), Some(language));
        }
        assert_eq!("en_US".parse::<Language>().unwrap(), Language::AmericanEnglish);
    }

    #[test]
    fn unknown_language_lists_the_known_ones() {
        for wrong in ["", "xx", "english", "ab", "é"] {
            let message = wrong.parse::<Language>().unwrap_err().to_string();
            assert!(message.contains("a (en-us)") && message.contains("z (zh)"), "{message}");
        }
    }

    #[test]
    fn voice_names_give_their_language() {
        assert_eq!(Language::from_voice("af_heart"), Some(Language::AmericanEnglish));
        assert_eq!(Language::from_voice("bm_george"), Some(Language::BritishEnglish));
        assert_eq!(Language::from_voice("zf_xiaobei"), Some(Language::Mandarin));
        for other in ["", "a", "af_", "xf_heart", "alice", "ax_heart", "éf_heart"] {
            assert_eq!(Language::from_voice(other), None, "{other}");
        }
    }
}
