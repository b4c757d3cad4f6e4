//! The range of every channel that goes into or comes out of a convolution, over a set of
//! utterances.

use std::collections::BTreeMap;

use kokoro_npu::SegmentPrecision;
use rayon::prelude::*;

use crate::graph::{SegmentGraph, ValueId};
use crate::interpret::Observer;

/// Share of a channel's columns that may lie beyond the range of 8-bit codes, half of them at
/// either end. What is clipped is rare and brief; what is gained is resolution for all the rest.
/// Codes of 16 bits have resolution enough, and clip nothing. Chosen by
/// [`weigh_choices`](crate::weigh_choices).
pub const CLIPPED: f64 = 1e-3;

/// The values of a channel: from `low` to `high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The lower end.
    pub low: f32,
    /// The upper end.
    pub high: f32,
}

/// The range of each channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranges {
    channels: Vec<Range>,
}

impl Ranges {
    /// By channel.
    pub fn channels(&self) -> &[Range] {
        &self.channels
    }

    fn include(&mut self, other: Ranges) {
        for (mine, other) in self.channels.iter_mut().zip(other.channels) {
            *mine = Range { low: mine.low.min(other.low), high: mine.high.max(other.high) };
        }
    }

    /// The range of the first `valid` columns of each channel, less a share `clipped` of them.
    fn of(xs: &[f32], columns: usize, valid: usize, clipped: f64) -> Self {
        let beyond = (valid as f64 * clipped / 2.0) as usize;
        let range = |row: &[f32]| {
            let row = || row[..valid].iter().copied();
            Range { low: smallest(row(), beyond), high: -smallest(row().map(|x| -x), beyond) }
        };
        Self { channels: xs.par_chunks(columns).map(range).collect() }
    }
}

/// The value at index `beyond` of the sorted values. `beyond` is small, so keeping the `beyond + 1`
/// smallest values sorted costs less than sorting all values or selecting from them.
fn smallest(values: impl Iterator<Item = f32>, beyond: usize) -> f32 {
    let mut smallest: Vec<f32> = Vec::with_capacity(beyond + 2);
    for x in values {
        if smallest.last().is_none_or(|&last| x < last || smallest.len() <= beyond) {
            smallest.insert(smallest.partition_point(|&other| other <= x), x);
            smallest.truncate(beyond + 1);
        }
    }
    smallest.last().copied().unwrap_or(0.0)
}

/// Ranges around one convolution.
#[derive(Debug, Clone, PartialEq)]
pub struct ConvRanges {
    /// Of what goes into it.
    pub input: Ranges,
    /// Of what comes out of it.
    pub output: Ranges,
}

/// The ranges around every convolution, over a set of utterances: for each channel the union of
/// its ranges in all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    clipped: f64,
    ranges: BTreeMap<ValueId, ConvRanges>,
}

impl Calibration {
    /// Nothing seen yet, for activations of a precision.
    pub fn new(precision: SegmentPrecision) -> Self {
        Self::clipping(if precision == SegmentPrecision::Int8 { CLIPPED } else { 0.0 })
    }

    /// Nothing seen yet; a share `clipped` of each channel's columns may lie beyond its range.
    pub fn clipping(clipped: f64) -> Self {
        Self { clipped, ranges: BTreeMap::new() }
    }

    /// The ranges of a convolution, if any utterance was watched.
    pub fn of(&self, conv: ValueId) -> Option<&ConvRanges> {
        self.ranges.get(&conv)
    }

    /// Watches one utterance of `frames` frames.
    pub fn observer<'a>(
        &'a mut self,
        graph: &'a SegmentGraph,
        frames: usize,
    ) -> impl Observer + 'a {
        Watch { calibration: self, graph, frames, input: None }
    }
}

struct Watch<'a> {
    calibration: &'a mut Calibration,
    graph: &'a SegmentGraph,
    frames: usize,
    input: Option<Ranges>,
}

impl Observer for Watch<'_> {
    fn input(&mut self, conv: ValueId, xs: &mut [f32], columns: usize) {
        let rate = self.graph.node(self.graph.node(conv).inputs[0]).rate;
        self.input =
            Some(Ranges::of(xs, columns, rate.columns(self.frames), self.calibration.clipped));
    }

    fn output(&mut self, conv: ValueId, ys: &mut [f32], columns: usize) {
        let output = Ranges::of(
            ys,
            columns,
            self.graph.node(conv).rate.columns(self.frames),
            self.calibration.clipped,
        );
        let Some(input) = self.input.take() else { return };
        match self.calibration.ranges.get_mut(&conv) {
            Some(known) => {
                known.input.include(input);
                known.output.include(output);
            }
            None => {
                self.calibration.ranges.insert(conv, ConvRanges { input, output });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equals_sorting(
            row in proptest::collection::vec(-9i16..9, 1..200),
            share in 0.0..0.3f64,
        ) {
            let row: Vec<f32> = row.into_iter().map(f32::from).collect();
            let found = Ranges::of(&row, row.len(), row.len(), share);
            let mut sorted = row.clone();
            sorted.sort_by(f32::total_cmp);
            let beyond = (row.len() as f64 * share / 2.0) as usize;
            let (low, high) = (sorted[beyond], sorted[row.len() - 1 - beyond]);
            prop_assert_eq!(found.channels(), [Range { low, high }]);
        }
    }
}
