//! Mean and variance of each channel over time: what the next instance normalisation needs.

use std::ops::Range;

use rayon::prelude::*;

use crate::aligned::padded;
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
        let one = |block: &[E]| {
            Isa::best().run(Measure { block: Columns::new(block, channels), channels: 0..channels })
        };
        let parts: Vec<Self> = blocks.map(one).collect();
        let mut parts = parts.into_iter();
        let nothing = || Self { count: 0, mean: vec![0.0; channels], squares: vec![0.0; channels] };
        let first = parts.next().unwrap_or_else(nothing);
        parts.fold(first, |sum, part| sum.and(&part))
    }

    /// Of some channels of one block, in f32 over what is still in cache.
    ///
    /// # Safety
    /// The block must be readable, and nobody else may write those channels.
    #[inline(always)]
    pub(crate) unsafe fn of_block<S: Simd, E: Element>(
        s: S,
        block: Columns<E>,
        range: Range<usize>,
    ) -> Self {
        let Columns { values, count, channels } = block;
        let width = range.len();
        let (mut mean, mut squares) = (vec![0f32; padded(width)], vec![0f32; padded(width)]);
        let (inverse, n) = (s.splat(1.0 / count.max(1) as f32), s.splat(count as f32));
        // SAFETY: `range` is channels of the block.
        let values = unsafe { values.add(range.start) };
        let mut c = 0;
        while c < width {
            let lanes = S::LANES.min(width - c);
            // SAFETY: `c` and the lanes after it are channels of the block, and within the padded vectors.
            unsafe {
                // Differences from the first column, so that little is lost far from zero.
                let first = load_some(s, values.add(c), lanes);
                let (mut sum, mut square) = (s.splat(0.0), s.splat(0.0));
                for t in 1..count {
                    let x = s.sub(load_some(s, values.add(t * channels + c), lanes), first);
                    sum = s.add(sum, x);
                    square = s.fma(x, x, square);
                }
                let apart = s.mul(sum, inverse);
                let square = s.sub(square, s.mul(n, s.mul(apart, apart)));
                s.store(mean.as_mut_ptr().add(c), s.add(first, apart));
                s.store(squares.as_mut_ptr().add(c), s.max(square, s.splat(0.0)));
            }
            c += S::LANES;
        }
        let wide = |values: Vec<f32>| values[..width].iter().map(|&x| f64::from(x)).collect();
        Self { count, mean: wide(mean), squares: wide(squares) }
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

/// Columns that [`Moments::of`] gives to a thread at a time.
const MEASURED_COLUMNS: usize = 256;

/// Some columns of a `[len, channels]` array.
#[derive(Debug)]
pub(crate) struct Columns<E> {
    pub values: *const E,
    pub count: usize,
    pub channels: usize,
}

impl<E> Columns<E> {
    fn new(values: &[E], channels: usize) -> Self {
        Self { values: values.as_ptr(), count: values.len() / channels, channels }
    }
}

struct Measure<E> {
    block: Columns<E>,
    channels: Range<usize>,
}

impl<E: Element> Task for Measure<E> {
    type Output = Moments;

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> Moments {
        // SAFETY: made from a shared slice in `Moments::of`.
        unsafe { Moments::of_block(s, self.block, self.channels) }
    }
}
