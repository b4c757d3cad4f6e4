//! Why the CPU decoded although a segment was wanted, and how often.

use std::sync::Arc;

use super::guard::Finding;
use super::verdict::Refusal;
use crate::Error;

/// Why the CPU decoded although a segment was wanted: the
/// [`fallback`](kokoro_core::DecodeReport::fallback) of its reports.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Fallback {
    /// No library, no such provider, or no segment.
    #[error("no segment can run: {0}")]
    Unavailable(Arc<Error>),
    /// Longer than the longest segment.
    #[error("{frames} frames, and the longest segment holds {longest}")]
    TooLong {
        /// Frames of the utterance.
        frames: usize,
        /// Frames of the longest segment.
        longest: usize,
    },
    /// The provider failed the segment's self-test on this device.
    #[error("the provider is not trusted: {0}")]
    Untrusted(Refusal),
    /// The segment could not be opened, or its run failed.
    #[error("the segment failed: {0}")]
    Failed(Arc<Error>),
    /// The output cannot be right.
    #[error("the segment's output was refused: {0}")]
    Guarded(Finding),
    /// It failed too often in this process.
    #[error("given up after {failures} failures, the last: {last}")]
    GivenUp {
        /// Failures one after another.
        failures: usize,
        /// The last of them.
        last: Arc<Fallback>,
    },
}

/// How many utterances a segment and the CPU decoded, since the decoder was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// Utterances that a segment decoded.
    pub segment: usize,
    /// Utterances that the CPU decoded instead.
    pub cpu: usize,
    /// Of these: outputs that the guard refused.
    pub guarded: usize,
}
