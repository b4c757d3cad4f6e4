//! Normally distributed numbers from uniform ones (Box & Muller 1958).

use std::f32::consts::{LN_2, PI, SQRT_2};

use super::sine::sin_squared;
use crate::isa::{Isa, Kernel};
use crate::simd::{MAX_LANES, Simd};

/// Replaces each `u` by the normally distributed number `√(−2 ln u) cos(2πv)`, where `u` and `v`
/// are uniform in (0, 1). The absolute error is below 5e-6.
///
/// # Panics
/// If `us` and `vs` differ in length.
pub fn normals(us: &mut [f32], vs: &[f32]) {
    normals_with(Isa::best(), us, vs);
}

/// [`normals`] with the instructions that the caller chooses.
///
/// # Panics
/// As [`normals`].
pub fn normals_with(isa: Isa, us: &mut [f32], vs: &[f32]) {
    assert_eq!(us.len(), vs.len(), "pairs of uniform numbers");
    isa.run(Normals { us, vs });
}

struct Normals<'a> {
    us: &'a mut [f32],
    vs: &'a [f32],
}

impl Kernel for Normals<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd, const V: usize>(self, s: S) {
        for (us, vs) in self.us.chunks_mut(S::LANES).zip(self.vs.chunks(S::LANES)) {
            let (mut mantissas, mut exponents, mut angles) =
                ([1f32; MAX_LANES], [0f32; MAX_LANES], [0f32; MAX_LANES]);
            for (i, u) in us.iter().enumerate() {
                let Binary { mantissa, exponent } = Binary::of(*u);
                (mantissas[i], exponents[i]) = (mantissa, exponent);
            }
            for (angle, v) in angles.iter_mut().zip(vs) {
                *angle = PI * (v - 0.5); // cos 2πv = 2 sin²(π (v − ½)) − 1
            }
            // SAFETY: no instruction set has more lanes than these arrays.
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

/// A positive number as `mantissa · 2^exponent`, with the mantissa between √½ and √2.
struct Binary {
    mantissa: f32,
    exponent: f32,
}

impl Binary {
    #[inline(always)]
    fn of(x: f32) -> Self {
        let bits = x.to_bits();
        let mantissa = f32::from_bits(bits & 0x7f_ffff | 0x3f80_0000);
        let exponent = (bits >> 23) as f32 - 127.0;
        if mantissa > SQRT_2 {
            Self { mantissa: 0.5 * mantissa, exponent: exponent + 1.0 }
        } else {
            Self { mantissa, exponent }
        }
    }
}

/// `ln(m · 2ᵉ) = e ln 2 + 2 artanh t` with `t = (m − 1) / (m + 1)`, for `m` between √½ and √2;
/// the inverse hyperbolic tangent by its series to `t⁹`.
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

    /// The logarithm of a uniform number near 1 has few digits left.
    const NORMAL_ERROR: f64 = 5e-6;

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
