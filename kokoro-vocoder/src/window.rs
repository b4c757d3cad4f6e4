//! The periodic Hann window, and what its overlapped squares sum to.

use std::f64::consts::PI;

use crate::{Error, StftConfig};

/// Below this sum of squared windows a sample counts as uncovered (`torch.istft` draws the same
/// line).
const MIN_ENVELOPE: f64 = 1e-11;

/// The periodic Hann window: `w[j] = sin²(π j / n) = (1 − cos(2π j / n)) / 2`.
///
/// Exactly symmetric, `w[j] == w[n − j]`, and exactly 0 at `j = 0`; the inverse transform relies on
/// both.
pub(crate) fn hann(n: usize) -> Vec<f64> {
    (0..n).map(|j| (PI * j.min(n - j) as f64 / n as f64).sin().powi(2)).collect()
}

/// The sum of squared windows over each sample of the untrimmed signal: what overlap-add multiplies
/// a signal by.
///
/// Sample `t` is covered by the columns `c` with `0 <= t − c hop < n_fft`. Away from the ends that
/// sum depends on `t mod hop` only; near them columns are missing and it is smaller.
#[derive(Debug)]
pub(crate) struct Envelope {
    squares: Vec<f64>,
    hop: usize,
    /// The sum away from the ends, `[t mod hop]`, repeated so that a run can be read from any
    /// phase.
    steady: Vec<f32>,
}

impl Envelope {
    /// `run`: the longest stretch of samples that [`Envelope::steady`] will be asked for.
    pub(crate) fn new(config: &StftConfig, run: usize) -> Result<Self, Error> {
        let StftConfig { n_fft, hop } = *config;
        config.check()?;
        let squares: Vec<f64> = hann(n_fft).iter().map(|w| w * w).collect();
        // Every kept sample lies between two neighbouring window centres; those two windows alone
        // must cover it.
        let square = |j: usize| squares.get(j).copied().unwrap_or(0.0);
        let covered = hop < n_fft
            && (0..hop).all(|d| {
                let after = (n_fft / 2 + d).checked_sub(hop).map_or(0.0, square);
                square(n_fft / 2 + d) + after >= MIN_ENVELOPE
            });
        if !covered {
            return Err(Error::Gap { n_fft, hop });
        }
        let mut envelope = Self { squares, hop, steady: Vec::new() };
        let first = n_fft.next_multiple_of(hop); // by here no column is missing, and t mod hop is 0
        let period: Vec<f32> = (0..hop).map(|t| envelope.at(first + t, usize::MAX)).collect();
        envelope.steady = period.into_iter().cycle().take(run + hop).collect();
        Ok(envelope)
    }

    /// The sum at untrimmed sample `t` of a signal of `columns` columns. Adds in the order of
    /// columns.
    pub(crate) fn at(&self, t: usize, columns: usize) -> f32 {
        let n = self.squares.len();
        let first = (t + 1).saturating_sub(n).div_ceil(self.hop);
        let last = (t / self.hop).min(columns.saturating_sub(1));
        (first..=last).map(|c| self.squares[t - c * self.hop]).sum::<f64>() as f32
    }

    /// The distance of columns.
    pub(crate) fn hop(&self) -> usize {
        self.hop
    }

    /// The first sample at which no column is missing: those before it would also be covered by
    /// columns before column 0, which do not exist.
    pub(crate) fn steady_from(&self) -> usize {
        self.squares.len() - self.hop
    }

    /// The sums from sample `t` on, `t >= steady_from()`. They hold as long as no column is missing
    /// at the end of the signal.
    pub(crate) fn steady(&self, t: usize) -> &[f32] {
        &self.steady[t % self.hop..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_is_the_textbook_one() {
        // torch.hann_window(4, periodic=True)
        let expected = [0.0, 0.5, 1.0, 0.5];
        for (w, e) in hann(4).iter().zip(expected) {
            assert!((w - e).abs() < 1e-15, "{w} against {e}");
        }
        for n in 2..100 {
            let w = hann(n);
            assert_eq!(w[0], 0.0);
            assert!((1..n).all(|j| w[j] == w[n - j]), "not symmetric at {n}");
        }
    }

    #[test]
    fn a_quarter_hop_sums_to_three_halves() {
        // sum of sin⁴ over four quarter-period shifts is 4 · 3/8.
        let envelope = Envelope::new(&StftConfig::default(), 40).unwrap();
        assert!(envelope.steady(15).iter().all(|e| (e - 1.5).abs() < 1e-6));
        assert_eq!(envelope.at(10, 1), 1.0);
    }

    #[test]
    fn gaps_are_refused() {
        let plan = |n_fft, hop| Envelope::new(&StftConfig { n_fft, hop }, 1).map(|_| ());
        // As torch, which says "window overlap add min: 1".
        assert_eq!(plan(5, 5), Err(Error::Gap { n_fft: 5, hop: 5 }));
        assert_eq!(plan(5, 4), Ok(()));
        assert_eq!(plan(2, 1), Ok(()));
        // Covered, but by 6e-12 only.
        assert_eq!(plan(2000, 1999), Err(Error::Gap { n_fft: 2000, hop: 1999 }));
        assert_eq!(plan(20, usize::MAX), Err(Error::Gap { n_fft: 20, hop: usize::MAX }));
        assert_eq!(plan(1, 1), Err(Error::Size { n_fft: 1 }));
        assert_eq!(plan(usize::MAX, 1), Err(Error::Size { n_fft: usize::MAX }));
        assert_eq!(plan(20, 0), Err(Error::Hop));
    }
}
