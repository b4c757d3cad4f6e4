//! A word as it stands in the text, and when it is heard.

use std::ops::Range;

/// One word of the original text, with its place there and in the speech.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct WrittenWord {
    /// The word as it is written: exactly the bytes [`bytes`](Self::bytes) of the text.
    pub word: String,
    /// Its first sample.
    pub start: u64,
    /// The first sample after it: at least `start`, and at most the next word's `start`.
    pub end: u64,
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// Its place in the text, counted in characters (Unicode scalar values), as Python counts.
    pub chars: Range<usize>,
    /// Its place in the text, counted in units of UTF-16, as JavaScript and Java count.
    pub utf16: Range<usize>,
    /// What is said for it: "one hundred dollars" for "$100".
    pub spoken: String,
    /// The phonemes of what is said, a space between spoken words.
    pub phonemes: String,
    /// The number of its sentence, from 0.
    pub sentence: usize,
    /// The number of its paragraph, from 0.
    pub paragraph: usize,
    /// How it is shown in a line of text.
    pub display: Display,
}

/// A word as it is shown in a line of text: without markup, with its punctuation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Display {
    /// What stands before the word and belongs to it, such as an opening quotation mark.
    pub before: String,
    /// The word. It differs from [`WrittenWord::word`] if there is markup within.
    pub word: String,
    /// What follows the word and belongs to it, such as a comma or a full stop.
    pub after: String,
    /// Whether white space stands between this word and the next.
    pub space: bool,
    /// The bytes of the text from `before` to `after`.
    pub bytes: Range<usize>,
}
