//! The exponential function and functions made of it, for all lanes of a vector. Every instruction
//! set with fused multiply-adds gives the same bits.

use std::f32::consts::LOG2_E;

use crate::simd::Simd;

/// Outside of these bounds `e^x` is not a normal f32.
const LEAST: f32 = -87.0;
const GREATEST: f32 = 88.0;
/// ln 2 = `LN2_HIGH + LN2_LOW`. The first part has at least 9 trailing zero bits, so that its
/// product with any exponent is exact.
const LN2_HIGH: f32 = 355.0 / 512.0;
const LN2_LOW: f32 = -2.121_944_4e-4;
/// `1.5 · 2²³ + 127`. Adding it to a small float rounds the float to a whole number `n`, and leaves
/// `n + 127`, the biased exponent of `2ⁿ`, in the lowest bits of the sum.
const ROUND_BIASED: f32 = 12_582_912.0 + 127.0;

/// `e^x` for `x` clamped to [−87, 88], with an error of at most 2 units in the last place:
/// `x = n ln 2 + r`, `e^x = 2ⁿ e^r`, and `e^r` by its Taylor series to `r⁷`.
#[inline(always)]
pub(crate) fn exp<S: Simd>(s: S, x: S::F) -> S::F {
    let x = s.max(s.min(x, s.splat(GREATEST)), s.splat(LEAST));
    let biased = s.fma(x, s.splat(LOG2_E), s.splat(ROUND_BIASED));
    let n = s.sub(biased, s.splat(ROUND_BIASED));
    let r = s.fma(n, s.splat(-LN2_LOW), s.fma(n, s.splat(-LN2_HIGH), x));
    let mut p = s.splat(1.0 / 5040.0);
    for coefficient in [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0] {
        p = s.fma(p, r, s.splat(coefficient));
    }
    s.mul(p, s.power_of_two(biased))
}

/// `1 / (1 + e^−x)`.
#[inline(always)]
pub(crate) fn sigmoid<S: Simd>(s: S, x: S::F) -> S::F {
    let one = s.splat(1.0);
    s.div(one, s.add(one, exp(s, s.sub(s.splat(0.0), x))))
}

/// `tanh x = 1 − 2 / (1 + e^2x)`, with an absolute error below 2e-7.
#[inline(always)]
pub(crate) fn tanh<S: Simd>(s: S, x: S::F) -> S::F {
    let one = s.splat(1.0);
    s.sub(one, s.div(s.splat(2.0), s.add(one, exp(s, s.add(x, x)))))
}

/// √(2/π)
const SQRT_2_OVER_PI: f32 = 0.797_884_6;

/// `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))` (Hendrycks & Gimpel 2016, "gelu_new").
#[inline(always)]
pub(crate) fn gelu<S: Simd>(s: S, x: S::F) -> S::F {
    let cubic = s.mul(s.splat(0.044_715), s.mul(x, s.mul(x, x)));
    let inner = s.mul(s.splat(SQRT_2_OVER_PI), s.add(x, cubic));
    // ½ (1 + tanh y) is the sigmoid of 2y.
    s.mul(x, sigmoid(s, s.add(inner, inner)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Isa;
    use crate::math::map::{Function, MapInPlace};

    /// Relative error of the exponential, absolute error of the others: two roundings of the
    /// result, or of an intermediate value near 1.
    const MAX_ERROR: f64 = 2.5e-7;

    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Tested {
        Exp,
        Sigmoid,
        Tanh,
    }

    impl Function for Tested {
        #[inline(always)]
        fn of<S: Simd>(self, s: S, x: S::F) -> S::F {
            match self {
                Self::Exp => exp(s, x),
                Self::Sigmoid => sigmoid(s, x),
                Self::Tanh => tanh(s, x),
            }
        }
    }

    fn definition(function: Tested, x: f64) -> f64 {
        match function {
            Tested::Exp => x.exp(),
            Tested::Sigmoid => 1.0 / (1.0 + (-x).exp()),
            Tested::Tanh => x.tanh(),
        }
    }

    #[test]
    fn all_are_accurate() {
        let inputs: Vec<f32> = (0..1 << 16).map(|i| (i - (1 << 15)) as f32 * 2.6e-3).collect();
        for isa in Isa::available() {
            for function in [Tested::Exp, Tested::Sigmoid, Tested::Tanh] {
                let mut found = inputs.clone();
                isa.run(MapInPlace { values: &mut found, function });
                for (&x, y) in inputs.iter().zip(found) {
                    let expected = definition(function, x.into());
                    let scale = if function == Tested::Exp { expected } else { 1.0 };
                    let error = (f64::from(y) - expected).abs() / scale;
                    assert!(
                        error < MAX_ERROR,
                        "{isa}: {function:?} of {x} is {y}, off by {error:e}"
                    );
                }
            }
        }
    }

    #[test]
    fn extremes_saturate() {
        for isa in Isa::available() {
            for (function, low, high) in [(Tested::Sigmoid, 0.0, 1.0), (Tested::Tanh, -1.0, 1.0)] {
                let mut found = [-1e9f32, 1e9, f32::MIN, f32::MAX].repeat(4);
                isa.run(MapInPlace { values: &mut found, function });
                for pair in found.chunks(2) {
                    assert!(
                        (pair[0] - low).abs() < 1e-6 && (pair[1] - high).abs() < 1e-6,
                        "{isa}: {pair:?}"
                    );
                }
            }
        }
    }
}
