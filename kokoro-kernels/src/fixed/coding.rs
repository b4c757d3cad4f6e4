//! Rows as two bytes a number, with a step for each row, which its greatest number does not count for.

use crate::aligned::padded;
use crate::isa::Task;
use crate::largest::largest;
use crate::simd::Simd;
use crate::two_bytes::{HALVES, OFFSET, bytes, code, step};

/// Numbers that are compared at once.
const CHUNK: usize = 64;
/// Values that are worth a task of their own.
pub(super) const TASK_VALUES: usize = 16 * 1024;

/// A row beside its codes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Row {
    pub step: f32,
    /// The greatest number by magnitude, which is not in the codes: PL-BERT has one channel that is ten times any other.
    pub greatest: f32,
    /// Its channel.
    pub at: usize,
}

/// Codes rows `[rows, c_in]`: `codes` `[rows][high, low][padded(c_in)]`, a byte each.
pub(super) struct CodeRows<'a> {
    pub xs: &'a [f32],
    pub c_in: usize,
    pub codes: &'a mut [u32],
    pub rows: &'a mut [Row],
}

impl Task for CodeRows<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        let row = HALVES * padded(self.c_in);
        let coded = bytes(self.codes).chunks_exact_mut(row).zip(self.rows);
        for (xs, (codes, row)) in self.xs.chunks_exact(self.c_in).zip(coded) {
            let at = place(xs, largest(xs));
            let others = largest(&xs[..at]).max(largest(&xs[at + 1..]));
            *row = Row { step: step(others), greatest: xs[at], at };
            code(s, xs, row.step, codes);
            for half in codes.chunks_exact_mut(padded(self.c_in)) {
                half[at] = OFFSET as u8; // zero
            }
        }
    }
}

/// Where the first number of this magnitude is, of which there is one.
#[inline(always)]
fn place(xs: &[f32], magnitude: f32) -> usize {
    let here = |x: &f32| x.abs().to_bits() == magnitude.to_bits(); // a NaN, too
    let chunk = xs.chunks(CHUNK).position(|chunk| chunk.iter().fold(false, |any, x| any | here(x)));
    let first = chunk.map_or(0, |chunk| chunk * CHUNK);
    first + xs[first..].iter().position(here).unwrap_or(0)
}
