//! What a speech engine tells of its speech: spoken words, and where sentences end.

use std::ops::Range;

/// A word as it was said: of "$100" there are three, "one", "hundred" and "dollars".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenWord<'a> {
    /// The word as it is said.
    pub spoken: &'a str,
    /// Its phonemes.
    pub phonemes: &'a str,
    /// Its samples, from the first to the one after the last, on the clock of the whole speech.
    pub time: Range<u64>,
    /// The bytes of the original text that it was read from. The words of a number share theirs.
    pub source: Range<usize>,
}

/// What ends between two spoken words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Boundary {
    /// A sentence. Subtitles show two short sentences together, if there is room.
    Sentence,
    /// A paragraph, a heading or another block, and with it a sentence. What follows is never shown
    /// together with what came before.
    Paragraph,
}
