//! What a phonemizer is given, and what it makes of it.

use std::ops::Range;

use crate::TextOptions;

/// A piece of text to pronounce: one or more whole sentences, already in words.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Passage<'a> {
    /// The text. Numbers, amounts and addresses are already words if the normalizer is on.
    pub text: &'a str,
    /// How parts of it are to be read, in the order of their ranges, without overlap.
    pub hints: &'a [Hint],
    /// What the caller asked for.
    pub options: &'a TextOptions,
}

impl<'a> Passage<'a> {
    /// A passage of `text`.
    pub fn new(text: &'a str, hints: &'a [Hint], options: &'a TextOptions) -> Self {
        Self { text, hints, options }
    }
}

/// How a part of a text is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// The bytes of the passage's text.
    pub range: Range<usize>,
    /// How they are read.
    pub reading: Reading,
}

/// A way to read a part of a text.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Reading {
    /// As these phonemes: the author wrote `[word](/phonemes/)`.
    Phonemes(String),
    /// As these phonemes, which the user's lexicon has for it.
    UserLexicon(String),
    /// As these phonemes, which a rule of the program found for it.
    Rule(String),
    /// With this stress: the author wrote `[word](+1)`. Negative numbers weaken, positive ones
    /// strengthen, by misaki's scale from −2 to 2.
    Stress(f32),
    /// As the names of its letters, digits and signs, one by one.
    Letters,
}

/// A word or a mark of a text, and how it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The bytes of the passage's text that it was read from.
    pub range: Range<usize>,
    /// Its phonemes; empty if it is not said.
    pub phonemes: String,
    /// Whether a space follows it.
    pub space: bool,
    /// Where the phonemes came from.
    pub origin: Origin,
}

/// Where the pronunciation of a word came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// The author wrote it beside the word.
    Markup,
    /// The user's lexicon.
    UserLexicon,
    /// A lexicon of the program: the word as it stands, chosen by its part of speech.
    Lexicon,
    /// A rule: an inflection, a compound, a number, or a word whose neighbours decide how it is
    /// said, such as "the" or a heteronym.
    Rule,
    /// A joint n-gram model that was trained on the lexicons (see the crate `joint-ngram`).
    Guess,
    /// The names of its letters, because it is an initialism or nothing else can be said of it.
    Letters,
    /// An espeak-ng of the user's.
    Espeak,
    /// A punctuation mark, which the model knows as a symbol.
    Punctuation,
    /// Nothing is said: it has no pronunciation here.
    Silent,
}
