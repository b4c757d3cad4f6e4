//! What follows a word, as far as it decides how the word is said.

use super::sounds::{is_consonant, is_pause, is_vowel};

/// What is known of the words that follow. Words are read from the last to the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Context {
    /// Whether the next sound is a vowel; nothing at a pause or at the end.
    pub(crate) vowel: Option<bool>,
    /// Whether the next word is "to".
    pub(crate) to: bool,
}

impl Context {
    /// The context of the word before one that has been read.
    pub(super) fn before(self, word: &str, tag: &str, phonemes: &str) -> Self {
        let sound = |c: char| match c {
            _ if is_pause(c) => Some(None),
            _ if is_vowel(c) => Some(Some(true)),
            _ if is_consonant(c) => Some(Some(false)),
            _ => None,
        };
        let to = matches!(word, "to" | "To") || word == "TO" && matches!(tag, "TO" | "IN");
        Self { vowel: phonemes.chars().find_map(sound).unwrap_or(self.vowel), to }
    }
}
