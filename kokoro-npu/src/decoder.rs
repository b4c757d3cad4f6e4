//! Segments at work: opened, tested, watched, and replaced by the CPU where they fail.
//!
//! [`NpuDecoder`] is what an application uses; [`SegmentDecoder`] is one segment without any of that care, for measuring.

mod buckets;
pub mod guard;
mod npu_decoder;
mod report;
mod segment_decoder;
pub mod trust;

pub use npu_decoder::{Decoded, NpuDecoder, NpuOptions, Prober};
pub use report::{Counts, Fallback, Report};
pub use segment_decoder::{SegmentDecoder, SegmentFile};
