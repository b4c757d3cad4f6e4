//! The step of 8-bit weights. Weights that were stored in 8 bits and read as f32 are whole multiples of a step; coded with that very step
//! they lose nothing.

use crate::largest::largest;

/// Greatest magnitude of an 8-bit weight.
const MAX_WEIGHT: f32 = 127.0;
/// How far, relative to the greatest weight, a weight may be from a multiple of the step: two roundings of f32.
const ROUNDING: f32 = 2.4e-7;
/// Weights that are looked at between two decisions: most steps are refused at the first.
const CHUNK: usize = 16;

/// The step of which all values are whole multiples up to f32's roundings, none of more than [`MAX_WEIGHT`]; none if there is no such step.
pub(crate) fn whole_step(values: &[f32]) -> Option<f32> {
    let largest = largest(values);
    let fits = |step: f32| {
        let (bar, inverse) = (largest * ROUNDING, 1.0 / step);
        values.chunks(CHUNK).all(|chunk| {
            let near = |w: &f32| (w - nearest(w * inverse) * step).abs() <= bar;
            chunk.iter().fold(true, |all, w| all & near(w))
        })
    };
    (1..=MAX_WEIGHT as u8)
        .map(|multiple| positive(largest / f32::from(multiple)))
        .find(|&s| fits(s))
}

/// The least step to code these values with.
pub(crate) fn least_step(values: &[f32]) -> f32 {
    positive(largest(values) / MAX_WEIGHT)
}

/// A weight as a number of steps, of which one over the step is given.
pub(crate) fn code(weight: f32, inverse: f32) -> i8 {
    (weight * inverse + WHOLE).to_bits() as i8
}

fn positive(step: f32) -> f32 {
    step.max(f32::MIN_POSITIVE)
}

/// 1.5 · 2²³: what it is added to, within ±2²², has no place for a fraction, and its whole part in the lowest bits. Rounding by the standard
/// library is a call on processors of 2003, which is what is compiled for here.
const WHOLE: f32 = 12_582_912.0;

/// The nearest whole number, half to even, within ±2²².
fn nearest(x: f32) -> f32 {
    (x + WHOLE) - WHOLE
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn weights_that_were_8_bits_are_so_again(
            codes in prop::collection::vec(-127i8..=127, 1..300), step in 1e-6f32..1e3,
        ) {
            let weights: Vec<f32> = codes.iter().map(|&q| f32::from(q) * step).collect();
            let found = whole_step(&weights).expect("whole");
            for &w in &weights {
                let again = f32::from(code(w, 1.0 / found)) * found;
                prop_assert!((again - w).abs() <= largest(&weights) * ROUNDING, "{again} is not {w}");
            }
        }

        #[test]
        fn others_are_coded_with_the_least_step(seed in 1u32..1_000_000) {
            let weights: Vec<f32> = (0..100).map(|i| (seed as f32 + 1.7 * i as f32).sin()).collect();
            prop_assert_eq!(whole_step(&weights), None);
            let step = least_step(&weights);
            prop_assert!(weights.iter().all(|&w| (f32::from(code(w, 1.0 / step)) * step - w).abs() <= 0.501 * step));
        }
    }

    #[test]
    fn nothing_is_whole_in_any_step() {
        assert_eq!(whole_step(&[0.0; 70]).map(|step| code(0.0, 1.0 / step)), Some(0));
        assert_eq!(code(f32::MIN_POSITIVE, 1.0 / least_step(&[f32::MIN_POSITIVE])), 1);
    }
}
