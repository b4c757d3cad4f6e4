//! Pieces of speech in a row, with pauses between them: the clock of a stream.

use std::time::Duration;

use kokoro_core::SAMPLE_RATE;
use kokoro_plan::{Item, Mark, Warning};

use crate::rendered::Rendered;
use crate::{Chunk, TimedMark};

/// Gives each piece its place, and makes the pauses before it.
#[derive(Debug, Default)]
pub(crate) struct Assembler {
    /// Chunks so far.
    index: usize,
    /// Samples so far.
    clock: u64,
    /// Silence that is wanted before the next sound.
    pause: u64,
    /// Silent samples at the end of what was placed.
    quiet: u64,
    /// Marks that wait for the next piece, each with the silence that is wanted before it.
    marks: Vec<(Mark, u64)>,
    warnings: Vec<Warning>,
}

impl Assembler {
    /// Whether nothing was placed yet.
    pub fn is_empty(&self) -> bool {
        self.index == 0
    }

    /// Whether silence or a mark waits for the next piece; or a warning, after the first.
    pub fn is_waiting(&self) -> bool {
        let warned = !self.warnings.is_empty() && !self.is_empty();
        self.pause > 0 || !self.marks.is_empty() || warned
    }

    /// Takes a step that is no utterance.
    pub fn take(&mut self, item: Item) {
        match item {
            Item::Pause(pause) => self.pause += samples(pause.duration),
            Item::Mark(mark) => self.marks.push((mark, self.pause)),
            Item::Warning(warning) => self.warnings.push(warning),
            _ => {}
        }
    }

    /// The next chunk: the pause that was asked for, and `piece` after it.
    pub fn place(&mut self, piece: Rendered) -> Chunk {
        let silence = self.silence(piece.quiet_start as u64);
        let start = self.clock + silence;
        let mut samples = vec![0.0; silence as usize];
        let sounds = piece.quiet_end < piece.samples.len();
        let quiet = piece.quiet_end as u64 + if sounds { 0 } else { silence + self.quiet };
        samples.extend(piece.samples);
        let mut chunk = Chunk {
            index: self.index,
            is_last: false,
            start: self.clock,
            samples,
            tokens: piece.tokens,
            words: piece.words,
            marks: piece.marks,
            f0: piece.f0,
            source: piece.source,
            boundary: piece.boundary,
            unknown: piece.unknown,
            warnings: std::mem::take(&mut self.warnings),
            timings: piece.timings,
            report: piece.report,
        };
        chunk.shift(0, start);
        let before = self.waiting_marks(silence);
        chunk.marks.splice(0..0, before);
        (self.index, self.clock) = (self.index + 1, chunk.end());
        (self.pause, self.quiet) = (0, quiet);
        chunk
    }

    /// Adds what waits for a piece that does not come to the last chunk.
    pub fn finish(&mut self, last: &mut Chunk) {
        let silence = self.silence(0);
        last.marks.extend(self.waiting_marks(silence));
        last.samples.extend(std::iter::repeat_n(0.0, silence as usize));
        last.warnings.append(&mut self.warnings);
        (self.clock, self.pause) = (last.end(), 0);
        last.is_last = true;
    }

    /// The zeros that make the pause which is wanted, if `after` silent samples follow.
    fn silence(&self, after: u64) -> u64 {
        self.pause.saturating_sub(self.quiet + after)
    }

    /// The marks that wait, in a silence that begins now.
    fn waiting_marks(&mut self, silence: u64) -> Vec<TimedMark> {
        let (clock, quiet) = (self.clock, self.quiet);
        let timed = |(mark, before): (Mark, u64)| {
            let at = clock + before.saturating_sub(quiet).min(silence);
            TimedMark { name: mark.name, at, source: mark.source }
        };
        self.marks.drain(..).map(timed).collect()
    }
}

/// The samples in a time, to the nearest.
fn samples(duration: Duration) -> u64 {
    (duration.as_secs_f64() * f64::from(SAMPLE_RATE)).round() as u64
}
