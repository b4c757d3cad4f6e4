#![doc = include_str!("../README.md")]

mod divide;
mod error;
mod kokoro;
mod many;
mod options;
mod speech;

pub use error::Error;
pub use kokoro::Kokoro;
pub use options::Options;
pub use speech::{Speech, Token};

pub use kokoro_core::{
    CancelToken, DecodeReport, DecodedBy, Isa, MAX_SPEED, MIN_SPEED, Precision, ProviderShare,
    SAMPLE_RATE, SegmentRun, Stage, Timings,
};
/// Making segments for neural processors.
#[cfg(feature = "export")]
pub use kokoro_export as export;
/// Segments on neural processors.
#[cfg(feature = "npu")]
pub use kokoro_npu as npu;
/// The text front end on its own: sentences and phonemes without a model.
pub use kokoro_text as text;
pub use kokoro_text::{Language, MAX_PHONEMES, Utterance, Utterances};
/// The model's files: looking them up, importing and fetching them.
pub use kokoro_weights as weights;
