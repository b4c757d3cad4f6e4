//! What is said of a text.

use std::ops::Range;

use crate::said::Said;

/// A text in words, as its author demands it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SaidAs {
    /// The words.
    pub text: String,
    /// Bytes of it, in its order, that are read as the names of letters: "F B I".
    pub letters: Vec<Range<usize>>,
}

impl From<Said> for SaidAs {
    fn from(said: Said) -> Self {
        Self { text: said.text().to_owned(), letters: said.letter_ranges().to_vec() }
    }
}
