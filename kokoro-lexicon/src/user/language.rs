//! For which languages an entry is meant.

/// The tags that an entry may have: those of Kokoro's languages, and of languages without region.
pub(super) const TAGS: [&str; 11] =
    ["en", "en-us", "en-gb", "es", "fr", "hi", "it", "ja", "pt", "pt-br", "zh"];

/// The tag among [`TAGS`] that is written as `written`, in any case and with `-` or `_`.
pub(super) fn tag(written: &str) -> Option<&'static str> {
    let tag = written.replace('_', "-").to_ascii_lowercase();
    TAGS.into_iter().find(|known| **known == tag)
}

/// Whether an entry for `entry` serves `language`: a language without region serves all regions.
pub(super) fn serves(entry: &str, language: &str) -> bool {
    language.strip_prefix(entry).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Whether texts of the language with `tag` have spaces between words.
pub(super) fn separates_words(tag: &str) -> bool {
    !serves("ja", tag) && !serves("zh", tag)
}

/// How phonemes and apostrophes are treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    American,
    British,
    Other,
}

impl Kind {
    /// The kind of the language with `tag`.
    pub fn of(tag: &str) -> Self {
        match tag {
            "en-gb" => Self::British,
            _ if serves("en", tag) => Self::American,
            _ => Self::Other,
        }
    }

    /// Whether it is English.
    pub fn is_english(self) -> bool {
        self != Self::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_serves_its_regions() {
        assert!(serves("en", "en-us") && serves("en", "en-gb") && serves("en-gb", "en-gb"));
        assert!(!serves("en-gb", "en-us") && !serves("es", "en-us") && !serves("e", "en"));
        assert_eq!(tag("EN_us"), Some("en-us"));
        assert_eq!(tag("klingon"), None);
    }
}
