//! Segments at work: opened, tested, watched, and replaced by the CPU where they fail.

mod segment_decoder;

pub use segment_decoder::{SegmentDecoder, SegmentFile};
