//! Which segment is wanted.

use kokoro_core::architecture::FRAMES_PER_SECOND;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::target::Target;

/// A segment to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentSpec {
    /// Frames that fit.
    pub frames: usize,
    /// Numbers that convolutions are computed in.
    pub precision: SegmentPrecision,
    /// What it is for.
    pub target: Target,
    /// Names of convolutions that stay in f32 beside those that always do.
    pub float: Vec<String>,
}

impl SegmentSpec {
    /// A segment for `seconds` of speech.
    pub fn seconds(seconds: usize, precision: SegmentPrecision, target: Target) -> Self {
        Self { frames: seconds * FRAMES_PER_SECOND, precision, target, float: Vec::new() }
    }
}
