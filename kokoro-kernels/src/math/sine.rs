//! Sines and their squares, for all lanes of a vector. Every instruction set with fused
//! multiply-adds gives the same bits.

use std::f32::consts::{FRAC_1_PI, FRAC_PI_2};

use crate::simd::Simd;

/// π = `PI_HIGH + PI_LOW`. The first part has 12 trailing zero bits, so that its product with a
/// whole number below 2¹² is exact.
const PI_HIGH: f32 = 3.140_625;
const PI_LOW: f32 = 9.676_536e-4;
/// 1.5 · 2²³. Adding it to a float below 2²² and subtracting it again rounds the float to the
/// nearest whole number.
pub(crate) const ROUND: f32 = 12_582_912.0;

/// `sin² x`, with an absolute error below 4e-7 for |x| up to 8192. Beyond that a float has too few
/// digits left; the result is still between 0 and 1.
///
/// sin² has the period π and is even, so `x` is reduced once, to [−π/2, π/2].
#[inline(always)]
pub(crate) fn sin_squared<S: Simd>(s: S, x: S::F) -> S::F {
    let round = s.splat(ROUND);
    let half_turns = s.sub(s.fma(x, s.splat(FRAC_1_PI), round), round);
    let r = s.fma(half_turns, s.splat(-PI_LOW), s.fma(half_turns, s.splat(-PI_HIGH), x));
    let r = s.max(s.min(r, s.splat(FRAC_PI_2)), s.splat(-FRAC_PI_2));
    let sin = sine_of_reduced(s, r);
    s.mul(sin, sin)
}

/// `sin² πu` as two factors, `r²` and `p(r²)`, where `r = u − round(u)` and `p` is the cubic
/// polynomial of [`COARSE`]. Absolute error below 3e-5, for half of the operations that
/// [`sin_squared`] takes. Meant for values that are then rounded to 8 or 16 bits.
#[inline(always)]
pub(crate) fn sin_squared_coarse<S: Simd>(s: S, u: S::F) -> (S::F, S::F) {
    let r = s.fraction(u);
    let square = s.mul(r, r);
    let p = s.fma(square, s.splat(COARSE[3]), s.splat(COARSE[2]));
    let p = s.fma(p, square, s.splat(COARSE[1]));
    (square, s.fma(p, square, s.splat(COARSE[0])))
}

/// Coefficients of `p` in `sin² πr ≈ r² p(r²)` that make the greatest absolute error over |r| ≤ ½
/// least, which is 2.3e-5. They were found by Lawson's iteration;
/// `kokoro-kernels/tools/sine_coefficients.py --check` compares them with those of Remez's
/// exchange, which are the same but for the last digits.
const COARSE: [f32; 4] = [9.866_675, -32.353_87, 41.294_96, -22.990_92];

/// `sin r` for `r` in [−π/2, π/2]: its Taylor series to `r¹¹`, whose next term is below 6e-8.
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
    use crate::math::map::{Function, MapInPlace};

    /// Six terms of a series, and one reduction of an argument of 24 bits.
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
            isa.run(MapInPlace { values: &mut found, function: SinSquared });
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
            isa.run(MapInPlace { values: &mut values, function: SinSquared });
            assert!(values.iter().all(|y| (0.0..=1.0).contains(y)), "{isa}: {values:?}");
        }
    }
}
