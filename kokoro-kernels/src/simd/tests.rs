//! Every operation that sets do differently, on every set of this processor, against scalars.

use half::bf16;

use super::Simd;
use crate::elementwise::{Function, InPlace};
use crate::isa::{Isa, Task};

/// More than any set has lanes, and a multiple of all.
const CHUNK: usize = 16;
/// Rounding to odd, and once for each product or once for both: some units in the last place of the largest term.
const BF16_SUM_ERROR: f64 = 4.0 * f32::EPSILON as f64;

/// Bits without a pattern (SplitMix64), a whole number of chunks.
fn bits(seed: u64) -> Vec<u32> {
    let mix = |i: u64| {
        let x = (seed << 32 | i).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) >> 32) as u32
    };
    (0..256 * CHUNK as u64).map(mix).collect()
}

/// Twice the same product, so that there is something to add to; returns what is taken off.
struct DotU8<'a>(&'a [u32], &'a [u32], &'a mut [f32]);

impl Task for DotU8<'_> {
    type Output = i32;
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> i32 {
        for i in (0..self.2.len()).step_by(S::LANES) {
            // SAFETY: all three are as long, and whole vectors.
            unsafe {
                let (x, w) = (s.words(self.0.as_ptr().add(i)), s.words(self.1.as_ptr().add(i)));
                let sum = s.dot_u8(s.dot_u8(s.zero(), x, w), x, w);
                s.store(self.2.as_mut_ptr().add(i), s.float(sum));
            }
        }
        S::TAKEN_OFF
    }
}

#[test]
fn sums_of_bytes_are_exact() {
    let (mut xs, mut ws) = (bits(1), bits(2));
    for x in [0u8, 1, 127, 128, 129, 254, 255] {
        for w in [-128i8, -127, -1, 0, 1, 126, 127] {
            xs.extend([u32::from_ne_bytes([x; 4]); CHUNK]);
            ws.extend([u32::from_ne_bytes([w as u8; 4]); CHUNK]);
        }
    }
    for isa in Isa::available() {
        let mut found = vec![0f32; xs.len()];
        let taken_off = isa.run(DotU8(&xs, &ws, &mut found));
        for ((x, w), found) in xs.iter().zip(&ws).zip(found) {
            let products = x.to_le_bytes().into_iter().zip(w.to_le_bytes());
            let sum: i32 =
                products.map(|(x, w)| (i32::from(x) - taken_off) * i32::from(w as i8)).sum();
            assert_eq!(found, (2 * sum) as f32, "{isa}: {x:08x} · {w:08x}, twice");
        }
    }
}

struct DotBf16<'a>(&'a [u32], &'a [u32], &'a mut [f32]);

impl Task for DotBf16<'_> {
    type Output = ();
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for i in (0..self.2.len()).step_by(S::LANES) {
            // SAFETY: all three are as long, and whole vectors.
            unsafe {
                let (x, w) = (s.words(self.0.as_ptr().add(i)), s.words(self.1.as_ptr().add(i)));
                let sum = s.load(self.2.as_ptr().add(i));
                s.store(self.2.as_mut_ptr().add(i), s.dot_bf16(sum, x, w));
            }
        }
    }
}

/// Two bf16 between 1 and 2 in magnitude.
fn pair(bits: u32) -> u32 {
    bits & 0x807f_807f | 0x3f80_3f80
}

#[test]
fn sums_of_bf16_have_both_products() {
    let (xs, ws): (Vec<u32>, Vec<u32>) =
        bits(3).into_iter().map(pair).zip(bits(4).into_iter().map(pair)).unzip();
    for isa in Isa::available() {
        let mut found = vec![3.0; xs.len()];
        isa.run(DotBf16(&xs, &ws, &mut found));
        for ((x, w), found) in xs.iter().zip(&ws).zip(found) {
            let low = |word: u32| f64::from(f32::from_bits(word << 16));
            let high = |word: u32| f64::from(f32::from_bits(word & 0xffff_0000));
            let products = [low(*x) * low(*w), high(*x) * high(*w)];
            let largest = products[0].abs() + products[1].abs() + 3.0;
            let error = f64::from(found) - (3.0 + products[0] + products[1]);
            assert!(
                error.abs() < BF16_SUM_ERROR * largest,
                "{isa}: {x:08x} · {w:08x} is off by {error:e}"
            );
        }
    }
}

/// A vector at a time, or four.
struct StoreU8<'a, const FOUR: bool>(&'a [f32], &'a mut [u8]);

