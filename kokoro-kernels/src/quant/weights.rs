//! Weights as `i8`, and weights that lose nothing by it.
//!
//! Weights that were stored in 8 bits and read as f32 are whole multiples of a quantisation step.
//! Quantised with that very step they are exact; see [`exact_step`].

use crate::math::reduce::max_abs;

/// Greatest magnitude of an 8-bit weight.
const MAX_WEIGHT: f32 = 127.0;
/// How far a weight may be from a multiple of the step, relative to the greatest weight: two
/// roundings of f32.
const ROUNDING: f32 = 2.4e-7;
/// Weights that are compared before a step is refused. Most steps are refused by the first few.
const CHUNK: usize = 16;

/// The greatest step of which all `values` are multiples `q · step` with whole |q| ≤ 127, up to the
/// roundings of f32. `None` if there is no such step.
pub(crate) fn exact_step(values: &[f32]) -> Option<f32> {
    let max = max_abs(values);
    let fits = |step: f32| {
        let (bar, inverse) = (max * ROUNDING, 1.0 / step);
        values.chunks(CHUNK).all(|chunk| {
            let near = |w: &f32| (w - nearest(w * inverse) * step).abs() <= bar;
            chunk.iter().fold(true, |all, w| all & near(w))
        })
    };
    (1..=MAX_WEIGHT as u8).map(|multiple| positive(max / f32::from(multiple))).find(|&s| fits(s))
}

/// The least step with which no value is clamped: `max |w| / 127`.
pub(crate) fn least_step(values: &[f32]) -> f32 {
    positive(max_abs(values) / MAX_WEIGHT)
}

/// `round(weight / step)`, where `inverse` is `1 / step`.
pub(crate) fn quantize(weight: f32, inverse: f32) -> i8 {
    (weight * inverse + ROUND).to_bits() as i8
}

fn positive(step: f32) -> f32 {
    step.max(f32::MIN_POSITIVE)
}

/// 1.5 · 2²³. Adding it to a float within ±2²² rounds the float to a whole number, which stands in
/// the lowest bits of the sum. The standard library's rounding would be a function call for each
/// weight, because the baseline of x86-64 has no instruction for it.
const ROUND: f32 = 12_582_912.0;

/// The nearest whole number, ties to even, of a number within ±2²².
fn nearest(x: f32) -> f32 {
    (x + ROUND) - ROUND
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn weights_that_were_8_bits_are_exact(
            codes in prop::collection::vec(-127i8..=127, 1..300),
            step in 1e-6f32..1e3,
        ) {
            let weights: Vec<f32> = codes.iter().map(|&q| f32::from(q) * step).collect();
            let found = exact_step(&weights).expect("a step");
            let bar = max_abs(&weights) * ROUNDING;
            for &w in &weights {
                let again = f32::from(quantize(w, 1.0 / found)) * found;
                prop_assert!((again - w).abs() <= bar, "{again} is not {w}");
            }
        }

        #[test]
        fn others_are_quantized_with_the_least_step(seed in 1u32..1_000_000) {
            let weight = |i: u8| (seed as f32 + 1.7 * f32::from(i)).sin();
            let weights: Vec<f32> = (0..100).map(weight).collect();
            prop_assert_eq!(exact_step(&weights), None);
            let step = least_step(&weights);
            for w in weights {
                let error = f32::from(quantize(w, 1.0 / step)) * step - w;
                prop_assert!(error.abs() <= 0.501 * step);
            }
        }
    }

    #[test]
    fn zeros_are_multiples_of_any_step() {
        assert_eq!(exact_step(&[0.0; 70]).map(|step| quantize(0.0, 1.0 / step)), Some(0));
        assert_eq!(quantize(f32::MIN_POSITIVE, 1.0 / least_step(&[f32::MIN_POSITIVE])), 1);
    }
}
