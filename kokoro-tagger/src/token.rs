//! What a text is cut into.

use std::ops::Range;

use crate::tag::Tag;

/// A token with its tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text, without the space that may follow.
    pub range: Range<usize>,
    /// Whether one space, `' '`, separates it from what follows. More white space makes a token
    /// of its own.
    pub space: bool,
    /// Its part of speech.
    pub tag: Tag,
}

/// A token before it is tagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untagged {
    /// Its bytes in the text, without the space that may follow.
    pub range: Range<usize>,
    /// Whether one space, `' '`, separates it from what follows.
    pub space: bool,
    /// The identifier of the norm that an exception of the tokenizer gives it.
    pub(crate) norm: Option<u64>,
}

impl Untagged {
    /// A token that no exception made, and that no space follows.
    pub(crate) fn plain(range: Range<usize>) -> Self {
        Self { range, space: false, norm: None }
    }
}
