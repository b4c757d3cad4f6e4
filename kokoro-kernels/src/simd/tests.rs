//! Every operation that instruction sets do differently, on each set of this processor, against
//! scalar code.

use half::bf16;
use proptest::prelude::RngExt;
use proptest::test_runner::{RngAlgorithm, TestRng};

use super::{GROUP, MAX_LANES, Simd};
use crate::isa::{Isa, Kernel};
use crate::math::map::{Function, MapInPlace};

/// Error of a sum of two products of bf16, relative to the greatest term: sets round to odd or to
/// even, once for each product or once for both.
const BF16_SUM_ERROR: f64 = 4.0 * f32::EPSILON as f64;

/// Random bits, a whole number of vectors of every set.
fn bits(seed: u8) -> Vec<u32> {
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    (0..256 * MAX_LANES).map(|_| random.random()).collect()
}

/// Adds the same product twice, so that the second time there is a sum to add to. Returns
/// [`Simd::U8_OFFSET`].
struct DotU8<'a>(&'a [u32], &'a [u32], &'a mut [f32]);

impl Kernel for DotU8<'_> {
    type Output = i32;
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) -> i32 {
        for i in (0..self.2.len()).step_by(S::LANES) {
            // SAFETY: all three have the same length, which is whole vectors.
            unsafe {
                let (x, w) =
                    (s.load_words(self.0.as_ptr().add(i)), s.load_words(self.1.as_ptr().add(i)));
                let sum = s.dot_u8(s.dot_u8(s.zero_i32(), x, w), x, w);
                s.store(self.2.as_mut_ptr().add(i), s.to_f32(sum));
            }
        }
        S::U8_OFFSET
    }
}

#[test]
fn sums_of_bytes_are_exact() {
    let (mut xs, mut ws) = (bits(1), bits(2));
    for x in [0u8, 1, 127, 128, 129, 254, 255] {
        for w in [-128i8, -127, -1, 0, 1, 126, 127] {
            xs.extend([u32::from_ne_bytes([x; 4]); MAX_LANES]);
            ws.extend([u32::from_ne_bytes([w as u8; 4]); MAX_LANES]);
        }
    }
    for isa in Isa::available() {
        let mut found = vec![0f32; xs.len()];
        let offset = isa.run(DotU8(&xs, &ws, &mut found));
        for ((x, w), found) in xs.iter().zip(&ws).zip(found) {
            let products = x.to_le_bytes().into_iter().zip(w.to_le_bytes());
            let sum: i32 =
                products.map(|(x, w)| (i32::from(x) - offset) * i32::from(w as i8)).sum();
            assert_eq!(found, (2 * sum) as f32, "{isa}: {x:08x} · {w:08x}, twice");
        }
    }
}

struct DotBf16<'a>(&'a [u32], &'a [u32], &'a mut [f32]);

impl Kernel for DotBf16<'_> {
    type Output = ();
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for i in (0..self.2.len()).step_by(S::LANES) {
            // SAFETY: all three have the same length, which is whole vectors.
            unsafe {
                let (x, w) =
                    (s.load_words(self.0.as_ptr().add(i)), s.load_words(self.1.as_ptr().add(i)));
                let sum = s.load(self.2.as_ptr().add(i));
                s.store(self.2.as_mut_ptr().add(i), s.dot_bf16(sum, x, w));
            }
        }
    }
}

/// Two bf16 with magnitudes between 1 and 2.
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

/// Stores one vector at a time or, if `FOUR`, a group.
struct StoreU8<'a, const FOUR: bool>(&'a [f32], &'a mut [u8]);

impl<const FOUR: bool> Kernel for StoreU8<'_, FOUR> {
    type Output = ();
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for i in (0..self.0.len()).step_by(S::LANES * if FOUR { GROUP } else { 1 }) {
            let (from, to) = (self.0[i..].as_ptr(), self.1[i..].as_mut_ptr());
            // SAFETY: both have the same length, which is whole vectors, or groups of them.
            unsafe {
                if FOUR {
                    let mut x = [s.splat(0.0); GROUP];
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
    values.resize(values.len().next_multiple_of(GROUP * MAX_LANES), 0.0);
    for isa in Isa::available() {
        let (mut one, mut four) = (vec![0; values.len()], vec![0; values.len()]);
        isa.run(StoreU8::<false>(&values, &mut one));
        isa.run(StoreU8::<true>(&values, &mut four));
        for (value, found) in values.iter().zip(one.into_iter().zip(four)) {
            let expected = value.clamp(0.0, 255.0).round_ties_even() as u8;
            // A group is only defined for numbers below 2³¹.
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
    values.resize(values.len().next_multiple_of(MAX_LANES), 0.0);
    for isa in Isa::available() {
        let mut found = values.clone();
        isa.run(MapInPlace { values: &mut found, function: Fraction });
        for (value, found) in values.iter().zip(found) {
            assert_eq!(found, value - value.round_ties_even(), "{isa}: {value}");
        }
    }
}

/// Rounds to bf16, and converts back to f32.
struct Halve<'a>(&'a mut [f32], &'a mut [u16]);

impl Kernel for Halve<'_> {
    type Output = ();
    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for i in (0..self.0.len()).step_by(S::LANES) {
            let (wide, half) = (self.0[i..].as_mut_ptr(), self.1[i..].as_mut_ptr());
            // SAFETY: both have the same length, which is whole vectors.
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
    // The lower halves of the next numbers are just below or just above a tie; those of the numbers
    // after them are ties.
    values.extend(
        bits(6).into_iter().map(|bits| f32::from_bits(bits & 0xffff_0000 | (0x7fff + (bits & 2)))),
    );
    values.extend(bits(7).into_iter().map(|bits| f32::from_bits(bits & 0xffff_0000 | 0x8000)));
    // Subnormals may be rounded to zero, and NaNs to others; neither is tested.
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

/// `KOKORO_TEST_ISA` names the expected set, so that a run of these tests that is meant for a set
/// fails where the processor does not have it.
#[test]
fn the_best_set_is_the_expected_one() {
    if let Ok(expected) = std::env::var("KOKORO_TEST_ISA") {
        assert_eq!(Isa::best().to_string(), expected);
    }
}
