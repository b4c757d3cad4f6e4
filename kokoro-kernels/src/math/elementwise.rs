//! The sine and GELU of every number of a slice, in place.

use std::f32::consts::{FRAC_1_PI, PI};

use rayon::prelude::*;

use super::exp;
use super::map::{Function, MapInPlace};
use super::sine::{ROUND, sine_of_reduced};
use crate::isa::Isa;
use crate::simd::Simd;

/// π − `f32::consts::PI`.
const PI_REST: f32 = -8.742_278e-8;
/// Values that are worth a task of their own.
const TASK_VALUES: usize = 16 * 1024;

/// Replaces each number by its sine.
///
/// Where multiply-adds are fused, the absolute error is below 3e-7 for |x| up to 10⁶, which is the
/// phase that a tone of 90 Hz reaches in half an hour. Where they are not, it is below 1e-7 |x|.
pub fn sines(xs: &mut [f32]) {
    sines_with(Isa::best(), xs);
}

/// [`sines`] with the instructions that the caller chooses.
pub fn sines_with(isa: Isa, xs: &mut [f32]) {
    isa.run(MapInPlace { values: xs, function: Sine });
}

/// Replaces each number by `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))`, the approximation of GELU
/// that is called "gelu_new" (Hendrycks & Gimpel 2016).
pub fn gelu(xs: &mut [f32]) {
    gelu_with(Isa::best(), xs);
}

/// [`gelu`] with the instructions that the caller chooses.
pub fn gelu_with(isa: Isa, xs: &mut [f32]) {
    xs.par_chunks_mut(TASK_VALUES)
        .for_each(|values| isa.run(MapInPlace { values, function: Gelu }));
}

#[derive(Clone, Copy)]
struct Gelu;

impl Function for Gelu {
    #[inline(always)]
    fn of<S: Simd>(self, s: S, x: S::F) -> S::F {
        exp::gelu(s, x)
    }
}

#[derive(Clone, Copy)]
struct Sine;

impl Function for Sine {
    /// `sin x = (−1)ⁿ sin r`, where `x = nπ + r`.
    #[inline(always)]
    fn of<S: Simd>(self, s: S, x: S::F) -> S::F {
        let round = s.splat(ROUND);
        let n = s.sub(s.fma(x, s.splat(FRAC_1_PI), round), round);
        let r = s.fma(n, s.splat(-PI_REST), s.fma(n, s.splat(-PI), x));
        let half = s.mul(n, s.splat(0.5));
        let odd = s.sub(half, s.sub(s.add(half, round), round)); // ±½ if n is odd, else 0
        let sign = s.fma(s.mul(odd, odd), s.splat(-8.0), s.splat(1.0));
        s.mul(sign, sine_of_reduced(s, r))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The Taylor terms that are left out, and the roundings of a reduced argument below π/2.
    const SINE_ERROR: f64 = 3e-7;
    /// Some units in the last place of 10.
    const GELU_ERROR: f64 = 3e-6;

    #[test]
    fn sines_are_accurate() {
        let inputs: Vec<f32> = (0..100_003).map(|i| (i as f32 - 50_000.0) * 19.97).collect();
        for isa in Isa::available() {
            let fused = isa.to_string() != "portable" || cfg!(target_arch = "aarch64");
            let mut found = inputs.clone();
            sines_with(isa, &mut found);
            for (x, y) in inputs.iter().map(|&x| f64::from(x)).zip(found) {
                let allowed = if fused { SINE_ERROR } else { SINE_ERROR + 1e-7 * x.abs() };
                assert!((f64::from(y) - x.sin()).abs() < allowed, "{isa}: sin {x} is not {y}");
            }
        }
    }

    #[test]
    fn gelu_is_accurate() {
        let inputs: Vec<f32> = (0..100_003).map(|i| (i as f32 - 50_000.0) * 2e-4).collect();
        for isa in Isa::available() {
            let mut found = inputs.clone();
            gelu_with(isa, &mut found);
            for (x, y) in inputs.iter().map(|&x| f64::from(x)).zip(found) {
                let inner = (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
                let expected = 0.5 * x * (1.0 + inner.tanh());
                assert!(
                    (f64::from(y) - expected).abs() < GELU_ERROR,
                    "{isa}: GELU of {x} is not {y}"
                );
            }
        }
    }
}
