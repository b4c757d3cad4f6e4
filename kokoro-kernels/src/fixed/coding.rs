//! Numbers as two bytes: `x = (256 (high − 128) + low − 128) · step`, with a step for each row.

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
/// Values that are worth a task of their own.
pub(super) const TASK_VALUES: usize = 16 * 1024;

/// Codes rows `[rows, c_in]`: `codes` `[rows][high, low][padded(c_in)]`, a byte each, and `steps` `[rows]`.
pub(super) struct CodeRows<'a> {
    pub xs: &'a [f32],
    pub c_in: usize,
    pub codes: &'a mut [u32],
    pub steps: &'a mut [f32],
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
        let rows = self.xs.chunks_exact(self.c_in).zip(codes.chunks_exact_mut(HALVES * bytes));
        for ((xs, codes), step) in rows.zip(self.steps) {
            *step = (largest(s, xs) / LARGEST).max(f32::MIN_POSITIVE);
            let scale = s.splat(1.0 / (*step * BYTE));
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
        }
    }
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

/// The greatest magnitude of a row.
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
