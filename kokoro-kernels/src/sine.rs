//! Sines and their squares, a vector at a time; the same bits on every instruction set with fused multiply-adds.

use std::f32::consts::{FRAC_1_PI, FRAC_PI_2};

use crate::simd::Simd;

/// π in two parts: the first has 12 trailing zero bits, so that its product with a whole number below 2¹² is exact.
const PI_HIGH: f32 = 3.140_625;
const PI_LOW: f32 = 9.676_536e-4;
/// Adding and taking away 1.5 · 2²³ rounds a float below 2²² to the nearest whole number.
pub(crate) const ROUND: f32 = 12_582_912.0;

/// `sin²`; its absolute error is below 4e-7 for |x| up to 8192. Beyond, where a float has no digits left for it, the result is still
/// between 0 and 1. One reduction to [−π/2, π/2], because sin² has period π and is even, and Taylor terms of the sine up to x¹¹:
/// the next one is below 6e-8 there.
#[inline(always)]
pub(crate) fn sin_squared<S: Simd>(s: S, x: S::F) -> S::F {
    let round = s.splat(ROUND);
    let turns = s.sub(s.fma(x, s.splat(FRAC_1_PI), round), round);
    let r = s.fma(turns, s.splat(-PI_LOW), s.fma(turns, s.splat(-PI_HIGH), x));
    let r = s.max(s.min(r, s.splat(FRAC_PI_2)), s.splat(-FRAC_PI_2));
    let sin = sine_of_reduced(s, r);
    s.mul(sin, sin)
}

/// `sin² πu` as two factors, r² and a polynomial of it, where r is what u is from a whole number. Absolute error below 3e-5 (for 8 bits
/// a hundredth of a step), of half the operations that [`sin_squared`] needs. Coefficients: least maximum of the error, by Lawson's
/// iteration.
#[inline(always)]
pub(crate) fn sin_squared_coarse<S: Simd>(s: S, u: S::F) -> (S::F, S::F) {
    let r = s.fraction(u);
    let square = s.mul(r, r);
    let p = s.fma(square, s.splat(COARSE[3]), s.splat(COARSE[2]));
    let p = s.fma(p, square, s.splat(COARSE[1]));
    (square, s.fma(p, square, s.splat(COARSE[0])))
}

const COARSE: [f32; 4] = [9.866_675, -32.353_87, 41.294_96, -22.990_92];

/// The sine of a number between −π/2 and π/2: Taylor terms up to x¹¹, of which the next is below 6e-8.
#[inline(always)]
pub(crate) fn sine_of_reduced<S: Simd>(s: S, r: S::F) -> S::F {
    let square = s.mul(r, r);
    let p = s.fma(square, s.splat(-1.0 / 39_916_800.0), s.splat(1.0 / 362_880.0));
    let p = s.fma(p, square, s.splat(-1.0 / 5040.0));
    let p = s.fma(p, square, s.splat(1.0 / 120.0));
    let p = s.fma(p, square, s.splat(-1.0 / 6.0));
    s.fma(s.mul(r, square), p, r)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Isa;
    use crate::elementwise::{Function, InPlace};

    /// Six terms of a series and one reduction of a 24-bit argument; see [`sin_squared`].
    const MAX_ERROR: f64 = 4e-7;

    #[derive(Clone, Copy)]
    struct SinSquared;

    impl Function for SinSquared {
        #[inline(always)]
        fn of<S: Simd>(self, s: S, x: S::F) -> S::F {
            sin_squared(s, x)
        }
    }

    fn inputs() -> Vec<f32> {
        (0..1 << 18).map(|i| -20.0 + i as f32 * 1.6e-4).collect()
    }

    #[test]
    fn sin_squared_is_accurate_everywhere() {
        for isa in Isa::available() {
            let mut found = inputs();
            isa.run(InPlace(&mut found, SinSquared));
            for (x, y) in inputs().iter().zip(found) {
                let error = (f64::from(y) - f64::from(*x).sin().powi(2)).abs();
                assert!(error < MAX_ERROR, "{isa}: sin²({x}) is off by {error:e}");
            }
        }
    }

    #[test]
    fn large_arguments_stay_between_zero_and_one() {
        for isa in Isa::available() {
            let mut values = [8191.9f32, 1e6, -1e9, 1e30, -3e38, 1e5, 123_456.7, -0.0].repeat(2);
            isa.run(InPlace(&mut values, SinSquared));
            assert!(values.iter().all(|y| (0.0..=1.0).contains(y)), "{isa}: {values:?}");
        }
    }
}
