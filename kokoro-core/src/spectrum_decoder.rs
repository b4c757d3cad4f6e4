//! The fork: what turns features into logits, on the CPU or elsewhere.

use std::ops::Range;

use crate::calibration::Calibration;
use crate::{CancelToken, DecodeReport, Error, Features};

/// Turns the features of an utterance into the logits of its spectrum: the part of the model that
/// an accelerator may run. Many threads may decode at once.
pub trait SpectrumDecoder: Send + Sync {
    /// Decodes `features` of `N` frames.
    ///
    /// # Errors
    /// [`Error::Length`] for features whose fields do not fit their frames; [`Error::Cancelled`],
    /// as soon as the decoder can stop; [`Error::Decoder`] for failures of a decoder outside this
    /// crate.
    fn decode(&self, features: &Features, cancel: &CancelToken) -> Result<Decoded, Error>;

    /// What [`decode_part`](Self::decode_part) needs to know of a voice, from an utterance that it
    /// spoke. Empty, if this decoder cannot decode parts, as most cannot.
    ///
    /// # Errors
    /// As [`decode`](Self::decode).
    fn calibrate(&self, _features: &Features, _: &CancelToken) -> Result<Calibration, Error> {
        Ok(Calibration::default())
    }

    /// Decodes some frames of an utterance in a time that depends on their number, with the moments
    /// of a calibration in place of the whole utterance's. The logits are those of `part`.
    ///
    /// # Errors
    /// As [`decode`](Self::decode); [`Error::NoParts`] if this decoder cannot decode parts.
    fn decode_part(
        &self,
        _features: &Features,
        _part: Range<usize>,
        _calibration: &Calibration,
        _: &CancelToken,
    ) -> Result<Decoded, Error> {
        Err(Error::NoParts)
    }

    /// Frames of the longest utterance that this decoder takes well; `None` if any length will do.
    /// What is longer is decoded all the same, but had better be spoken in pieces.
    fn longest(&self) -> Option<usize> {
        None
    }
}

/// What a decoder made of an utterance.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// `[22, F]`, `F = 120 N + 1`: eleven rows of log-magnitude and eleven of phase argument, which
    /// [`Spectrum::from_logits`](kokoro_vocoder::Spectrum::from_logits) reads.
    pub logits: Vec<f32>,
    /// What decoded, and why it was not something else.
    pub report: DecodeReport,
}
