//! Kokoro-82M in [candle](candle_core): phonemes and a voice to samples.
//!
//! The crate takes a [`Config`] and a [`VarBuilder`](candle_nn::VarBuilder), so it knows neither
//! files nor where weights come from; it takes phonemes, so it knows no language. `ARCHITECTURE.md`
//! at the root of the repository has the picture; [`Synthesizer`] is the same picture in code, and
//! [`Features`] the boundary at which another [`SpectrumDecoder`] can take over.

pub mod alignment;
pub mod architecture;
mod calibrate;
mod calibration;
mod cancel;
mod config;
pub mod decoder;
mod delivery;
mod error;
pub mod feature_predictor;
mod features;
pub mod generator;
mod lazy_decoder;
pub mod nn;
mod noise;
mod pace;
mod piece_plan;
mod pieces;
mod pitch;
pub mod plbert;
mod pool;
mod precision_plan;
pub mod prosody;
mod report;
pub mod source;
mod spectrum_decoder;
mod synthesizer;
pub mod text_encoder;
mod timings;
mod token_prosody;
mod tokens;
mod voice;

pub use architecture::SAMPLE_RATE;
pub use calibration::Calibration;
pub use cancel::CancelToken;
pub use config::{Config, IstftNetConfig, PlBertConfig};
pub use decoder::Decoder;
pub use delivery::{Delivery, MAX_SPEED, MIN_SPEED};
pub use error::Error;
pub use feature_predictor::FeaturePredictor;
pub use features::Features;
pub use kokoro_kernels::{Isa, Precision};
pub use kokoro_vocoder::TimeScale;
pub use lazy_decoder::LazyDecoder;
pub use piece_plan::PieceOptions;
pub use pieces::{Piece, Pieces};
pub use precision_plan::PrecisionPlan;
pub use report::{DecodeReport, DecodedBy, ProviderShare, SegmentRun};
pub use spectrum_decoder::{Decoded, SpectrumDecoder};
pub use synthesizer::{Prepared, Spoken, Synthesizer};
pub use timings::{Stage, Timings};
pub use token_prosody::{Pitch, TokenProsody};
pub use tokens::{Tokens, Vocab};
pub use voice::{Style, Voice};
