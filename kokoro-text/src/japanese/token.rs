//! What upstream's words are on their way to phonemes.

use std::ops::Range;

use crate::word::Origin;

/// A word or a mark on its way to its phonemes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The bytes of the passage.
    pub(super) range: Range<usize>,
    /// How it is written, folded.
    pub(super) surface: String,
    /// How upstream says it, also with symbols that the model lacks.
    pub(super) said: String,
    /// Whether a space follows.
    pub(super) space: bool,
    /// Where that comes from.
    pub(super) origin: Origin,
}
