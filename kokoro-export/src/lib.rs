//! Makes segments: Kokoro's decoder as a fixed-shape ONNX model for neural processors.
//!
//! [`describe`](describe::describe) writes the decoder down once, as a
//! [`SegmentGraph`](graph::SegmentGraph); [`interpret`] runs it in f32 on the CPU, [`quantize`]
//! finds integers for it, [`lower`](lower::lower) turns it into ONNX in the form that NNAPI's
//! provider takes whole, and the [`Exporter`] puts all of it together. The form of the files is
//! that of [`kokoro_npu::segment`].

mod choices;
pub mod describe;
mod ensure;
mod error;
mod exporter;
mod first_frames;
pub mod graph;
pub mod interpret;
pub mod lower;
mod phrases;
pub mod quantize;
mod spec;
mod sweep;

pub use choices::{Choice, weigh_choices};
pub use ensure::ensure_segments;
pub use error::{Error, Result};
pub use exporter::Exporter;
pub use first_frames::first_frames;
pub use phrases::{Phrase, chosen_on, held_out, phrases};
pub use spec::SegmentSpec;
pub use sweep::sweep;
