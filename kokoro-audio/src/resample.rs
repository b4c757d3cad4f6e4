//! 24 kHz → another rate, and back, by a windowed sinc: the filter is rubato's.
//!
//! Sample k of the output is the input at time k · 24000 / rate, exactly: the filter looks as far
//! back as ahead, and the signal is silent before its first and after its last sample. An input of
//! n samples gives n · rate / 24000 samples, rounded half up, and at least one.
//!
//! rubato's own loops choose instructions by the processor, which round differently. The same bytes
//! must come out everywhere, so the products are summed here, in one order.

use rubato::sinc_interpolator::{ScalarInterpolator, SincInterpolator};
use rubato::{WindowFunction, calculate_cutoff};

use crate::options::INPUT_RATE;

/// Taps of the filter if the rate does not fall: tones up to 0.43 of the rate stay as they are, and
/// what is mirrored is 95 dB below.
const TAPS: usize = 256;
/// Phases of the filter at most: those of every rate that is a multiple of ten. Of other rates, the
/// time is rounded to this part of a sample.
const MOST_PHASES: u64 = 4800;
/// Taps of all phases together at most: 8 MB. No pair of rates between 8 and 192 kHz that are
/// multiples of a hundred comes near.
const MOST_TAPS: u64 = 1 << 21;
/// A rate that falls further is filtered as if it fell so far.
const LOWEST_RATIO: f64 = 1.0 / 32.0;
const WINDOW: WindowFunction = WindowFunction::BlackmanHarris2;

/// A whole signal at another rate: `from` and `to` are samples per second, and not 0.
pub fn resampled(samples: &[f32], from: u32, to: u32) -> Vec<f32> {
    if from == to || samples.is_empty() || from == 0 || to == 0 {
        return samples.to_vec();
    }
    let (mut resampler, mut out) = (Resampler::between(from, to), Vec::new());
    resampler.push(samples.iter().copied(), &mut out);
    resampler.finish(&mut out);
    out
}

/// A stream of samples at 24 kHz → one at another rate.
pub(crate) struct Resampler {
    /// Filters, one for each phase.
    filters: Vec<Vec<f32>>,
    taps: usize,
    /// Output samples per `down` input samples.
    up: u64,
    down: u64,
    /// Input that is still needed; it begins with silence before the first sample.
    input: Vec<f32>,
    /// Input samples that are no longer in `input`.
    dropped: u64,
    /// Input samples in all, without the silence.
    taken: u64,
    /// Output samples so far.
    given: u64,
}

impl Resampler {
    /// From the rate of speech to another.
    pub(crate) fn new(rate: u32) -> Self {
        Self::between(INPUT_RATE, rate)
    }

    fn between(from: u32, to: u32) -> Self {
        let common = gcd(to, from);
        let (up, down) = (u64::from(to / common), u64::from(from / common));
        let ratio = (f64::from(to) / f64::from(from)).clamp(LOWEST_RATIO, 1.0);
        let taps = ((TAPS as f64 / ratio).ceil() as usize).next_multiple_of(8);
        let cutoff = calculate_cutoff::<f64>(TAPS, WINDOW) * ratio;
        let phases = up.min(MOST_PHASES).min(MOST_TAPS / taps as u64) as usize;
        let filters = ScalarInterpolator::<f64>::new(taps, phases, cutoff as f32, WINDOW);
        let narrow = |row: &[f64]| row.iter().map(|&tap| tap as f32).collect();
        let filters = filters.get_sincs().iter().map(|row| narrow(row)).collect();
        let input = vec![0.0; taps / 2];
        Self { filters, taps, up, down, input, dropped: 0, taken: 0, given: 0 }
    }

    /// Appends the output that the input so far decides.
    pub(crate) fn push(&mut self, samples: impl Iterator<Item = f32>, out: &mut Vec<f32>) {
        let before = self.input.len();
        self.input.extend(samples);
        self.taken += (self.input.len() - before) as u64;
        self.give(u64::MAX, out);
    }

    /// Appends the rest.
    pub(crate) fn finish(&mut self, out: &mut Vec<f32>) {
        let total = ((2 * self.taken * self.up + self.down) / (2 * self.down)).max(1);
        self.input.resize(self.input.len() + self.taps + 1, 0.0);
        self.give(total, out);
    }

    /// Appends output while there is input for it, up to `total` samples in all.
    fn give(&mut self, total: u64, out: &mut Vec<f32>) {
        let (mut first, mut row) = self.place();
        while self.given < total
            && let Some(input) = self.input.get(first..first + self.taps)
        {
            out.push(dot(input, &self.filters[row]));
            self.given += 1;
            (first, row) = self.place();
        }
        let unneeded = first.min(self.input.len());
        self.input.drain(..unneeded);
        self.dropped += unneeded as u64;
    }

    /// Where in `input` the next output begins, and the filter that makes it.
    fn place(&self) -> (usize, usize) {
        let phases = self.filters.len() as u64;
        // The time of the output in phases of an input sample, rounded.
        let time = (2 * self.given * self.down * phases + self.up) / (2 * self.up);
        // rubato's row r, at index i, gives the time i + taps / 2 − 1 + (r + 1) / phases; and
        // `input` begins taps / 2 before the first sample.
        let place = time + phases - 1;
        ((place / phases - self.dropped) as usize, (place % phases) as usize)
    }
}

/// The sum of products, in eight partial sums whose order is fixed.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
}

fn gcd(a: u32, b: u32) -> u32 {
    let (mut a, mut b) = (a, b);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests;
