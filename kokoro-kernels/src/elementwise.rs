//! Functions of many numbers at once: for the harmonic source sines of long phases, and normal numbers from uniform ones; for PL-BERT GELU.

use std::f32::consts::{FRAC_1_PI, LN_2, PI, SQRT_2};

use rayon::prelude::*;

use crate::Isa;
use crate::element::{load_some, store_some};
use crate::functions;
use crate::isa::Task;
use crate::simd::{MAX_LANES, Simd};
use crate::sine::{ROUND, sin_squared, sine_of_reduced};

/// What π as an f32 lacks.
const PI_REST: f32 = -8.742_278e-8;

/// The sine of each number, in place. Absolute error below 3e-7 for |x| up to 10⁶ where multiply-adds are fused, which is half an hour of a phase
/// of 90 Hz; elsewhere below 1e-7 |x|.
pub fn sines(xs: &mut [f32]) {
    sines_with(Isa::best(), xs);
}

/// The same for instructions of the caller's choice.
pub fn sines_with(isa: Isa, xs: &mut [f32]) {
    isa.run(InPlace(xs, Sine));
}

/// Two uniform numbers in (0, 1) to a normal one, `√(−2 ln u) cos(2π v)` (Box & Muller 1958), written over `u`. Absolute error below 5e-6.
///
/// # Panics
/// If there are not as many of both.
pub fn normals(us: &mut [f32], vs: &[f32]) {
    normals_with(Isa::best(), us, vs);
}

/// The same for instructions of the caller's choice.
///
/// # Panics
/// As [`normals`].
pub fn normals_with(isa: Isa, us: &mut [f32], vs: &[f32]) {
    assert_eq!(us.len(), vs.len(), "pairs of uniform numbers");
    isa.run(Normals { us, vs });
}

/// `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))` of each number, in place (Hendrycks & Gimpel 2016, "gelu_new").
pub fn gelu(xs: &mut [f32]) {
    gelu_with(Isa::best(), xs);
}

/// The same for instructions of the caller's choice.
pub fn gelu_with(isa: Isa, xs: &mut [f32]) {
    xs.par_chunks_mut(TASK_VALUES).for_each(|xs| isa.run(InPlace(xs, Gelu)));
}

/// Values that are worth a task of their own.
const TASK_VALUES: usize = 16 * 1024;

/// A function of one number, a vector at a time.
pub(crate) trait Function: Copy {
    fn of<S: Simd>(self, s: S, x: S::F) -> S::F;
}

/// A function of all numbers, in place.
pub(crate) struct InPlace<'a, F>(pub &'a mut [f32], pub F);

impl<F: Function> Task for InPlace<'_, F> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for part in self.0.chunks_mut(S::LANES) {
            let lanes = part.len();
            // SAFETY: a part has that many values.
            unsafe {
                let x = load_some::<S, f32>(s, part.as_ptr(), lanes);
                store_some(s, part.as_mut_ptr(), self.1.of(s, x), lanes);
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Gelu;

impl Function for Gelu {
    #[inline(always)]
    fn of<S: Simd>(self, s: S, x: S::F) -> S::F {
        functions::gelu(s, x)
    }
}

#[derive(Clone, Copy)]
struct Sine;

impl Function for Sine {
    #[inline(always)]
    fn of<S: Simd>(self, s: S, x: S::F) -> S::F {
        sine(s, x)
    }
}

/// x = n π + r, and the sine of r with the sign of (−1)ⁿ.
#[inline(always)]
fn sine<S: Simd>(s: S, x: S::F) -> S::F {
    let round = s.splat(ROUND);
    let n = s.sub(s.fma(x, s.splat(FRAC_1_PI), round), round);
    let r = s.fma(n, s.splat(-PI_REST), s.fma(n, s.splat(-PI), x));
    let half = s.mul(n, s.splat(0.5));
    let odd = s.sub(half, s.sub(s.add(half, round), round)); // 0, or ½ either way
    let sign = s.fma(s.mul(odd, odd), s.splat(-8.0), s.splat(1.0));
    s.mul(sign, sine_of_reduced(s, r))
}

struct Normals<'a> {
    us: &'a mut [f32],
    vs: &'a [f32],
}

impl Task for Normals<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for (us, vs) in self.us.chunks_mut(S::LANES).zip(self.vs.chunks(S::LANES)) {
            let (mut mantissas, mut exponents, mut angles) =
                ([1f32; MAX_LANES], [0f32; MAX_LANES], [0f32; MAX_LANES]);
            for (i, u) in us.iter().enumerate() {
                (mantissas[i], exponents[i]) = split(*u);
            }
            for (angle, v) in angles.iter_mut().zip(vs) {
                *angle = PI * (v - 0.5); // cos 2πv = 2 sin²(π (v − ½)) − 1
            }
            // SAFETY: no set has more lanes than these arrays.
            unsafe {
                let logarithm = ln(s, s.load(mantissas.as_ptr()), s.load(exponents.as_ptr()));
                s.store(mantissas.as_mut_ptr(), s.mul(s.splat(-2.0), logarithm));
                let cosine =
                    s.fma(sin_squared(s, s.load(angles.as_ptr())), s.splat(2.0), s.splat(-1.0));
                s.store(angles.as_mut_ptr(), cosine);
            }
            for (i, u) in us.iter_mut().enumerate() {
                *u = mantissas[i].max(0.0).sqrt() * angles[i];
            }
        }
    }
}

/// A positive number as `m · 2ᵉ`, with m between √½ and √2.
#[inline(always)]
fn split(x: f32) -> (f32, f32) {
    let bits = x.to_bits();
    let (m, e) = (f32::from_bits(bits & 0x7f_ffff | 0x3f80_0000), (bits >> 23) as f32 - 127.0);
    if m > SQRT_2 { (0.5 * m, e + 1.0) } else { (m, e) }
}

/// ln(m · 2ᵉ) for m between √½ and √2, as twice the inverse hyperbolic tangent of (m − 1) / (m + 1), to its ninth power.
#[inline(always)]
fn ln<S: Simd>(s: S, m: S::F, e: S::F) -> S::F {
    let one = s.splat(1.0);
    let t = s.div(s.sub(m, one), s.add(m, one));
    let square = s.mul(t, t);
    let mut p = s.splat(2.0 / 9.0);
    for coefficient in [2.0 / 7.0, 2.0 / 5.0, 2.0 / 3.0, 2.0] {
        p = s.fma(p, square, s.splat(coefficient));
    }
    s.fma(e, s.splat(LN_2), s.mul(t, p))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SINE_ERROR: f64 = 3e-7;
    /// Some units in the last place of 10.
    const GELU_ERROR: f64 = 3e-6;
    /// A uniform number near 1 has few digits left of its logarithm.
    const NORMAL_ERROR: f64 = 5e-6;

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

    #[test]
    fn normals_are_accurate() {
        let us: Vec<f32> = (0..10_007)
            .map(|i| (i as f32 + 0.5) / 10_007.0)
            .chain([1.2e-10, 0.999_999_9])
            .collect();
        let vs: Vec<f32> = (0..us.len()).map(|i| (i as f32 * 0.618_034).fract()).collect();
        for isa in Isa::available() {
            let mut found = us.clone();
            normals_with(isa, &mut found, &vs);
            for ((u, v), y) in us.iter().zip(&vs).zip(found) {
                let (u, v) = (f64::from(*u), f64::from(*v));
                let expected = (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos();
                assert!(
                    (f64::from(y) - expected).abs() < NORMAL_ERROR,
                    "{isa}: of {u} and {v}, {y} is not {expected}"
                );
            }
        }
    }
}
