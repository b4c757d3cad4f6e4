//! Samples as they come from the decoder.

use kokoro_core::{DecodeReport, Timings};

use crate::Error;

/// Samples as the decoder gives them: those of a whole utterance, or of a piece of it.
pub(crate) struct Decoded {
    pub samples: Vec<f32>,
    pub timings: Timings,
    pub report: DecodeReport,
}

/// Where the samples of an utterance come from.
pub(crate) type Decoding<'a> = Box<dyn Iterator<Item = Result<Decoded, Error>> + Send + 'a>;
