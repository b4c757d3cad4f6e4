//! The input of a convolution in memory, and what is done to each vector of its channels.

use std::ops::Range;

use super::activate::Activate;
use super::encode::Encode;
use crate::conv::activation::{Activation, Affine};
use crate::memory::prefetch::Prefetch;
use crate::memory::scalar::Scalar;
use crate::simd::Simd;

/// What a convolution reads.
pub(crate) struct Source<'a, E> {
    pub values: &'a [E], // [len, channels]
    pub channels: usize,
    pub affine: Option<&'a Affine>,
    pub activation: &'a Activation,
}

impl<E: Scalar> Source<'_, E> {
    /// Which of the `count` columns from `first` on exist, counted from `first`.
    pub fn existing(&self, first: isize, count: usize) -> Range<usize> {
        let len = (self.values.len() / self.channels) as isize;
        let start = ((-first).max(0) as usize).min(count);
        start..((len - first).max(0) as usize).clamp(start, count)
    }

    /// The values of columns that exist; `columns` are counted from `first`.
    pub fn columns(&self, first: isize, columns: &Range<usize>) -> &[E] {
        if columns.is_empty() {
            return &[];
        }
        let from = (first + columns.start as isize) as usize * self.channels;
        &self.values[from..][..columns.len() * self.channels]
    }

    /// The `count` columns from `first` on, to be prefetched column by column.
    pub fn prefetch(&self, first: isize, count: usize) -> Prefetch {
        Prefetch::new(self.columns(first, &self.existing(first, count)), self.channels)
    }

    /// What is done to the `N` vectors of channels from `c` on.
    #[inline(always)]
    pub fn vectors<S: Simd, A: Activate, const N: usize>(
        &self,
        s: S,
        c: usize,
        activation: A,
    ) -> [VectorParams<S, A>; N] {
        let (zero, one) = (s.splat(0.0), s.splat(1.0));
        let activate = activation.params(s, c);
        let identity =
            VectorParams { centre: zero, scale: one, shift: zero, folded: zero, activate };
        let mut all = [identity; N];
        for (v, params) in all.iter_mut().enumerate() {
            let c = c + v * S::LANES;
            params.activate = activation.params(s, c);
            if let Some(Affine { centre, scale, shift, folded, .. }) = self.affine {
                let shortest = centre.len().min(scale.len()).min(shift.len()).min(folded.len());
                assert!(c + S::LANES <= shortest, "an affine of the input's channels");
                // SAFETY: all four have the vector, as asserted.
                unsafe {
                    params.centre = s.load(centre.as_ptr().add(c));
                    params.scale = s.load(scale.as_ptr().add(c));
                    params.shift = s.load(shift.as_ptr().add(c));
                    params.folded = s.load(folded.as_ptr().add(c));
                }
            }
        }
        all
    }
}

/// What is done to a vector of channels: the affine and the parameters of the activation.
#[derive(Clone, Copy)]
pub(crate) struct VectorParams<S: Simd, A: Activate> {
    centre: S::F,
    scale: S::F,
    shift: S::F,
    folded: S::F,
    pub activate: A::Params<S>,
}

impl<S: Simd, A: Activate> VectorParams<S, A> {
    /// `scale · (x − centre) + shift`; or `scale · x + folded`, if it is encoded in fewer than 32
    /// bits.
    #[inline(always)]
    pub fn affine<C: Encode>(&self, s: S, x: S::F) -> S::F {
        if C::PER_WORD == 1 {
            s.fma(s.sub(x, self.centre), self.scale, self.shift)
        } else {
            s.fma(x, self.scale, self.folded)
        }
    }
}
