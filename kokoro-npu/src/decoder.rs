//! Segments at work: opened, tested, watched, and replaced by the CPU where they fail.
//!
//! [`NpuDecoder`] is what an application uses; [`SegmentDecoder`] is one segment without any of that care, for measuring.

mod buckets;
mod fallback;
pub mod guard;
mod npu_decoder;
mod segment_decoder;
pub mod trust;

pub use fallback::{Counts, Fallback};
pub use npu_decoder::{NpuDecoder, NpuOptions, Prober};
pub use segment_decoder::{SegmentDecoder, SegmentFile};
