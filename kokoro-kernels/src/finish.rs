//! From sums to an output in memory: scale, bias, residual, gain, and what the next normalisation wants to know.

use crate::code::Codes;
use crate::conv::Layer;
use crate::element::{Element, load_some, store_some};
use crate::moments::Sums;
use crate::packed::Packed;
use crate::simd::Simd;
use crate::two_bytes::OFFSET;

/// What becomes of sums: `y = (sum · scale + bias + residual + y) · gain`, with what is absent left out.
pub(crate) struct Finish<'a, O> {
    /// `[columns, channels]` of the block; other threads may write other panels of it.
    pub out: Shared<O>,
    pub columns: usize,
    pub channels: usize,
    pub residual: Option<&'a [O]>, // as `out`
    pub accumulate: bool,
    pub gain: f32,
    /// Whether moments are wanted.
    pub measure: bool,
}

/// A place in an output that several threads write, each its own part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shared<O>(pub *mut O);

// SAFETY: each thread touches its own part alone, which `Conv::run` sees to.
unsafe impl<O: Send> Send for Shared<O> {}
// SAFETY: as above.
unsafe impl<O: Send> Sync for Shared<O> {}

/// Some columns of a block, from `first` on and `step` apart; all of `n`, which is at most the number of vectors that come with them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns {
    pub first: usize,
    pub step: usize,
    pub n: usize,
}

/// Where a vector of channels lies: in the output, and in the sums of what this task writes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Channel {
    pub output: usize,
    pub sums: usize,
}

impl<O: Element> Finish<'_, O> {
    /// What follows the bias, for the vector of channels from `c` on.
    #[inline(always)]
    pub fn put<S: Simd, const N: usize>(
        &self,
        s: S,
        sums: &mut Sums,
        columns: Columns,
        c: Channel,
        ys: [S::F; N],
    ) {
        if c.output + S::LANES <= self.channels {
            self.put_some::<S, N, true>(s, sums, columns, c, ys);
        } else if c.output < self.channels {
            self.put_some::<S, N, false>(s, sums, columns, c, ys);
        } // else it is the rest of a panel
    }

    /// `WHOLE` says that the vector has only channels of the output.
    #[inline(always)]
    fn put_some<S: Simd, const N: usize, const WHOLE: bool>(
        &self,
        s: S,
        sums: &mut Sums,
        columns: Columns,
        c: Channel,
        mut ys: [S::F; N],
    ) {
        let lanes = if WHOLE { S::LANES } else { self.channels - c.output };
        debug_assert!(columns.first + columns.step * (columns.n - 1) < self.columns);
        let at = |i: usize| (columns.first + columns.step * i) * self.channels + c.output;
        // SAFETY: `Conv::run` gives each block its columns of an output of that many channels, and a residual of the same shape.
        unsafe {
            if let Some(residual) = self.residual {
                for (i, y) in ys.iter_mut().enumerate().take(columns.n) {
                    *y = s.add(*y, load_some(s, residual.as_ptr().add(at(i)), lanes));
                }
            }
            if self.accumulate {
                for (i, y) in ys.iter_mut().enumerate().take(columns.n) {
                    *y = s.add(*y, load_some(s, self.out.0.add(at(i)), lanes));
                }
            }
            if self.gain != 1.0 {
                for y in &mut ys {
                    *y = s.mul(*y, s.splat(self.gain));
                }
            }
            for (i, y) in ys.iter().enumerate().take(columns.n) {
                store_some(s, self.out.0.add(at(i)), *y, lanes);
            }
        }
        if self.measure {
            sums.add(s, c.sums, columns.first == 0, columns.n, &ys);
        }
    }
}

/// Output channels of the widest panel.
const MAX_PANEL: usize = 64;

/// `sum · factor + addend` for each channel of a panel: the codes' scale, the zero point taken out, and the bias.
pub(crate) struct PanelScale {
    factor: [f32; MAX_PANEL],
    addend: [f32; MAX_PANEL],
    missing: [i32; MAX_PANEL], // what [`Simd::TAKEN_OFF`] has kept from the sums
}

impl PanelScale {
    const NONE: Self =
        Self { factor: [1.0; MAX_PANEL], addend: [0.0; MAX_PANEL], missing: [0; MAX_PANEL] };

    pub fn new<S: Simd>(layer: &Layer, p: usize, codes: Option<Codes>) -> Self {
        let (packed, mut scale) = (&layer.packed, Self::NONE);
        for i in 0..packed.panel {
            let o = p * packed.panel + i;
            scale.addend[i] = layer.bias[o];
            if let Some(codes) = codes {
                scale.missing[i] = S::TAKEN_OFF * packed.sums[o];
                scale.factor[i] = codes.scale * packed.scale[o];
                scale.addend[i] -= (codes.zero_point * packed.sums[o]) as f32 * scale.factor[i];
            }
        }
        scale
    }

    /// The same for sums of bytes that have an offset: what the instruction does not take off of it is taken out of the sums, and not of
    /// the addend, where it would cost digits.
    pub fn two_bytes<S: Simd>(packed: &Packed, bias: Option<&[f32]>, p: usize) -> Self {
        let mut scale = Self::NONE;
        for i in 0..packed.panel {
            let o = p * packed.panel + i;
            scale.addend[i] = bias.map_or(0.0, |bias| bias[o]);
            scale.factor[i] = packed.scale[o];
            scale.missing[i] = (S::TAKEN_OFF - OFFSET) * packed.sums[o];
        }
        scale
    }

    /// Factors, addends and what is missing, of the vector of channels from `i` on.
    #[inline(always)]
    pub fn vector<S: Simd>(&self, s: S, i: usize) -> (S::F, S::F, S::I) {
        assert!(i + S::LANES <= MAX_PANEL);
        // SAFETY: as asserted.
        unsafe {
            let (factor, addend) =
                (s.load(self.factor.as_ptr().add(i)), s.load(self.addend.as_ptr().add(i)));
            (factor, addend, s.integers(self.missing.as_ptr().add(i)))
        }
    }
}
