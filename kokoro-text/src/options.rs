//! How a text is to be read.

use std::sync::Arc;

use kokoro_document::Format;
use kokoro_lexicon::user::Matcher;
use kokoro_normalize::{Emoji, Options};

use crate::MAX_PHONEMES;

/// The most phonemes of an utterance, unless the caller wants another number: well below what the
/// model takes, because it speaks the faster the longer an utterance is.
const LONGEST: usize = 250;

/// How a text is to be read. The default is what a listener wants: the format is found out, numbers
/// and the like are words, emoji are silent and unknown words are pronounced by a guess.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TextOptions {
    /// What the text is written in.
    pub format: Format,
    /// Whether numbers, dates, amounts and addresses become words before they are looked up.
    pub normalization: Normalization,
    /// What becomes of a word that the lexicons of upstream's misaki lack.
    pub unknown: UnknownWords,
    /// Whether emoji are named.
    pub emoji: Emoji,
    /// Pronunciations of the user's own, made ready for the language of the text. Only what the
    /// author marked in the text comes before them.
    pub lexicon: Option<Arc<Matcher>>,
    /// The most phonemes (characters) of an utterance: a longer sentence becomes several. At least
    /// 1; above [`MAX_PHONEMES`], which is the most that the model takes, it is that.
    pub longest: usize,
}

impl Default for TextOptions {
    fn default() -> Self {
        let (format, normalization, unknown, emoji, lexicon) = Default::default();
        Self { format, normalization, unknown, emoji, lexicon, longest: LONGEST }
    }
}

impl TextOptions {
    /// The most phonemes of an utterance.
    pub(crate) fn longest(&self) -> usize {
        self.longest.clamp(1, MAX_PHONEMES)
    }

    /// What of this is for the normalizer of a language.
    #[allow(dead_code)] // in a build without languages
    pub(crate) fn normalizer(&self) -> Options {
        let mut options = Options::default();
        options.emoji = self.emoji;
        options
    }
}

/// Whether what is not written in letters becomes words before it is looked up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Normalization {
    /// As a reader says it.
    #[default]
    On,
    /// Only as upstream's misaki does: it reads numbers and money, and leaves out much else. The
    /// rules for heteronyms, which misaki lacks, are off too.
    Off,
}

/// What becomes of a word that the lexicons of upstream's misaki lack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum UnknownWords {
    /// It is looked up in further lexicons and in parts, and at last guessed.
    #[default]
    Guess,
    /// It is left out, and reported, as misaki does without a fallback.
    Skip,
}
