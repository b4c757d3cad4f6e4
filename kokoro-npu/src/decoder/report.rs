//! What decoded an utterance, and why it was not something else.

use std::fmt;
use std::sync::Arc;

use crate::decoder::guard::Finding;
use crate::quantize::Precision;
use crate::runtime::Placement;

/// What decoded an utterance.
#[derive(Debug, Clone, PartialEq)]
pub enum Report {
    /// A segment, on a provider.
    Segment {
        /// Frames that fit.
        capacity: usize,
        /// Its precision.
        precision: Precision,
        /// The provider, with its options.
        provider: String,
        /// Which provider got which nodes: what it does not take runs on ONNX Runtime's CPU provider.
        placement: Arc<Placement>,
    },
    /// The model on the CPU.
    Cpu {
        /// Why no segment did, if one was wanted.
        instead: Option<Fallback>,
    },
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Segment { capacity, precision, provider, placement } => {
                write!(f, "{precision} segment of {capacity} frames on {provider} ({placement})")
            }
            Self::Cpu { instead: None } => f.write_str("the CPU"),
            Self::Cpu { instead: Some(why) } => write!(f, "the CPU: {why}"),
        }
    }
}

/// Why the CPU spoke although a segment was wanted.
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
