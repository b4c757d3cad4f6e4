//! Reductions of a slice to one number, with the same result on every instruction set: they are
//! plain loops, which the compiler turns into vector instructions.

use crate::simd::MAX_LANES;

/// `max |x|`, or 0 of an empty slice. A NaN counts as greater than every number.
///
/// The bits of non-negative floats are in the order of the floats, and the compiler vectorises a
/// maximum of integers where it would not vectorise one of floats.
#[inline(always)]
pub(crate) fn max_abs(values: &[f32]) -> f32 {
    f32::from_bits(values.iter().fold(0, |m, x| m.max(x.abs().to_bits() as i32)) as u32)
}

/// `Σ f(x)` in f64, as [`MAX_LANES`] interleaved partial sums that are added at the end.
#[inline(always)]
pub(crate) fn sum(values: &[f32], f: impl Fn(f64) -> f64) -> f64 {
    let mut parts = [0f64; MAX_LANES];
    let whole = values.len() / MAX_LANES * MAX_LANES;
    for chunk in values[..whole].chunks_exact(MAX_LANES) {
        for (part, &x) in parts.iter_mut().zip(chunk) {
            *part += f(x.into());
        }
    }
    for (part, &x) in parts.iter_mut().zip(&values[whole..]) {
        *part += f(x.into());
    }
    parts.iter().sum()
}
