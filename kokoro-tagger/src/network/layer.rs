//! A linear layer, the greatest of every three sums, and the normalisation of these.

use crate::simd::{Input, Vectors};
use crate::weights::{Layer, PIECES, SUMS, WIDTH};

/// Inputs are rounded to multiples of `1 / STEPS`.
const STEPS: f32 = 1024.0;
/// Greatest magnitude of an input of a layer, rounded: 16. No text has made one greater than 5.
/// `tools/weights.py` has chosen the weights so that no sum of products with such numbers exceeds
/// 32 bits.
pub(crate) const LIMIT: f32 = 16.0 * STEPS - 1.0;
/// The same for the mixer: 8. Its inputs are less than 5, whatever the text.
pub(crate) const MIXER_LIMIT: f32 = 8.0 * STEPS - 1.0;
/// Rows that are multiplied at once: their sums stay in the L1 cache.
const ROWS: usize = 24;
/// Added to a variance.
pub(crate) const EPSILON: f32 = 1e-8;
/// Sums that are taken side by side.
const LANES: usize = 16;

/// Rounds inputs of a layer to whole numbers of magnitudes up to `limit`, ties to even.
///
/// A number to which 1.5 · 2²³ is added has its whole part in the last bits.
#[inline(always)]
pub(crate) fn round(xs: &[f32], limit: f32, rounded: &mut [i16]) {
    const SHIFT: f32 = 12_582_912.0;
    for (x, rounded) in xs.iter().zip(rounded) {
        *rounded = ((x * STEPS).clamp(-limit, limit) + SHIFT).to_bits() as i16;
    }
}

/// Gives each row of outputs to `take`, with its index.
#[inline(always)]
pub(crate) fn run<V: Vectors>(
    layer: &Layer,
    input: Input,
    rows: usize,
    mut take: impl FnMut(usize, &[f32; WIDTH]),
) {
    let mut sums = [0; ROWS * SUMS];
    for first in (0..rows).step_by(ROWS) {
        let sums = &mut sums[..ROWS.min(rows - first) * SUMS];
        let input = Input { values: &input.values[first * input.stride..], ..input };
        V::multiply(input, layer.codes, sums);
        for (row, sums) in sums.chunks_exact(SUMS).enumerate() {
            take(first + row, &normalize(layer, greatest(layer, sums)));
        }
    }
}

/// The greatest of the three sums of each output.
#[inline(always)]
fn greatest(layer: &Layer, sums: &[i32]) -> [f32; WIDTH] {
    let mut greatest = [f32::MIN; WIDTH];
    for piece in 0..PIECES {
        let part = piece * WIDTH..(piece + 1) * WIDTH;
        let affine = layer.scales[part.clone()].iter().zip(&layer.bias[part.clone()]);
        for ((greatest, sum), (scale, bias)) in greatest.iter_mut().zip(&sums[part]).zip(affine) {
            let sum = *sum as f32 * (scale / STEPS) + bias;
            *greatest = if sum > *greatest { sum } else { *greatest };
        }
    }
    greatest
}

/// Numbers with mean 0 and variance 1, times the layer's gain, plus its shift.
#[inline(always)]
fn normalize(layer: &Layer, mut xs: [f32; WIDTH]) -> [f32; WIDTH] {
    let mean = sum(&xs, |x| x) / WIDTH as f32;
    let variance = sum(&xs, |x| (x - mean) * (x - mean)) / WIDTH as f32;
    let factor = 1.0 / (variance + EPSILON).sqrt();
    for (x, (gain, shift)) in xs.iter_mut().zip(layer.gain.iter().zip(&layer.shift)) {
        *x = (*x - mean) * factor * gain + shift;
    }
    xs
}

/// The sum of a function of each number, in an order that no instruction set changes.
#[inline(always)]
fn sum(xs: &[f32; WIDTH], f: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    for xs in xs.as_chunks::<LANES>().0 {
        for (lane, &x) in lanes.iter_mut().zip(xs) {
            *lane += f(x);
        }
    }
    let mut len = LANES;
    while len > 1 {
        len /= 2;
        for i in 0..len {
            lanes[i] += lanes[i + len];
        }
    }
    lanes[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_rounded() {
        let halves = [0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49, -1.51, 7.0, -9.0];
        let mut rounded = [0; 10];
        round(&halves.map(|x| x / STEPS), 4.0, &mut rounded);
        assert_eq!(rounded, [0, 0, 0, 2, 2, -2, 0, -2, 4, -4]);
    }
}
