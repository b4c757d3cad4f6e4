//! Numbers as two bytes: `x = (256 (high − 128) + low − 128) · step`, with a step for each row, which its greatest number does not count for.

use crate::aligned::padded;
use crate::code::GROUP;
use crate::element::load_some;
use crate::isa::Task;
use crate::range::lanes;
use crate::simd::Simd;

/// Bytes of a number, each a row of its own.
pub(super) const HALVES: usize = 2;
/// What the high byte counts.
pub(super) const BYTE: f32 = 256.0;
/// What both bytes are stored with, so that they have no sign.
pub(crate) const OFFSET: i32 = 128;
/// Greatest magnitude of a number in steps: with it, the high byte is at most 127.
const LARGEST: f32 = 127.0 * BYTE;
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
        let bytes = padded(self.c_in);
        // SAFETY: four bytes of a word, and all bytes are bytes.
        let codes = unsafe {
            std::slice::from_raw_parts_mut(
                self.codes.as_mut_ptr().cast::<u8>(),
                4 * self.codes.len(),
            )
        };
        let coded = codes.chunks_exact_mut(HALVES * bytes).zip(self.rows);
        for (xs, (codes, row)) in self.xs.chunks_exact(self.c_in).zip(coded) {
            let at = place(xs, largest(s, xs));
            let others = largest(s, &xs[..at]).max(largest(s, &xs[at + 1..]));
            let step = (others / LARGEST).max(f32::MIN_POSITIVE);
            *row = Row { step, greatest: xs[at], at };
            let scale = s.splat(1.0 / (step * BYTE));
            let (high, low) = codes.split_at_mut(bytes);
            let mut c = 0;
            while c + GROUP * S::LANES <= xs.len() {
                code::<S, GROUP>(s, xs, c, scale, high, low);
                c += GROUP * S::LANES;
            }
            while c < bytes {
                code::<S, 1>(s, xs, c, scale, high, low);
                c += S::LANES;
            }
            (high[at], low[at]) = (OFFSET as u8, OFFSET as u8); // zero, whatever the greatest was coded as
        }
    }
}

/// Where the first number of this magnitude is; 0 if there is none, as in a row of NaN.
#[inline(always)]
fn place(xs: &[f32], magnitude: f32) -> usize {
    let here = |x: &f32| x.abs() == magnitude;
    let chunk = xs.chunks(CHUNK).position(|chunk| chunk.iter().fold(false, |any, x| any | here(x)));
    let first = chunk.map_or(0, |chunk| chunk * CHUNK);
    first + xs[first..].iter().position(here).unwrap_or(0)
}

/// `N` vectors of a row from `c` on. A number in units of the high byte, less half a step of the low one, is a whole number, the high byte, and a
/// fraction from −½ to ½, the low one.
#[inline(always)]
fn code<S: Simd, const N: usize>(
    s: S,
    xs: &[f32],
    c: usize,
    scale: S::F,
    high: &mut [u8],
    low: &mut [u8],
) {
    let end = c + N * S::LANES;
    assert!(high.len() >= end && low.len() >= end && (N == 1 || xs.len() >= end));
    let (half, byte, offset) = (s.splat(0.5 / BYTE), s.splat(BYTE), s.splat(OFFSET as f32));
    let middle = s.splat(OFFSET as f32 - 0.5);
    let (mut whole, mut rest) = ([s.splat(0.0); GROUP], [s.splat(0.0); GROUP]);
    for v in 0..N {
        let at = c + v * S::LANES;
        let lanes = S::LANES.min(xs.len().saturating_sub(at));
        // SAFETY: the row has `lanes` values from `at` on; where there are none, nothing is read.
        let x = if lanes == 0 {
            s.splat(0.0)
        } else {
            unsafe { load_some(s, xs.as_ptr().add(at), lanes) }
        };
        let x = s.fma(x, scale, half);
        let fraction = s.fraction(x);
        whole[v] = s.add(s.sub(x, fraction), offset);
        rest[v] = s.fma(fraction, byte, middle);
    }
    // SAFETY: as asserted.
    unsafe {
        let (high, low) = (high.as_mut_ptr().add(c), low.as_mut_ptr().add(c));
        if N == GROUP {
            s.store_four_u8(high, whole);
            s.store_four_u8(low, rest);
        } else {
            s.store_u8(high, whole[0]);
            s.store_u8(low, rest[0]);
        }
    }
}

/// The greatest magnitude; 0 of nothing.
#[inline(always)]
fn largest<S: Simd>(s: S, xs: &[f32]) -> f32 {
    let mut greatest = [s.splat(0.0); GROUP];
    let magnitude = |x: S::F| s.max(x, s.sub(s.splat(0.0), x));
    let mut c = 0;
    while c < xs.len() {
        for greatest in &mut greatest {
            let lanes = S::LANES.min(xs.len() - c.min(xs.len()));
            if lanes > 0 {
                // SAFETY: the row has `lanes` values from `c` on.
                *greatest =
                    s.max(*greatest, magnitude(unsafe { load_some(s, xs.as_ptr().add(c), lanes) }));
            }
            c += S::LANES;
        }
    }
    let [a, b, c, d] = greatest;
    lanes(s, s.max(s.max(a, b), s.max(c, d)), f32::max)
}
