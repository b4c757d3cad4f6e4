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
pub(crate) fn to_bf16<S: Simd>(
    s: S,
    rows: &[f32],
    channels: usize,
    count: usize,
    words: &mut [u32],
) -> usize {
    let row = padded(channels);
    let (rows, words) = (&rows[..count * row], &mut words[..count * row / 2]);
    for i in (0..rows.len()).step_by(S::LANES) {
        // SAFETY: the length of `rows` is a multiple of the lanes, and `words` has half as many words, each two bf16.
        unsafe {
            s.store_bf16(words.as_mut_ptr().cast::<u16>().add(i), s.load(rows.as_ptr().add(i)))
        };
    }
    row / 2
}

/// Rows of `channels` f32, [`padded`], to rows of u8 with one scale and zero point for all, chosen so that values from `low` ≤ 0 to `high` ≥ 0
/// fit. Returns the words from one row to the next, and the codes.
#[inline(always)]
pub(crate) fn to_u8<S: Simd>(
    s: S,
    rows: &[f32],
    (low, high): (f32, f32),
    channels: usize,
    count: usize,
    words: &mut [u32],
) -> (usize, Codes) {
    let row = padded(channels);
    let (rows, words) = (&rows[..count * row], &mut words[..count * row / 4]);
    let scale = ((high - low) / 255.0).max(f32::MIN_POSITIVE);
    let zero_point = (-low / scale).round_ties_even();
    let (inverse, zero) = (s.splat(1.0 / scale), s.splat(zero_point));
    for i in (0..rows.len()).step_by(S::LANES) {
        // SAFETY: the length of `rows` is a multiple of the lanes, and `words` has a byte for each value.
        unsafe {
            let q = s.fma(s.load(rows.as_ptr().add(i)), inverse, zero);
            s.store_u8(words.as_mut_ptr().cast::<u8>().add(i), q);
        }
    }
    (row / 4, Codes { scale, zero_point: zero_point as i32 })
}
