//! Rows of a linear layer's input in fixed point: two bytes a number with a quantisation step for
//! each row, and each row's greatest number apart.

use crate::isa::Kernel;
use crate::math::reduce::max_abs;
use crate::memory::aligned::padded;
use crate::quant::split::{HALVES, OFFSET, bytes, quantization_step, split};
use crate::simd::Simd;

/// Numbers that [`position`] compares before it branches.
const CHUNK: usize = 64;
/// Values that are worth a task of their own.
pub(super) const TASK_VALUES: usize = 16 * 1024;

/// What is kept of a row beside its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Row {
    /// The quantisation step, from the second greatest magnitude of the row.
    pub step: f32,
    /// The number of the greatest magnitude, whose bytes are those of 0. PL-BERT has one channel
    /// that is ten times any other; without it, the step of the others is finer.
    pub greatest: f32,
    /// The channel of the greatest number.
    pub channel: usize,
}

/// Encodes `xs` `[rows, c_in]` as `codes` `[rows][high, low][padded(c_in)]`, a byte each.
pub(super) struct EncodeRows<'a> {
    pub xs: &'a [f32],
    pub c_in: usize,
    pub codes: &'a mut [u32],
    pub rows: &'a mut [Row],
}

impl Kernel for EncodeRows<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        let len = HALVES * padded(self.c_in);
        let encoded = bytes(self.codes).chunks_exact_mut(len).zip(self.rows);
        for (xs, (codes, row)) in self.xs.chunks_exact(self.c_in).zip(encoded) {
            let channel = position(xs, max_abs(xs));
            let second = max_abs(&xs[..channel]).max(max_abs(&xs[channel + 1..]));
            *row = Row { step: quantization_step(second), greatest: xs[channel], channel };
            split(s, xs, row.step, codes);
            for half in codes.chunks_exact_mut(padded(self.c_in)) {
                half[channel] = OFFSET as u8; // zero
            }
        }
    }
}

/// The index of the first number of this magnitude, which `xs` contains.
#[inline(always)]
fn position(xs: &[f32], magnitude: f32) -> usize {
    let found = |x: &f32| x.abs().to_bits() == magnitude.to_bits(); // finds a NaN, too
    let any = |chunk: &[f32]| chunk.iter().fold(false, |any, x| any | found(x));
    let first = xs.chunks(CHUNK).position(any).map_or(0, |chunk| chunk * CHUNK);
    first + xs[first..].iter().position(found).unwrap_or(0)
}
