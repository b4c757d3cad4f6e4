//! What the model files are, how they are verified, and how foreign files become ours.
//!
//! A model folder holds a manifest, parameters in safetensors, voices and a configuration; the one
//! in the repository is described in its `README.md`. [`Weights::open`] maps it,
//! [`Weights::var_builder`] hands its parameters to candle, [`Weights::voice`] gives a voice:
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # std::env::set_current_dir(env!("CARGO_MANIFEST_DIR"))?;
//! use candle_core::Device;
//! use kokoro_weights::{Weights, locate};
//!
//! let weights = Weights::open(locate(None)?)?;
//! let vb = weights.var_builder(&Device::Cpu);
//! let weight = vb.pp("bert_encoder").get((512, 768), "weight")?; // verified and dequantised now
//! let voice = weights.voice("af_heart")?;
//! assert_eq!(voice.len(), 510 * 256);
//! # Ok(())
//! # }
//! ```
//!
//! A voice may also be a file of its own: [`read_voice`], [`write_voice`]. [`grade`] is what
//! upstream thinks of a voice.
//!
//! [`import`] makes such a folder of the community's int8 export or of the official checkpoint;
//! `fetch` (a feature of that name) gets the latter from the hub; [`locate()`] knows where folders
//! are looked for. [`files`] writes whole files, here and in the crates above.

mod backend;
mod dtype;
pub mod error;
#[cfg(feature = "fetch")]
pub mod fetch;
mod file_error;
pub mod files;
mod folder;
mod grades;
pub mod import;
mod layout;
pub mod locate;
pub mod manifest;
mod quantized;
mod sha256;
mod suggest;
mod voice_file;
mod weights;

pub use dtype::Dtype;
pub use error::{Error, FormatError, Result};
pub use grades::grade;
pub use layout::{VOICE_COLUMNS, VOICE_ROWS};
pub use locate::locate;
pub use manifest::Manifest;
pub use quantized::{Integers, Quantized, SCALE, ZERO_POINT};
pub use sha256::{ParseSha256Error, Sha256};
pub use voice_file::{VoiceFormat, parse_voice, read_voice, write_voice};
pub use weights::Weights;
