//! The form of a segment's files, on which the exporter and the runtime agree: the ONNX model with
//! its metadata, and beside it a self-test for the device that is to run it.

mod input;
mod metadata;
mod names;
mod rate;
mod self_test;

pub use input::SegmentInput;
pub use metadata::{Metadata, file_name};
pub use names::{FEATURES, LOGITS, affine_names, mask_name, ratio_name};
pub use rate::Rate;
pub use self_test::SelfTest;

/// Version of the exporter that this runtime understands: segments of another one are made again.
pub const EXPORTER: &str = concat!(env!("CARGO_PKG_VERSION"), "+4");
