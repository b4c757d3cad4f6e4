//! Where pronunciations may come from besides misaki's rules. The engine must not know who
//! implements these traits: `heteronyms` and `out_of_lexicon` know the engine.

use kokoro_tagger::{Tag, Token};

use crate::word::Origin;

/// A word and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'a> {
    /// The word; straight apostrophes, otherwise as it is written.
    pub(crate) word: &'a str,
    /// The text that it stands in.
    pub(crate) text: &'a str,
    /// The tokens of the text.
    pub(crate) tokens: &'a [Token],
    /// The tokens that the word was read from, which may be parts of them, or one with a part.
    pub(crate) first: usize,
    /// See `first`: the last of these tokens.
    pub(crate) last: usize,
}

/// Pronounces words before the lexicon is asked: the rules for heteronyms do.
pub(crate) trait Before: Send + Sync {
    /// The phonemes of a word, or nothing if the lexicon shall be asked.
    fn pronounce(&self, site: Site<'_>) -> Option<(String, Origin)>;
}

/// Pronounces words that the lexicon does not know.
pub(crate) trait Unknown: Send + Sync {
    /// The phonemes of a word of letters and apostrophes.
    fn pronounce(&self, word: &str, tag: Tag) -> Option<(String, Origin)>;

    /// The phonemes of a word if a further lexicon lists it in exactly this form, and the entry is
    /// more likely to be right than what misaki's rules make of the word.
    fn listed(&self, word: &str, tag: Tag) -> Option<(String, Origin)> {
        let _ = (word, tag);
        None
    }

    /// The phonemes of a word that is known or made of known ones; no guess.
    fn known(&self, word: &str, tag: Tag) -> Option<(String, Origin)> {
        let _ = (word, tag);
        None
    }
}

/// Both kinds of hooks. Each may be absent; without both, words are read as misaki reads them.
#[derive(Default)]
pub(crate) struct Hooks {
    /// Asked before the lexicon.
    pub(crate) before: Option<Box<dyn Before>>,
    /// Asked after it.
    pub(crate) unknown: Option<Box<dyn Unknown>>,
}
