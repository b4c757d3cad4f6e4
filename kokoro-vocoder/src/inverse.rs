//! The real-valued inverse transform of one column, window included, for [`LANES`] columns side by
//! side.
//!
//! With `c[k]` = 1 for bin 0 and (even `n`) bin `n / 2`, and 2 for the others, each of which stands
//! for a conjugate pair,
//!
//! ```text
//! E[j] = Σₖ c[k] re[k] cos(2πkj/n)      even in j: E[n − j] =  E[j]
//! O[j] = Σₖ c[k] im[k] sin(2πkj/n)      odd in j:  O[n − j] = −O[j]
//! x[j] = (E[j] − O[j]) / n,             x[n − j] = (E[j] + O[j]) / n
//! ```
//!
//! so the sums are needed for half the samples only. The code differs from the formula in two ways:
//! 1. `c[k] / n` and the window are factors of the table. The window is symmetric too, and 0 at
//!    `j = 0`.
//! 2. Every number is a row of [`LANES`] columns. They never mix, and each sees the same operations
//!    in the same order, so a column's samples do not depend on its place in the row.

use std::f64::consts::TAU;

use crate::window::hann;

/// Columns that are transformed together: four vectors of 128 bits, which are enough independent
/// sums to hide the latency of an addition.
pub(crate) const LANES: usize = 16;

/// One number of each of [`LANES`] columns.
pub(crate) type Row = [f32; LANES];

/// Half spectra to windowed samples.
#[derive(Debug)]
pub(crate) struct RealInverse {
    n: usize,
    /// `w[j] c[k] cos(2πkj/n) / n`, `[n / 2, bins]`, `j` from 1.
    cosines: Vec<f32>,
    /// `w[j] 2 sin(2πkj/n) / n`, `[paired, paired]`, `j` and `k` from 1.
    sines: Vec<f32>,
}

impl RealInverse {
    /// `n >= 2`.
    pub(crate) fn new(n: usize) -> Self {
        let window = hann(n);
        let angle = |j: usize, k: usize| TAU * (j * k % n) as f64 / n as f64;
        let cosine = |j: usize, k: usize| {
            let pair = if k == 0 || 2 * k == n { 1.0 } else { 2.0 };
            (window[j] * pair * angle(j, k).cos() / n as f64) as f32
        };
        let sine = |j: usize, k: usize| (window[j] * 2.0 * angle(j, k).sin() / n as f64) as f32;
        let cosines = (1..=n / 2).flat_map(|j| (0..=n / 2).map(move |k| (j, k)));
        let cosines = cosines.map(|(j, k)| cosine(j, k)).collect();
        let sines = (1..=paired(n)).flat_map(|j| (1..=paired(n)).map(move |k| (j, k)));
        let sines = sines.map(|(j, k)| sine(j, k)).collect();
        Self { n, cosines, sines }
    }

    /// Windowed samples `[n]` of the half spectra `real` and `imaginary` `[bins]`. The imaginary
    /// parts of bin 0 and (even `n`) bin `n / 2` are not read.
    pub(crate) fn process(&self, real: &[Row], imaginary: &[Row], samples: &mut [Row]) {
        let bins = self.n / 2 + 1;
        samples[0] = [0.0; LANES]; // where the window is 0
        let mut sines = self.sines.chunks_exact(paired(self.n).max(1));
        for (j, cosines) in (1..).zip(self.cosines.chunks_exact(bins)) {
            let even = weighted_sum(cosines, real);
            if 2 * j == self.n {
                samples[j] = even;
                continue;
            }
            let odd = weighted_sum(sines.next().unwrap_or_default(), &imaginary[1..]);
            for lane in 0..LANES {
                samples[j][lane] = even[lane] - odd[lane];
                samples[self.n - j][lane] = even[lane] + odd[lane];
            }
        }
    }
}

/// Bins that stand for a conjugate pair: `1..=paired`, all but bin 0 and (even `n`) bin `n / 2`.
fn paired(n: usize) -> usize {
    n.div_ceil(2) - 1
}

/// `Σ weights[k] rows[k]` in every lane, in the order of `k`.
#[inline(always)]
fn weighted_sum(weights: &[f32], rows: &[Row]) -> Row {
    let mut sum = [0.0; LANES];
    for (weight, row) in weights.iter().zip(rows) {
        for lane in 0..LANES {
            sum[lane] += weight * row[lane];
        }
    }
    sum
}
