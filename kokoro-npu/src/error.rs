//! What can go wrong with a segment.

use std::path::PathBuf;

use kokoro_weights::files::FileError;

use crate::SegmentPrecision;
use crate::target::Target;

/// The error of this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An utterance that does not fit.
    #[error(
        "the segment holds {capacity} frames, the utterance has {found}; use a longer segment or \
         split the text"
    )]
    Capacity {
        /// Frames that fit.
        capacity: usize,
        /// Frames of the utterance.
        found: usize,
    },
    /// The operating system refused a file operation.
    #[error(transparent)]
    Io(#[from] FileError),
    /// A model that is not a segment.
    #[error(
        "not a segment of this program: expected the property {missing}, found none that makes \
         sense; export it again"
    )]
    Foreign {
        /// The property.
        missing: &'static str,
    },
    /// A segment that was made from other weights, or by another version of this program.
    #[error(
        "{}: expected a segment of {what} {expected}, found one of {found}; export it again",
        path.display()
    )]
    OtherModel {
        /// The file.
        path: PathBuf,
        /// `weights` or `exporter`.
        what: &'static str,
        /// What this program has.
        expected: String,
        /// What the segment says.
        found: String,
    },
    /// A self-test that was made for another capacity than its segment has.
    #[error(
        "{}: expected a self-test for {capacity} frames, found {found} logits; export the segment \
         again",
        path.display()
    )]
    OtherSelfTest {
        /// The file.
        path: PathBuf,
        /// Frames of the segment.
        capacity: usize,
        /// Logits of the self-test.
        found: usize,
    },
    /// Nothing to run.
    #[error(
        "no segments: expected at least one file, found none; export some, or let them be made"
    )]
    NoSegments,
    /// A segment was demanded, and none could decode.
    #[error("a segment was demanded, but {0}")]
    Required(crate::decoder::Fallback),
    /// ONNX Runtime or one of its providers failed.
    #[error(transparent)]
    Runtime(#[from] crate::runtime::Error),
    /// A precision that does not exist.
    #[error("unknown precision {found:?}: expected f32, a16w8 or int8")]
    UnknownPrecision {
        /// What was given.
        found: String,
    },
    /// A target that does not exist.
    #[error("unknown target {found:?}: expected nnapi, qnn, openvino, coreml or generic")]
    UnknownTarget {
        /// What was given.
        found: String,
    },
    /// A precision that the target does not take.
    #[error(
        "the target {target} does not take {found}: expected {}",
        choice(target.precisions())
    )]
    TargetPrecision {
        /// The target.
        target: Target,
        /// The precision.
        found: SegmentPrecision,
    },
    /// The weights are missing or damaged.
    #[error(transparent)]
    Weights(#[from] kokoro_weights::Error),
    /// A tensor that cannot be written as ONNX.
    #[error(transparent)]
    Onnx(#[from] kokoro_onnx::Error),
    /// The model's own error.
    #[error(transparent)]
    Model(#[from] kokoro_core::Error),
    /// A weight is missing or has another shape.
    #[error(transparent)]
    Tensor(#[from] candle_core::Error),
}

/// A result with this crate's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// `f32 or int8; choose one of them or another target`.
fn choice(precisions: &[SegmentPrecision]) -> String {
    let names: Vec<String> = precisions.iter().map(SegmentPrecision::to_string).collect();
    let which = if names.len() == 1 { "it" } else { "one of them" };
    format!("{}; choose {which} or another target", names.join(" or "))
}
