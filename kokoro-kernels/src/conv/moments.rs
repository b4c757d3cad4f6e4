//! Mean and variance of each channel over time, which the next instance normalisation needs.

use rayon::prelude::*;

use super::element::Element;
use crate::isa::{Isa, Kernel};
use crate::memory::aligned::{AlignedBuffer, padded};
use crate::memory::scalar::{Scalar, load_partial};
use crate::simd::Simd;

/// Mean and variance of each channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    count: usize,
    mean: Vec<f64>,    // [channels]
    squares: Vec<f64>, // [channels], Σ (x − mean)²
}

impl Moments {
    /// The mean of each channel.
    pub fn mean(&self) -> &[f64] {
        &self.mean
    }

    /// The biased variance of each channel.
    pub fn variance(&self) -> impl Iterator<Item = f64> + '_ {
        self.squares.iter().map(|squares| squares / self.count.max(1) as f64)
    }

    /// Measures `values` `[len, channels]`.
    ///
    /// # Panics
    /// If there are no channels.
    pub fn of<E: Element>(values: &[E], channels: usize) -> Self {
        let blocks = values.par_chunks(MEASURED_COLUMNS * channels);
        let one = |block: &[E]| Isa::best().run(MeasureBlock { block, channels });
        let parts: Vec<Self> = blocks.map(one).collect();
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_else(|| Self::of_nothing(channels));
        parts.fold(first, |sum, part| sum.and(&part))
    }

    /// Of no columns.
    pub(crate) fn of_nothing(channels: usize) -> Self {
        Self { count: 0, mean: vec![0.0; channels], squares: vec![0.0; channels] }
    }

    /// Of the `count` columns that were added to `sums`.
    pub(crate) fn from_sums(count: usize, sums: &MomentSums) -> Self {
        let n = count.max(1) as f64;
        let channel = |c: usize| {
            let [first, sum, square] = MomentSums::ROWS.map(|row| f64::from(sums.row(row)[c]));
            (first + sum / n, (square - sum * sum / n).max(0.0))
        };
        let (mean, squares) = (0..sums.width).map(channel).unzip();
        Self { count, mean, squares }
    }

    /// Of the columns of both (Chan, Golub & LeVeque 1983).
    pub fn and(mut self, other: &Self) -> Self {
        let (a, b) = (self.count as f64, other.count as f64);
        for (c, (mean, squares)) in self.mean.iter_mut().zip(&mut self.squares).enumerate() {
            let apart = other.mean[c] - *mean;
            *squares += other.squares[c] + apart * apart * (a * b / (a + b));
            *mean += apart * (b / (a + b));
        }
        self.count += other.count;
        self
    }

    /// Of the channels of both, side by side.
    pub(crate) fn beside(mut self, other: Self) -> Self {
        self.mean.extend(other.mean);
        self.squares.extend(other.squares);
        self
    }
}

/// Two sums over the columns of a block, for each channel: `Σ (y − first)` and `Σ (y − first)²`,
/// where `first` is the channel's value in the block's first column. Subtracting it keeps the
/// digits of values that lie far from zero. f32 is enough for the sums, because a block is short.
#[derive(Debug, Default)]
pub(crate) struct MomentSums {
    values: AlignedBuffer, // [first, Σ (y − first), Σ (y − first)²][padded(width)]
    width: usize,
}

impl MomentSums {
    const ROWS: [usize; 3] = [0, 1, 2];

    /// Sets all sums of `width` channels to 0.
    pub fn reset(&mut self, width: usize) {
        self.width = width;
        self.values.reserve(Self::ROWS.len() * padded(width)).floats_mut().fill(0.0);
    }

    fn row(&self, row: usize) -> &[f32] {
        &self.values.floats()[row * padded(self.width)..][..self.width]
    }

    /// Where the vector of channels from `c` on stands in the first row, and the length of a row.
    #[inline(always)]
    fn place<S: Simd>(&mut self, c: usize) -> (*mut f32, usize) {
        let row = padded(self.width);
        let values = self.values.floats_mut();
        assert!(c + S::LANES <= row && Self::ROWS.len() * row <= values.len());
        (values[c..].as_mut_ptr(), row)
    }

    /// Sets the values that the block's first column has in the vector of channels from `c` on.
    /// Must be called before [`add`](Self::add) is called for these channels.
    #[inline(always)]
    pub fn begin<S: Simd>(&mut self, s: S, c: usize, first: S::F) {
        let (at, _) = self.place::<S>(c);
        // SAFETY: the first row has the vector, as `place` asserts.
        unsafe { s.store(at, first) };
    }

    /// Adds the first `n` ≤ `N` columns of `ys`, for the vector of channels from `c` on. Lanes past
    /// the last channel may hold anything.
    #[inline(always)]
    pub fn add<S: Simd, const N: usize>(&mut self, s: S, c: usize, n: usize, ys: &[S::F; N]) {
        let (at, row) = self.place::<S>(c);
        // SAFETY: each of the three rows has the vector, as `place` asserts.
        unsafe {
            let first = s.load(at);
            let (mut sum, mut square) = (s.load(at.add(row)), s.load(at.add(2 * row)));
            for y in ys.iter().take(n) {
                let difference = s.sub(*y, first);
                sum = s.add(sum, difference);
                square = s.fma(difference, difference, square);
            }
            s.store(at.add(row), sum);
            s.store(at.add(2 * row), square);
        }
    }
}

/// Columns that [`Moments::of`] gives to a thread at a time.
const MEASURED_COLUMNS: usize = 256;

/// Measures a block of a tensor in memory.
struct MeasureBlock<'a, E> {
    block: &'a [E], // [count, channels]
    channels: usize,
}

impl<E: Scalar> Kernel for MeasureBlock<'_, E> {
    type Output = Moments;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Moments {
        let (channels, mut sums) = (self.channels, MomentSums::default());
        sums.reset(channels);
        for (t, column) in self.block.chunks_exact(channels).enumerate() {
            for c in (0..channels).step_by(S::LANES) {
                let lanes = S::LANES.min(channels - c);
                // SAFETY: a column has the channels that are loaded.
                let y = unsafe { load_partial(s, column.as_ptr().add(c), lanes) };
                if t == 0 {
                    sums.begin(s, c, y);
                }
                sums.add(s, c, 1, &[y]);
            }
        }
        Moments::from_sums(self.block.len() / channels, &sums)
    }
}
