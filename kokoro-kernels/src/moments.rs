//! Mean and variance of each channel over time: what the next instance normalisation needs.

use crate::aligned::padded;
use crate::element::{Element, load_some};
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

    /// Of one block, `[columns, channels]`: two passes in f32 over what is still in cache.
    #[inline(always)]
    pub(crate) fn of_block<S: Simd, E: Element>(s: S, block: &[E], channels: usize) -> Self {
        let count = block.len() / channels;
        let (mut mean, mut squares) = (vec![0f32; padded(channels)], vec![0f32; padded(channels)]);
        let inverse = s.splat(1.0 / count.max(1) as f32);
        let mut c = 0;
        while c < channels {
            let lanes = S::LANES.min(channels - c);
            // SAFETY: `c` and the lanes after it are channels of the block, and within the padded vectors.
            unsafe {
                let first = load_some(s, block.as_ptr().add(c), lanes); // a pivot, so that little is lost far from zero
                let mut sum = s.splat(0.0);
                for t in 1..count {
                    sum = s.add(sum, s.sub(load_some(s, block.as_ptr().add(t * channels + c), lanes), first));
                }
                let centre = s.fma(sum, inverse, first);
                let mut sum = s.splat(0.0);
                for t in 0..count {
                    let x = s.sub(load_some(s, block.as_ptr().add(t * channels + c), lanes), centre);
                    sum = s.fma(x, x, sum);
                }
                s.store(mean.as_mut_ptr().add(c), centre);
                s.store(squares.as_mut_ptr().add(c), sum);
            }
            c += S::LANES;
        }
        let wide = |values: Vec<f32>| values[..channels].iter().map(|&x| f64::from(x)).collect();
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
}
