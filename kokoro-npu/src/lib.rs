//! Kokoro's decoder as a fixed-shape ONNX segment for neural processors.
//!
//! [`describe`](describe::describe) writes the decoder down once, as a [`Graph`](graph::Graph); [`interpret`] runs it in f32 on the CPU,
//! [`quantize`] finds integers for it, [`lower`](lower::lower) turns it into ONNX in the form that NNAPI's provider takes whole,
//! [`target`] says what may be asked for, and [`export`] puts all of it together.

pub mod ablation;
pub mod decoder;
pub mod describe;
pub mod distance;
mod error;
pub mod export;
pub mod graph;
pub mod inputs;
pub mod interpret;
pub mod lower;
pub mod quantize;
pub mod runtime;
pub mod segment;
pub mod store;
pub mod target;
pub mod verify;

pub use error::{Error, Result};
