//! An utterance in pieces, so that its beginning can be heard before its end is made.

use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;
use std::sync::Arc;
use std::vec::IntoIter;

use crate::architecture::SAMPLES_PER_FRAME;
use crate::synthesizer::{Prepared, Synthesizer};
use crate::timings::{Stage, Timings};
use crate::{Calibration, DecodeReport, Decoded, Error, PieceOptions};

/// Samples over which a piece takes over from the one before: a frame.
const CROSSFADE: usize = SAMPLES_PER_FRAME;
/// Frames that are decoded past the end of a piece: the one that is crossfaded, and one more, since
/// the last samples of a spectrum lack the columns that follow.
const AFTER: usize = 2;
/// Frames that are decoded before a piece, since the first samples of a spectrum lack columns, too.
const BEFORE: usize = 1;

/// A part of an utterance.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Piece {
    /// Which frames.
    pub frames: Range<usize>,
    /// Their samples, 600 a frame at 24 kHz.
    pub samples: Vec<f32>,
}

/// The pieces of an utterance, one after the other and without a gap, each computed when it is
/// asked for: see [`Synthesizer::pieces`]. After an error there is nothing more.
pub struct Pieces<'a> {
    synthesizer: &'a Synthesizer,
    calibration: Arc<Calibration>,
    /// `None` when all has been given.
    prepared: Option<Prepared>,
    cuts: IntoIter<usize>,
    given: usize, // frames
    /// How the last piece would have gone on.
    tail: Vec<f32>,
    timings: Timings,
    report: Option<DecodeReport>,
}

impl Synthesizer {
    /// Everything from the fork on, in pieces: the beginning of an utterance can be heard while the
    /// rest is made. All but the last piece are decoded with `calibration`, of the voice that
    /// speaks, and sound a little different from the exact speech; the last piece is exact, but for
    /// its first 25 ms, over which it takes over. The pieces depend on what was prepared, the
    /// calibration and the options alone.
    ///
    /// What is short, and everything if the calibration is empty, is one piece, which is what
    /// [`complete`](Self::complete) gives.
    pub fn pieces(
        &self,
        prepared: Prepared,
        calibration: impl Into<Arc<Calibration>>,
        options: PieceOptions,
    ) -> Pieces<'_> {
        Pieces::new(self, prepared, calibration.into(), options)
    }
}

impl<'a> Pieces<'a> {
    fn new(
        synthesizer: &'a Synthesizer,
        prepared: Prepared,
        calibration: Arc<Calibration>,
        options: PieceOptions,
    ) -> Self {
        let energy = if calibration.is_empty() { &[][..] } else { &prepared.features.energy };
        let cuts = options.cuts(energy).into_iter();
        Self {
            synthesizer,
            calibration,
            cuts,
            given: 0,
            tail: Vec::new(),
            timings: prepared.timings,
            report: None,
            prepared: Some(prepared),
        }
    }

    /// Wall time by stage, so far.
    pub fn timings(&self) -> &Timings {
        &self.timings
    }

    /// What decoded the last piece.
    pub fn report(&self) -> Option<&DecodeReport> {
        self.report.as_ref()
    }

    /// The next piece of `prepared`, which is put back unless it was the last.
    fn piece(&mut self, mut prepared: Prepared) -> Result<Piece, Error> {
        let Some(cut) = self.cuts.next() else { return self.rest(prepared) };
        let frames = self.given..cut;
        let around =
            frames.start.saturating_sub(BEFORE)..(cut + AFTER).min(prepared.features.frames);
        let Prepared { features, timings, cancel, .. } = &mut prepared;
        let decode = || {
            let decoder = self.synthesizer.decoder();
            decoder.decode_part(features, around.clone(), &self.calibration, cancel)
        };
        let Decoded { logits, report } = timings.stage(Stage::Decoder, cancel, decode)?;
        let vocode = || self.synthesizer.vocode(&logits, around.len());
        let mut samples = timings.stage(Stage::Vocoder, cancel, vocode)?;
        samples.drain(..SAMPLES_PER_FRAME * (frames.start - around.start));
        let mut tail = samples.split_off(SAMPLES_PER_FRAME * frames.len());
        tail.truncate(CROSSFADE);
        fade_in(&mut samples, &std::mem::replace(&mut self.tail, tail));
        (self.timings, self.report, self.given) = (*timings, Some(report), cut);
        self.prepared = Some(prepared);
        Ok(Piece { frames, samples })
    }

    /// The last piece: exact, but for where it takes over.
    fn rest(&mut self, prepared: Prepared) -> Result<Piece, Error> {
        let frames = self.given..prepared.features.frames;
        let spoken = self.synthesizer.complete(prepared)?;
        let mut samples = spoken.samples;
        samples.drain(..SAMPLES_PER_FRAME * frames.start);
        fade_in(&mut samples, &self.tail);
        (self.timings, self.report) = (spoken.timings, Some(spoken.report));
        Ok(Piece { frames, samples })
    }
}

/// Lets the first of `samples` take over from `tail`, linearly: both are the same speech, and their
/// phases agree.
fn fade_in(samples: &mut [f32], tail: &[f32]) {
    for (i, (sample, tail)) in samples.iter_mut().zip(tail).enumerate() {
        let share = (i as f32 + 0.5) / CROSSFADE as f32;
        *sample = tail + share * (*sample - tail);
    }
}

impl Iterator for Pieces<'_> {
    type Item = Result<Piece, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let prepared = self.prepared.take()?;
        Some(self.piece(prepared))
    }
}

impl FusedIterator for Pieces<'_> {}

impl fmt::Debug for Pieces<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { given, cuts, timings, report, .. } = self;
        f.debug_struct("Pieces")
            .field("given", given)
            .field("cuts", &cuts.as_slice())
            .field("timings", timings)
            .field("report", report)
            .finish_non_exhaustive()
    }
}
