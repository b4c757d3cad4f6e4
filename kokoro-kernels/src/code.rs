//! Rows of f32, coded as the words that a tile multiplies.

use crate::aligned::padded;
use crate::simd::Simd;

/// u8 values are `(q − zero_point) · scale`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Codes {
    pub scale: f32,
    pub zero_point: i32,
}

/// Rows of `channels` f32, [`padded`], to rows of bf16 pairs; returns the words from one row to the next.
#[inline(always)]
pub(crate) fn to_bf16<S: Simd>(s: S, rows: &[f32], channels: usize, count: usize, words: &mut [u32]) -> usize {
    let row = padded(channels);
    let (rows, words) = (&rows[..count * row], &mut words[..count * row / 2]);
    for i in (0..rows.len()).step_by(S::LANES) {
        // SAFETY: the length of `rows` is a multiple of the lanes, and `words` has half as many words, each two bf16.
        unsafe { s.store_bf16(words.as_mut_ptr().cast::<u16>().add(i), s.load(rows.as_ptr().add(i))) };
    }
    row / 2
}

/// Rows of `channels` f32, [`padded`], to rows of u8 with one scale and zero point for all, chosen so that the least and the greatest value
/// (and 0) fit; `factors` `[padded(channels)]` are multiplied first. Returns the words from one row to the next, and the codes.
#[inline(always)]
pub(crate) fn to_u8<S: Simd>(
    s: S,
    rows: &[f32],
    factors: &[f32],
    channels: usize,
    count: usize,
    words: &mut [u32],
) -> (usize, Codes) {
    let row = padded(channels);
    let (rows, words) = (&rows[..count * row], &mut words[..count * row / 4]);
    let (low, high) = range(s, rows, factors, row);
    let scale = ((high - low) / 255.0).max(f32::MIN_POSITIVE);
    let zero_point = (-low / scale).round_ties_even();
    for t in 0..count {
        for c in (0..row).step_by(S::LANES) {
            // SAFETY: a row and the factors are whole vectors; `words` has a byte for each value.
            unsafe {
                let x = s.mul(s.load(rows.as_ptr().add(t * row + c)), s.load(factors.as_ptr().add(c)));
                let q = s.fma(x, s.splat(1.0 / scale), s.splat(zero_point));
                s.store_u8(words.as_mut_ptr().cast::<u8>().add(t * row + c), q);
            }
        }
    }
    (row / 4, Codes { scale, zero_point: zero_point as i32 })
}

/// The least and the greatest of 0 and all values times their factors.
#[inline(always)]
fn range<S: Simd>(s: S, rows: &[f32], factors: &[f32], row: usize) -> (f32, f32) {
    let (mut low, mut high) = (s.splat(0.0), s.splat(0.0));
    for t in 0..rows.len() / row {
        for c in (0..row).step_by(S::LANES) {
            // SAFETY: a row and the factors are whole vectors.
            let x = unsafe { s.mul(s.load(rows.as_ptr().add(t * row + c)), s.load(factors.as_ptr().add(c))) };
            low = s.min(x, low);
            high = s.max(x, high);
        }
    }
    let (mut lows, mut highs) = ([0f32; 16], [0f32; 16]);
    // SAFETY: no set has more lanes than these arrays.
    unsafe {
        s.store(lows.as_mut_ptr(), low);
        s.store(highs.as_mut_ptr(), high);
    }
    let lanes = |values: [f32; 16], f: fn(f32, f32) -> f32| values[..S::LANES].iter().copied().fold(0.0, f);
    (lanes(lows, f32::min), lanes(highs, f32::max))
}
