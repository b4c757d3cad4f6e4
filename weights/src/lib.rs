//! What the model files are, how they are verified, and how foreign files become ours.

mod backend;
mod error;
#[cfg(feature = "fetch")]
pub mod fetch;
pub mod import;
mod layout;
pub mod locate;
pub mod manifest;
pub mod onnx;
mod quantized;
mod suggest;
mod weights;

pub use error::{Error, Result};
pub use locate::locate;
pub use manifest::Manifest;
pub use quantized::{Integers, Quantized, SCALE, ZERO_POINT};
pub use weights::{VOICE_COLUMNS, VOICE_ROWS, Weights};
