//! Utterances in pieces, so that their beginning is heard sooner.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use kokoro_core::architecture::SAMPLES_PER_FRAME;
use kokoro_core::{
    Calibration, CancelToken, DecodeReport, PieceOptions, Pieces, Prepared, Synthesizer, Timings,
    Voice,
};

use crate::Error;
use crate::decoded::{Decoded, Decoding};

/// How many times faster than speech an utterance is decoded at least, or thereabouts. What takes
/// less than what is heard meanwhile is decoded whole.
const FASTER: usize = 10;
/// Voices whose calibration is kept; each takes 0.3 MB.
const KEPT: usize = 64;

/// Whether an utterance of `samples` samples is better given out in pieces, if `before` samples of
/// speech are heard while it is decoded.
pub(crate) fn is_needed(samples: usize, before: usize) -> bool {
    samples > FASTER * before
}

/// What was measured of voices before they spoke in pieces.
#[derive(Default)]
pub(crate) struct Calibrations {
    found: Mutex<HashMap<String, Arc<Calibration>>>,
}

impl Calibrations {
    /// The calibration of a voice, which is found when the voice first asks for it.
    ///
    /// # Errors
    /// Those of speaking.
    pub fn get(
        &self,
        model: &Synthesizer,
        name: &str,
        voice: &Voice,
        cancel: &CancelToken,
    ) -> Result<Arc<Calibration>, Error> {
        if let Some(found) = self.found.lock().unwrap_or_else(PoisonError::into_inner).get(name) {
            return Ok(found.clone());
        }
        // Two threads may both get here; they find the same.
        let calibration = Arc::new(model.calibrate(voice, cancel)?);
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.len() >= KEPT {
            found.clear();
        }
        found.insert(name.to_owned(), calibration.clone());
        Ok(calibration)
    }
}

impl fmt::Debug for Calibrations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Calibrations").finish_non_exhaustive()
    }
}

/// The samples of what was prepared, in pieces.
pub(crate) fn decoding<'a>(
    model: &'a Synthesizer,
    prepared: Prepared,
    calibration: Arc<Calibration>,
) -> Decoding<'a> {
    let total = prepared.features.frames;
    let pieces = model.pieces(prepared, calibration, PieceOptions::default());
    Box::new(InPieces { pieces, total })
}

/// Pieces in the form of whatever is decoded.
struct InPieces<'a> {
    pieces: Pieces<'a>,
    /// Frames of the utterance.
    total: usize,
}

impl Iterator for InPieces<'_> {
    type Item = Result<Decoded, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let piece = match self.pieces.next()? {
            Ok(piece) => piece,
            Err(error) => return Some(Err(error.into())),
        };
        // The time of all pieces is told with the last.
        let last = piece.frames.end == self.total;
        let timings = if last { *self.pieces.timings() } else { Timings::default() };
        let report = self.pieces.report().cloned().unwrap_or_else(DecodeReport::silence);
        debug_assert_eq!(piece.samples.len(), piece.frames.len() * SAMPLES_PER_FRAME);
        Some(Ok(Decoded { samples: piece.samples, timings, report }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decoded_in_time_stays_whole() {
        assert!(is_needed(24_000, 0));
        assert!(is_needed(24_000, 2_000));
        assert!(!is_needed(24_000, 2_400));
    }
}