impl<const FOUR: bool> Task for StoreU8<'_, FOUR> {
    type Output = ();
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for i in (0..self.0.len()).step_by(S::LANES * if FOUR { 4 } else { 1 }) {
            let (from, to) = (self.0[i..].as_ptr(), self.1[i..].as_mut_ptr());
            // SAFETY: both are as long, and whole vectors, four of them if they are wanted.
            unsafe {
                if FOUR {
                    let mut x = [s.splat(0.0); 4];
                    for (v, x) in x.iter_mut().enumerate() {
                        *x = s.load(from.add(v * S::LANES));
                    }
                    s.store_four_u8(to, x);
                } else {
                    s.store_u8(to, s.load(from));
                }
            }
        }
    }
}

#[test]
fn bytes_are_the_nearest_and_halves_go_to_even() {
    let mut values: Vec<f32> = (-1200..2400).map(|i| i as f32 * 0.25).collect();
    values.extend([-1e30, -1e9, -70_000.0, -0.0, 65_535.0, 65_536.5, 1e9, 5e9, 1e30, f32::MAX]);
    values.resize(values.len().next_multiple_of(4 * CHUNK), 0.0);
    for isa in Isa::available() {
        let (mut one, mut four) = (vec![0; values.len()], vec![0; values.len()]);
        isa.run(StoreU8::<false>(&values, &mut one));
        isa.run(StoreU8::<true>(&values, &mut four));
        for (value, found) in values.iter().zip(one.into_iter().zip(four)) {
            let expected = value.clamp(0.0, 255.0).round_ties_even() as u8;
            // Four at once need no more than the range of an i32.
            let four = if *value < 2f32.powi(31) { found.1 } else { expected };
            assert_eq!((found.0, four), (expected, expected), "{isa}: {value}");
        }
    }
}

#[derive(Clone, Copy)]
struct Fraction;

impl Function for Fraction {
    #[inline(always)]
    fn of<S: Simd>(self, s: S, x: S::F) -> S::F {
        s.fraction(x)
    }
}

#[test]
fn fractions_are_what_rounding_leaves() {
    let mut values: Vec<f32> = (-1200..2400).map(|i| i as f32 * 0.125).collect();
    values.extend([0.3, -0.3, 0.499_999_97, 8_388_607.5, 1e9, -1e30, f32::MAX]);
    values.resize(values.len().next_multiple_of(CHUNK), 0.0);
    for isa in Isa::available() {
        let mut found = values.clone();
        isa.run(InPlace(&mut found, Fraction));
        for (value, found) in values.iter().zip(found) {
            assert_eq!(found, value - value.round_ties_even(), "{isa}: {value}");
        }
    }
}

/// To bf16, and from there to f32 again.
struct Halve<'a>(&'a mut [f32], &'a mut [u16]);

impl Task for Halve<'_> {
    type Output = ();
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for i in (0..self.0.len()).step_by(S::LANES) {
            let (wide, half) = (self.0[i..].as_mut_ptr(), self.1[i..].as_mut_ptr());
            // SAFETY: both are as long, and whole vectors.
            unsafe {
                s.store_bf16(half, s.load(wide));
                s.store(wide, s.load_bf16(half));
            }
        }
    }
}

#[test]
fn halves_are_the_nearest_and_halves_of_them_go_to_even() {
    let mut values: Vec<f32> = bits(5).into_iter().map(f32::from_bits).collect();
    // The lower half of these is just a half, a bit less or a bit more.
    values.extend(
        bits(6).into_iter().map(|bits| f32::from_bits(bits & 0xffff_0000 | (0x7fff + (bits & 2)))),
    );
    values.extend(bits(7).into_iter().map(|bits| f32::from_bits(bits & 0xffff_0000 | 0x8000)));
    // What is not normal may be rounded to zero, and is not to be met.
    values.iter_mut().filter(|x| !x.is_normal()).for_each(|x| *x = 1.0);
    for isa in Isa::available() {
        let (mut wide, mut half) = (values.clone(), vec![0; values.len()]);
        isa.run(Halve(&mut wide, &mut half));
        for (value, (wide, half)) in values.iter().zip(wide.into_iter().zip(half)) {
            let expected = bf16::from_f32(*value);
            assert_eq!(half, expected.to_bits(), "{isa}: {value:e}");
            assert_eq!(wide.to_bits(), expected.to_f32().to_bits(), "{isa}: {value:e}");
        }
    }
}

/// `KOKORO_TEST_ISA` says what is expected, so that whoever runs these tests for one set sees if they did not have it.
#[test]
fn the_best_set_is_the_expected_one() {
    if let Ok(expected) = std::env::var("KOKORO_TEST_ISA") {
        assert_eq!(Isa::best().to_string(), expected);
    }
}
