//! Why SSML cannot be read.

use std::ops::Range;

use super::fault::Fault;
use super::place::Place;

/// Why SSML cannot be read: its first fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
#[non_exhaustive]
pub struct SsmlError {
    /// What is wrong.
    pub fault: Fault,
    /// Where that begins.
    pub place: Place,
    /// The bytes of the input that are wrong; empty where something is missing.
    pub range: Range<usize>,
}
