//! Silence within the samples of an utterance, cut or set to a length, while the samples come.
//!
//! Which ranges are silent is decided before a sample is seen, by the durations that the model
//! predicted: see `silence.rs`. Samples are only looked at to tell how much silence lies beside
//! such a range, so that a pause gets the length that was asked for.

mod loudness;

use std::collections::VecDeque;
use std::ops::Range;

use loudness::Loudness;

/// Samples over which sound fades to an edit and from it: 5 ms.
const FADE: usize = 120;
/// How far beside a range silence is looked for, in samples: 200 ms.
const BESIDE: usize = 4800;

/// A range of samples that is silent, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub range: Range<usize>,
    pub to: Length,
}

/// How long a silence is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// The range is the beginning, and is cut off.
    CutStart,
    /// The range is the end, and is cut off.
    CutEnd,
    /// From the last sound before the range to the first sound after it, so many samples.
    Whole(usize),
}

/// Edits a signal that comes piece by piece. However it is divided, the result is the same.
#[derive(Debug)]
pub(crate) struct Editor {
    edits: VecDeque<Edit>,
    loudness: Loudness,
    /// What came and is not given out yet.
    pending: Vec<f32>,
    /// The place of the first pending sample in the input.
    taken: usize,
    given: Vec<f32>,
    /// Samples of output so far.
    length: usize,
    /// The first sample of the input that is not cut off at the start, and the one after the last
    /// that is not cut off at the end.
    uncut: Range<usize>,
    /// Ends of edited ranges in the input, each with the place that it has in the output.
    moves: Vec<(usize, usize)>,
}

impl Editor {
    /// An editor that makes `edits`, which are in order and do not overlap.
    pub fn new(edits: Vec<Edit>) -> Self {
        let cut_off = edits.iter().find(|edit| edit.to == Length::CutEnd);
        let end = cut_off.map_or(usize::MAX, |edit| edit.range.start + FADE.min(edit.range.len()));
        Self {
            edits: edits.into(),
            loudness: Loudness::default(),
            pending: Vec::new(),
            taken: 0,
            given: Vec::new(),
            length: 0,
            uncut: 0..end,
            moves: Vec::new(),
        }
    }

    /// Takes the next samples; what can be given out of them and of earlier ones is the result.
    pub fn push(&mut self, samples: &[f32]) -> Vec<f32> {
        self.loudness.push(samples);
        self.pending.extend_from_slice(samples);
        self.advance(Come::Some)
    }

    /// What is left, when no more samples come.
    pub fn finish(&mut self) -> Vec<f32> {
        self.advance(Come::All)
    }

    /// The sample of the input before which all is given out.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// The place in the output of a place in the input. What was cut is at the place of the cut.
    /// Beyond what was given out, it is where it would be if no other silence were edited.
    pub fn place(&self, at: usize) -> usize {
        let at = at.min(self.uncut.end);
        let after = self.moves.partition_point(|&(end, _)| end <= at);
        let place = match after.checked_sub(1).map(|last| self.moves[last]) {
            Some((end, place)) => place + (at - end),
            None => at,
        };
        self.moves.get(after).map_or(place, |&(_, next)| place.min(next))
    }

    /// Silent samples of the input after what was cut off at its start.
    pub fn quiet_start(&self) -> usize {
        self.loudness.quiet_after(self.uncut.start, BESIDE)
    }

    /// Silent samples of the input before what was cut off at its end, or before its end.
    pub fn quiet_end(&self) -> usize {
        self.loudness.quiet_before(self.taken.min(self.uncut.end), BESIDE)
    }

    fn end(&self) -> usize {
        self.taken + self.pending.len()
    }

    fn advance(&mut self, come: Come) -> Vec<f32> {
        while let Some(Edit { range, to }) = self.edits.front().cloned() {
            self.keep(range.start.min(self.end()));
            let needed = match to {
                Length::CutStart => range.end,
                Length::CutEnd => usize::MAX,
                Length::Whole(_) => range.end + BESIDE,
            };
            if self.end() < needed && come == Come::Some {
                return std::mem::take(&mut self.given);
            }
            self.edits.pop_front();
            let len = range.end.min(self.end()).saturating_sub(self.taken);
            self.edit(len, to);
        }
        self.keep(self.end());
        std::mem::take(&mut self.given)
    }

    /// Gives out what is pending before the place `end` of the input.
    fn keep(&mut self, end: usize) {
        let len = end.saturating_sub(self.taken);
        self.given.extend(self.pending.drain(..len));
        (self.taken, self.length) = (self.taken + len, self.length + len);
    }

    /// Edits the next `len` samples.
    fn edit(&mut self, len: usize, to: Length) {
        let fade = FADE.min(len);
        // How many samples stay before and after those that go, and the zeros between them.
        let (before, zeros, after) = match to {
            Length::CutStart => (0, 0, fade),
            Length::CutEnd => (fade, 0, 0),
            Length::Whole(whole) => self.kept(len, whole),
        };
        let silence: Vec<f32> = self.pending.drain(..len).collect();
        let gain = |at: usize| (at as f32 / FADE as f32).min(1.0);
        let head = silence[..before].iter().enumerate().map(|(at, x)| x * gain(before - 1 - at));
        let tail = silence[len - after..].iter().enumerate().map(|(at, x)| x * gain(at));
        let samples = head.chain(std::iter::repeat_n(0.0, zeros)).chain(tail);
        self.given.extend(samples);
        self.taken += len;
        self.length += before + zeros + after;
        if to != Length::CutEnd {
            self.moves.push((self.taken - after, self.length - after));
        }
        if to == Length::CutStart {
            self.uncut.start = self.taken - after;
        }
    }

    /// What is kept at either end of a silent range of `len` samples, and the zeros between, so
    /// that with the silence beside it the pause has `whole` samples.
    fn kept(&self, len: usize, whole: usize) -> (usize, usize, usize) {
        let before = self.loudness.quiet_before(self.taken, BESIDE);
        let after = self.loudness.quiet_after(self.taken + len, BESIDE);
        let inside = whole.saturating_sub(before + after);
        let kept = len.min(inside.max(2 * FADE));
        (kept / 2, inside.saturating_sub(len), kept - kept / 2)
    }
}

/// Whether all samples have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Come {
    Some,
    All,
}

#[cfg(test)]
mod tests;
