//! Mean and variance of each channel over time: what the next instance normalisation needs.

use rayon::prelude::*;

use crate::aligned::{Aligned, padded};
use crate::element::{Element, load_some};
use crate::isa::{Isa, Task};
use crate::simd::Simd;

/// Mean and sum of squared differences from it, by channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    count: usize,
    mean: Vec<f64>,    // [channels]
    squares: Vec<f64>, // [channels], Σ (x − mean)²
}

impl Moments {
    /// Means, one a channel.
    pub fn mean(&self) -> &[f64] {
        &self.mean
    }

    /// Biased variances, one a channel.
    pub fn variance(&self) -> impl Iterator<Item = f64> + '_ {
        self.squares.iter().map(|squares| squares / self.count.max(1) as f64)
    }

    /// Of `values` `[len, channels]`.
    ///
    /// # Panics
    /// If there are no channels.
    pub fn of<E: Element>(values: &[E], channels: usize) -> Self {
        let blocks = values.par_chunks(MEASURED_COLUMNS * channels);
        let one = |block: &[E]| Isa::best().run(Measure { block, channels });
        let parts: Vec<Self> = blocks.map(one).collect();
        let mut parts = parts.into_iter();
        let nothing = || Self { count: 0, mean: vec![0.0; channels], squares: vec![0.0; channels] };
        let first = parts.next().unwrap_or_else(nothing);
        parts.fold(first, |sum, part| sum.and(&part))
    }

    /// Of `count` columns, from what was summed up over them.
    pub(crate) fn from_sums(count: usize, sums: &Sums) -> Self {
        let n = count.max(1) as f64;
        let channel = |c: usize| {
            let [first, sum, square] = Sums::ROWS.map(|row| f64::from(sums.row(row)[c]));
            (first + sum / n, (square - sum * sum / n).max(0.0))
        };
        let (mean, squares) = (0..sums.width).map(channel).unzip();
        Self { count, mean, squares }
    }

    /// Of two parts together (Chan, Golub & LeVeque 1983).
    #[must_use]
    pub(crate) fn and(mut self, other: &Self) -> Self {
        let (a, b) = (self.count as f64, other.count as f64);
        for (c, (mean, squares)) in self.mean.iter_mut().zip(&mut self.squares).enumerate() {
            let apart = other.mean[c] - *mean;
            *squares += other.squares[c] + apart * apart * (a * b / (a + b));
            *mean += apart * (b / (a + b));
        }
        self.count += other.count;
        self
    }

    /// The channels of two, one after the other.
    #[must_use]
    pub(crate) fn beside(mut self, other: Self) -> Self {
        self.mean.extend(other.mean);
        self.squares.extend(other.squares);
        self
    }
}

/// What is summed up over the columns of a block: for each channel, differences from its first column, so that little is lost far from
/// zero, and their squares. In f32, because a block is short.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    values: Aligned, // [first column, sum, sum of squares][padded(width)]
    width: usize,
}

impl Sums {
    const ROWS: [usize; 3] = [0, 1, 2];

    /// Begins anew, for `width` channels.
    pub fn reset(&mut self, width: usize) {
        self.width = width;
        self.values.reserve(Self::ROWS.len() * padded(width)).floats_mut().fill(0.0);
    }

    fn row(&self, row: usize) -> &[f32] {
        &self.values.floats()[row * padded(self.width)..][..self.width]
    }

    /// Adds the vector of channels from `c` on of `n` ≤ `N` columns, of which the first is the block's if `begins` says so. Lanes past the
    /// last channel are of no account.
    #[inline(always)]
    pub fn add<S: Simd, const N: usize>(
        &mut self,
        s: S,
        c: usize,
        begins: bool,
        n: usize,
        ys: &[S::F; N],
    ) {
        let row = padded(self.width);
        assert!(c + S::LANES <= row);
        let at = self.values.floats_mut().as_mut_ptr();
        // SAFETY: three rows were reserved, and each has that vector.
        unsafe {
            let at = at.add(c);
            if begins {
                s.store(at, ys[0]);
            }
            let first = s.load(at);
            let (mut sum, mut square) = (s.load(at.add(row)), s.load(at.add(2 * row)));
            for y in ys.iter().take(n) {
                let apart = s.sub(*y, first);
                sum = s.add(sum, apart);
                square = s.fma(apart, apart, square);
            }
            s.store(at.add(row), sum);
            s.store(at.add(2 * row), square);
        }
    }
}

/// Columns that [`Moments::of`] gives to a thread at a time.
const MEASURED_COLUMNS: usize = 256;

/// A block of a tensor that was written by somebody else.
struct Measure<'a, E> {
    block: &'a [E], // [count, channels]
    channels: usize,
}

impl<E: Element> Task for Measure<'_, E> {
    type Output = Moments;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Moments {
        let (channels, mut sums) = (self.channels, Sums::default());
        sums.reset(channels);
        for (t, column) in self.block.chunks_exact(channels).enumerate() {
            for c in (0..channels).step_by(S::LANES) {
                // SAFETY: a column has the channels that are loaded.
                let y = unsafe { load_some(s, column.as_ptr().add(c), S::LANES.min(channels - c)) };
                sums.add(s, c, t == 0, 1, &[y]);
            }
        }
        Moments::from_sums(self.block.len() / channels, &sums)
    }
}
