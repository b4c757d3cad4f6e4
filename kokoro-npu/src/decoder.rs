//! Segments at work: opened, tested, watched, and replaced by the CPU where they fail.
//!
//! [`NpuDecoder`] is what an application uses; [`SegmentDecoder`] is one segment without any of
//! that care, for measuring.

mod buckets;
mod fallback;
pub mod guard;
mod npu_decoder;
mod options;
mod segment_decoder;
mod segment_file;
mod self_test;
mod verdict;
mod verdicts;

pub use fallback::{Counts, Fallback};
pub use npu_decoder::NpuDecoder;
pub use options::{NpuOptions, Prober};
pub use segment_decoder::SegmentDecoder;
pub use segment_file::SegmentFile;
pub use self_test::{bar, self_test};
pub use verdict::{Refusal, Verdict};
pub use verdicts::Verdicts;
