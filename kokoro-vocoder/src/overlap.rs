//! Overlap-add: windowed columns to finished samples, divided by the window envelope and trimmed at
//! both ends.
//!
//! Positions are those of the untrimmed signal, in which column `c` covers `c hop .. c hop + n`.
//! A sample is given as soon as no later column can change it *and* it would be kept if no more
//! columns came; the first `n / 2` samples and the last `n / 2` are not kept. Each sample is a sum
//! in the order of columns, however the columns are divided into blocks.

use crate::StftConfig;
use crate::inverse::{LANES, Row};
use crate::window::Envelope;

/// The sums that are not final yet, and up to where samples have been given.
#[derive(Debug, Clone)]
pub(crate) struct OverlapAdd {
    /// Sums from position `start` on, `[n + LANES hop]`; zero where no column has been.
    sums: Vec<f32>,
    /// The position of the newest column, 0 before there is one.
    start: usize,
    columns: usize,
    /// The position of the next sample to give.
    given: usize,
}

impl OverlapAdd {
    pub(crate) fn new(config: &StftConfig) -> Self {
        let sums = vec![0.0; config.n_fft + LANES * config.hop];
        Self { sums, start: 0, columns: 0, given: config.n_fft / 2 }
    }

    /// Length of the sums, which tells whether this was made for a configuration.
    pub(crate) fn capacity(&self) -> usize {
        self.sums.len()
    }

    /// Adds the first `count <= LANES` lanes of `samples` `[n]` as columns; writes the samples that
    /// are final to the front of `out` and returns how many. `out` must hold them.
    pub(crate) fn add(
        &mut self,
        config: &StftConfig,
        envelope: &Envelope,
        samples: &[Row],
        count: usize,
        out: &mut [f32],
    ) -> usize {
        for lane in 0..count {
            let at = (self.columns + lane) * config.hop - self.start;
            for (sum, row) in self.sums[at..].iter_mut().zip(samples) {
                *sum += row[lane];
            }
        }
        self.columns += count;
        let written = self.give(envelope, ready_end(config, self.columns), out);
        let start = self.columns.saturating_sub(1) * config.hop;
        let gone = start - self.start;
        self.sums.copy_within(gone.., 0);
        let kept = self.sums.len() - gone;
        self.sums[kept..].fill(0.0);
        self.start = start;
        written
    }

    /// Writes the rest to the front of `out`, which must hold it, and starts afresh.
    pub(crate) fn finish(&mut self, config: &StftConfig, envelope: &Envelope, out: &mut [f32]) {
        self.give(envelope, kept_end(config, self.columns), out);
        self.sums.fill(0.0);
        (self.start, self.columns, self.given) = (0, 0, config.n_fft / 2);
    }

    /// Writes the samples up to position `end`, divided by the envelope.
    fn give(&mut self, envelope: &Envelope, end: usize, out: &mut [f32]) -> usize {
        let from = self.given;
        if end <= from {
            return 0;
        }
        let out = &mut out[..end - from];
        out.copy_from_slice(&self.sums[from - self.start..end - self.start]);
        // Only the samples between these two have all the columns that can cover them.
        let steady_from = envelope.steady_from().clamp(from, end);
        let steady_to = (self.columns * envelope.hop()).clamp(steady_from, end);
        let (head, rest) = out.split_at_mut(steady_from - from);
        let (steady, tail) = rest.split_at_mut(steady_to - steady_from);
        for (t, sample) in (from..).zip(head) {
            *sample /= envelope.at(t, self.columns);
        }
        for (sample, weight) in steady.iter_mut().zip(envelope.steady(steady_from)) {
            *sample /= weight;
        }
        for (t, sample) in (steady_to..).zip(tail) {
            *sample /= envelope.at(t, self.columns);
        }
        self.given = end;
        end - from
    }
}

/// The position up to which samples are final, and kept, once `columns` columns have been added.
fn ready_end(config: &StftConfig, columns: usize) -> usize {
    let ready = config.hop.min(config.n_fft - config.n_fft / 2);
    if columns == 0 { 0 } else { (columns - 1).saturating_mul(config.hop).saturating_add(ready) }
}

/// The position up to which samples are kept if no more columns come.
fn kept_end(config: &StftConfig, columns: usize) -> usize {
    if columns == 0 { 0 } else { config.n_fft / 2 + config.samples(columns) }
}
