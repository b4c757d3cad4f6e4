//! Numbers as two bytes, `x = (256 (high − 128) + low − 128) · step`, so that instructions for products of bytes take 16 bits.

use crate::aligned::padded;
use crate::code::GROUP;
use crate::element::load_some;
use crate::simd::Simd;

/// Bytes of a number, each in a row of its own.
pub(crate) const HALVES: usize = 2;
/// Bytes of a word.
pub(crate) const WORD: usize = 4;
/// What both bytes are stored with, so that they have no sign.
pub(crate) const OFFSET: i32 = 128;
/// What the high byte counts.
const BYTE: f32 = 256.0;
/// Greatest magnitude of a number in steps: with it, the high byte is at most 127.
const LARGEST: f32 = 127.0 * BYTE;

/// The step for numbers up to this magnitude.
pub(crate) const fn step(largest: f32) -> f32 {
    (largest / LARGEST).max(f32::MIN_POSITIVE)
}

/// Words of each half of a row of `len` numbers.
pub(crate) fn words(len: usize) -> usize {
    padded(len) / WORD
}

/// Words as the bytes that they are made of.
pub(crate) fn bytes(words: &mut [u32]) -> &mut [u8] {
    // SAFETY: four bytes of a word, and all bytes are bytes.
    unsafe { std::slice::from_raw_parts_mut(words.as_mut_ptr().cast(), size_of_val(words)) }
}

/// A row to its codes `[high, low][padded(len)]`, with zeros past the end. What is greater than the step is for has any code.
#[inline(always)]
pub(crate) fn code<S: Simd>(s: S, xs: &[f32], step: f32, codes: &mut [u8]) {
    let bytes = padded(xs.len());
    let scale = s.splat(1.0 / (step * BYTE));
    let (high, low) = codes[..HALVES * bytes].split_at_mut(bytes);
    let mut c = 0;
    while c + GROUP * S::LANES <= xs.len() {
        vectors::<S, GROUP>(s, xs, c, scale, high, low);
        c += GROUP * S::LANES;
    }
    while c < bytes {
        vectors::<S, 1>(s, xs, c, scale, high, low);
        c += S::LANES;
    }
}

/// The sum of products with numbers, in steps, from those with their halves; `missing` is what the offset has added to both.
#[inline(always)]
pub(crate) fn join<S: Simd>(s: S, [high, low]: [S::I; HALVES], missing: S::I) -> S::F {
    let [high, low] = [high, low].map(|sum| s.float(s.add_integers(sum, missing)));
    s.fma(high, s.splat(BYTE), low)
}

/// `N` vectors of a row from `c` on. A number in units of the high byte, less half a step of the low one, is a whole number, the high byte, and a
/// fraction from −½ to ½, the low one.
#[inline(always)]
fn vectors<S: Simd, const N: usize>(
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
        let left = &xs[xs.len().min(c + v * S::LANES)..];
        let lanes = if N == GROUP { S::LANES } else { S::LANES.min(left.len()) };
        // SAFETY: whole vectors if there are several, as asserted; else as many values as are left.
        let x = unsafe { load_some(s, left.as_ptr(), lanes) };
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
