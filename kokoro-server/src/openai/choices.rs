//! Fields that are one of a few words.

use std::str::FromStr;

use kokoro::Language;
use utoipa::ToSchema;

/// What a stream is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "lowercase")]
pub(crate) enum StreamFormat {
    /// Bytes of the sound.
    #[default]
    Audio,
    /// Server-sent events.
    Sse,
}

/// Whether a sentence is sent before all of it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "lowercase")]
pub(crate) enum LatencyChoice {
    /// Each sentence is made whole.
    Exact,
    /// Its beginning is sent sooner; samples differ a little.
    Low,
}

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LanguageChoice {
    /// It is found out.
    Auto,
    /// It is named.
    Is(Language),
}

/// Why a word is none of a few. The field that has it tells the words.
#[derive(Debug)]
pub(crate) struct NoChoice;

impl FromStr for StreamFormat {
    type Err = NoChoice;

    fn from_str(word: &str) -> Result<Self, NoChoice> {
        match word {
            "audio" => Ok(Self::Audio),
            "sse" => Ok(Self::Sse),
            _ => Err(NoChoice),
        }
    }
}

impl FromStr for LatencyChoice {
    type Err = NoChoice;

    fn from_str(word: &str) -> Result<Self, NoChoice> {
        match word {
            "exact" => Ok(Self::Exact),
            "low" => Ok(Self::Low),
            _ => Err(NoChoice),
        }
    }
}

impl FromStr for LanguageChoice {
    type Err = NoChoice;

    fn from_str(word: &str) -> Result<Self, NoChoice> {
        match word.trim().eq_ignore_ascii_case("auto") {
            true => Ok(Self::Auto),
            false => word.parse().map(Self::Is).map_err(|_| NoChoice),
        }
    }
}
