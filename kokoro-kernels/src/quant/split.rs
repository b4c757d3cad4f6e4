//! Numbers as two bytes, `x = (256 · high + low) · step`, so that the instructions that multiply
//! bytes multiply numbers of 16 bits. Both bytes are stored with an [`OFFSET`] that makes them
//! unsigned.

use crate::memory::aligned::padded;
use crate::memory::scalar::load_partial;
use crate::simd::{GROUP, Simd};

/// Rows of bytes that a row of numbers becomes: the high bytes, then the low ones.
pub(crate) const HALVES: usize = 2;
/// Bytes in a word.
pub(crate) const WORD: usize = 4;
/// Added to both bytes before they are stored: `high + 128` and `low + 128` are between 0 and 255.
pub(crate) const OFFSET: i32 = 128;
/// What the high byte is multiplied by.
const BYTE: f32 = 256.0;
/// The greatest `|x / step|`. With it, the high byte is 127.
const MAX: f32 = 127.0 * BYTE;

/// The quantisation step for numbers of magnitudes up to `max`.
pub(crate) const fn quantization_step(max: f32) -> f32 {
    (max / MAX).max(f32::MIN_POSITIVE)
}

/// Words in each half of a row of `len` numbers.
pub(crate) fn words(len: usize) -> usize {
    padded(len) / WORD
}

/// Words as the bytes that they are made of.
pub(crate) fn bytes(words: &mut [u32]) -> &mut [u8] {
    // SAFETY: a u32 is four bytes without padding, and any bytes are valid as u8 and as u32.
    unsafe { std::slice::from_raw_parts_mut(words.as_mut_ptr().cast(), size_of_val(words)) }
}

/// Splits a row into `bytes` `[high, low][padded(len)]`, with bytes of 0 past its end. Numbers
/// whose magnitude is greater than `127 · 256 · step` get bytes without meaning.
#[inline(always)]
pub(crate) fn split<S: Simd>(s: S, xs: &[f32], step: f32, bytes: &mut [u8]) {
    let len = padded(xs.len());
    let scale = s.splat(1.0 / (step * BYTE));
    let (high, low) = bytes[..HALVES * len].split_at_mut(len);
    let mut c = 0;
    while c + GROUP * S::LANES <= xs.len() {
        split_vectors::<S, GROUP>(s, xs, c, scale, high, low);
        c += GROUP * S::LANES;
    }
    while c < len {
        split_vectors::<S, 1>(s, xs, c, scale, high, low);
        c += S::LANES;
    }
}

/// `Σ w (256 · high + low)` from `Σ w · high` and `Σ w · low`. `correction` is added to both sums
/// before; it takes the offset out.
#[inline(always)]
pub(crate) fn join<S: Simd>(s: S, [high, low]: [S::I; HALVES], correction: S::I) -> S::F {
    let [high, low] = [high, low].map(|sum| s.to_f32(s.add_i32(sum, correction)));
    s.fma(high, s.splat(BYTE), low)
}

/// Splits the `N` vectors of a row from `c` on. `N` is 1 or [`GROUP`].
///
/// With `y = x / (256 step) + ½ / 256`, the high byte is `round(y)`, and the low byte is
/// `256 (y − round(y)) − ½`, rounded. The half step keeps the low byte between −128 and 127.
#[inline(always)]
fn split_vectors<S: Simd, const N: usize>(
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
    let low_offset = s.splat(OFFSET as f32 - 0.5);
    let (mut highs, mut lows) = ([s.splat(0.0); GROUP], [s.splat(0.0); GROUP]);
    for v in 0..N {
        let left = &xs[xs.len().min(c + v * S::LANES)..];
        let lanes = if N == GROUP { S::LANES } else { S::LANES.min(left.len()) };
        // SAFETY: whole vectors if there are several, as asserted; else no more values than are
        // left.
        let x = unsafe { load_partial(s, left.as_ptr(), lanes) };
        let y = s.fma(x, scale, half);
        let fraction = s.fraction(y);
        highs[v] = s.add(s.sub(y, fraction), offset);
        lows[v] = s.fma(fraction, byte, low_offset);
    }
    // SAFETY: both have `N` vectors from `c` on, as asserted.
    unsafe {
        let (high, low) = (high.as_mut_ptr().add(c), low.as_mut_ptr().add(c));
        if N == GROUP {
            s.store_four_u8(high, highs);
            s.store_four_u8(low, lows);
        } else {
            s.store_u8(high, highs[0]);
            s.store_u8(low, lows[0]);
        }
    }
}
