//! The epilogue: residual, accumulation and gain between the sums of a block and its output in
//! memory, and the moments of what is written.

pub(crate) mod scale;

use super::moments::MomentSums;
use super::params::WriteMode;
use crate::memory::scalar::{Scalar, load_partial};
use crate::memory::shared::SharedOutput;
use crate::simd::Simd;

/// The epilogue of a block, `y = (sum + residual + y) · gain`. Absent terms are left out.
pub(crate) struct Epilogue<'a, O> {
    out: SharedOutput<'a, O>, // [columns, channels]
    columns: usize,
    channels: usize,
    residual: Option<&'a [O]>, // as `out`
    mode: WriteMode,
    gain: f32,
    measure: Measure,
}

/// Whether moments of an output are measured while it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    Moments,
    Nothing,
}

/// Some columns of a block: `n` of them, from `first` on and `stride` apart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns {
    pub first: usize,
    pub stride: usize,
    pub n: usize,
}

/// Where a vector of channels begins: in the output, and in the moments of the task.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChannelOffset {
    pub output: usize,
    pub moments: usize,
}

impl<'a, O: Scalar> Epilogue<'a, O> {
    /// For a block `out` `[columns, channels]` and a residual of the same shape.
    ///
    /// # Panics
    /// If `out` is not whole columns, or the residual has another length.
    pub fn new(
        out: SharedOutput<'a, O>,
        channels: usize,
        residual: Option<&'a [O]>,
        mode: WriteMode,
        gain: f32,
        measure: Measure,
    ) -> Self {
        let columns = out.len() / channels;
        assert_eq!(out.len(), columns * channels, "an output of {channels} channels");
        assert!(residual.is_none_or(|r| r.len() == out.len()), "a residual of the output's shape");
        Self { out, columns, channels, residual, mode, gain, measure }
    }

    /// Columns of the block.
    #[inline(always)]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Channels of the output.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Whether moments are wanted.
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// Writes `ys`, the sums of the vector of channels from `c.output` on in each of `columns`.
    /// Lanes past the last channel are dropped.
    ///
    /// # Safety
    /// `columns` must be columns of the block, at most `N`, and no other thread may read or write
    /// these channels of them meanwhile.
    #[inline(always)]
    pub unsafe fn write<S: Simd, const N: usize>(
        &self,
        s: S,
        sums: &mut MomentSums,
        columns: Columns,
        c: ChannelOffset,
        ys: [S::F; N],
    ) {
        // SAFETY: as the caller promises; a vector is whole if its last channel is one.
        unsafe {
            if c.output + S::LANES <= self.channels {
                self.write_lanes::<S, N, true>(s, sums, columns, c, ys);
            } else if c.output < self.channels {
                self.write_lanes::<S, N, false>(s, sums, columns, c, ys);
            } // else all lanes are padding of the last panel
        }
    }

    /// `WHOLE` says that all lanes are channels of the output.
    ///
    /// # Safety
    /// As [`write`](Self::write).
    #[inline(always)]
    unsafe fn write_lanes<S: Simd, const N: usize, const WHOLE: bool>(
        &self,
        s: S,
        sums: &mut MomentSums,
        columns: Columns,
        c: ChannelOffset,
        mut ys: [S::F; N],
    ) {
        let Columns { first, stride, n } = columns;
        debug_assert!(n <= N && first + stride * (n - 1) < self.columns);
        let lanes = if WHOLE { S::LANES } else { self.channels - c.output };
        let at = |i: usize| (first + stride * i) * self.channels + c.output;
        // SAFETY: the caller promises that these are columns of the block, which `out` has as `new`
        // asserted, and that this thread alone uses them; a residual is as long as `out`.
        unsafe {
            if let Some(residual) = self.residual {
                for (i, y) in ys.iter_mut().enumerate().take(n) {
                    *y = s.add(*y, load_partial(s, residual.as_ptr().add(at(i)), lanes));
                }
            }
            if self.mode == WriteMode::Accumulate {
                for (i, y) in ys.iter_mut().enumerate().take(n) {
                    *y = s.add(*y, self.out.load(s, at(i), lanes));
                }
            }
            if self.gain != 1.0 {
                for y in &mut ys {
                    *y = s.mul(*y, s.splat(self.gain));
                }
            }
            for (i, y) in ys.iter().enumerate().take(n) {
                self.out.store(s, at(i), *y, lanes);
            }
        }
        if self.measure == Measure::Moments {
            if first == 0 {
                sums.begin(s, c.moments, ys[0]);
            }
            sums.add(s, c.moments, n, &ys);
        }
    }
}
