//! Kokoro-82M in [candle](candle_core): phonemes and a voice to samples.
//!
//! The crate takes a [`Config`] and a [`VarBuilder`](candle_nn::VarBuilder), so it knows neither files nor where weights come from;
//! it takes phonemes, so it knows no language. `ARCHITECTURE.md` at the root of the repository has the picture; [`Synthesizer`] is
//! the same picture in code, and [`Features`] the boundary at which another [`SpectrumDecoder`] can take over.

pub mod alignment;
mod config;
pub mod decoder;
mod error;
mod features;
pub mod generator;
pub mod nn;
mod noise;
mod plan;
pub mod plbert;
mod pool;
pub mod predictor;
pub mod prosody;
mod report;
pub mod source;
mod spectrum_decoder;
mod synthesizer;
pub mod text_encoder;
mod timings;
mod tokens;
mod voice;

pub use config::{Config, IstftNetConfig, PlBertConfig, SAMPLE_RATE};
pub use decoder::{Decoder, LazyDecoder};
pub use error::Error;
pub use features::Features;
pub use kokoro_kernels::{Isa, Precision};
pub use plan::Plan;
pub use predictor::{FeaturePredictor, MAX_SPEED, MIN_SPEED};
pub use report::{DecodeReport, DecodedBy, ProviderShare, SegmentRun};
pub use spectrum_decoder::{Decoded, SpectrumDecoder};
pub use synthesizer::{Prepared, Synthesizer, Utterance};
pub use timings::{Stage, Timings};
pub use tokens::{Tokens, Vocab};
pub use voice::{Style, Voice};
