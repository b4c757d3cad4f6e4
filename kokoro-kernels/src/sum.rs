//! Sums of many numbers, in an order that does not depend on the instruction set.

use crate::simd::MAX_LANES;

/// `Σ f(x)` in f64, in as many parts as the widest set has lanes: a plain loop, which the compiler makes vectors of.
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
