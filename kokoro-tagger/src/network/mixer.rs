//! Attributes of tokens → 96 numbers for each, without regard to its neighbours.

use super::layer;
use crate::hashing::four_hashes;
use crate::lexeme::{ATTRIBUTES, Attributes};
use crate::simd::{Input, Vectors, Work};
use crate::weights::{WIDTH, Weights};

/// Seed of the hashes of the first attribute. Each of the others has the next one.
const SEED: u32 = 8;
/// Inputs of the mixer.
const INPUTS: usize = ATTRIBUTES * WIDTH;

/// Makes rows of attributes.
pub(crate) struct Mix<'a> {
    pub weights: &'a Weights,
    pub tokens: &'a [Attributes],
}

impl Work for Mix<'_> {
    type Output = Vec<[f32; WIDTH]>;

    #[inline(always)]
    fn run<V: Vectors>(self) -> Self::Output {
        let mut values = vec![0; self.tokens.len() * INPUTS];
        for (attributes, rounded) in self.tokens.iter().zip(values.chunks_exact_mut(INPUTS)) {
            for (i, rounded) in rounded.chunks_exact_mut(WIDTH).enumerate() {
                let sum = embed(self.weights, attributes, i);
                layer::round(&sum, layer::MIXER_LIMIT, rounded);
            }
        }
        let mut rows = vec![[0.0; WIDTH]; self.tokens.len()];
        let input = Input { values: &values, width: INPUTS, stride: INPUTS };
        layer::run::<V>(&self.weights.mixer, input, rows.len(), |i, row| rows[i] = *row);
        rows
    }
}

/// The embedding of a token's `i`th attribute: the sum of the four rows that its hashes choose.
#[inline(always)]
pub(crate) fn embed(weights: &Weights, attributes: &Attributes, i: usize) -> [f32; WIDTH] {
    let mut sum = [0.0; WIDTH];
    let embedding = &weights.embeddings[i];
    for hash in four_hashes(attributes[i], SEED + i as u32) {
        embedding.add(hash as usize % embedding.rows(), &mut sum);
    }
    sum
}
