//! Runs Kokoro's decoder on neural processors, as a segment: a fixed-shape ONNX model.
//!
//! [`segment`] is the form of the files, [`target`] whom they are made for, [`store`] where they
//! are kept, [`inputs`] what they are fed; [`runtime`] is ONNX Runtime, and [`decoder`] puts all of
//! it together, with the CPU standing by.

pub mod decoder;
mod error;
pub mod inputs;
mod precision;
pub mod runtime;
pub mod segment;
pub mod store;
pub mod target;

pub use error::{Error, Result};
pub use precision::SegmentPrecision;
