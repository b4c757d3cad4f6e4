//! Why the CPU decoded although a segment was wanted, and how often.

use std::fmt;

use crate::decoder::guard::Finding;

/// Why the CPU spoke although a segment was wanted: the
/// [`fallback`](kokoro_core::DecodeReport::fallback) of its reports.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Fallback {
    /// No library, no such provider, or no segment.
    Unavailable(String),
    /// Longer than the longest segment.
    TooLong {
        /// Frames of the utterance.
        frames: usize,
        /// Frames of the longest segment.
        longest: usize,
    },
    /// The provider failed the segment's self-test on this device.
    Untrusted(String),
    /// The segment could not be opened, or its run failed.
    Failed(String),
    /// The output cannot be right.
    Guarded(Finding),
    /// It failed too often in this process.
    GivenUp {
        /// Failures one after another.
        failures: usize,
        /// The last of them.
        last: String,
    },
}

impl fmt::Display for Fallback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable(reason) => write!(f, "no segment can run: {reason}"),
            Self::TooLong { frames, longest } => {
                write!(f, "{frames} frames, and the longest segment holds {longest}")
            }
            Self::Untrusted(reason) => write!(f, "the provider is not trusted: {reason}"),
            Self::Failed(reason) => write!(f, "the segment failed: {reason}"),
            Self::Guarded(finding) => write!(f, "the segment's output was refused: {finding}"),
            Self::GivenUp { failures, last } => {
                write!(f, "given up after {failures} failures, the last: {last}")
            }
        }
    }
}

impl std::error::Error for Fallback {}

/// How often what happened, since the decoder was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Utterances that a segment decoded.
    pub segment: usize,
    /// Utterances that the CPU decoded instead.
    pub cpu: usize,
    /// Of these: outputs that the guard refused.
    pub guarded: usize,
}
