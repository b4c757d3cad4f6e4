//! The network as its definition has it, in f32.

use super::CONTEXT;
use super::layer::EPSILON;
use super::mixer::embed;
use crate::lexeme::Attributes;
use crate::weights::{Layer, PIECES, SUMS, TAGS, WIDTH, WINDOW, Weights};

/// The row of each token of a text after the layers.
pub(crate) fn rows(weights: &Weights, tokens: &[Attributes]) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0; WIDTH]; tokens.len() + 2 * CONTEXT];
    for (row, attributes) in rows[CONTEXT..].iter_mut().zip(tokens) {
        let embeddings = (0..attributes.len()).flat_map(|i| embed(weights, attributes, i));
        *row = layer(&weights.mixer, &embeddings.collect::<Vec<_>>());
    }
    for l in &weights.layers {
        rows = (0..rows.len())
            .map(|t| {
                let new = layer(l, &window(&rows, t));
                rows[t].iter().zip(new).map(|(old, new)| old + new).collect()
            })
            .collect();
    }
    rows.drain(..CONTEXT);
    rows.truncate(tokens.len());
    rows
}

/// A row with its neighbours, side by side. Past the ends, there are zeros.
fn window(rows: &[Vec<f32>], t: usize) -> Vec<f32> {
    let mut window = vec![0.0; WINDOW * WIDTH];
    for (i, to) in window.chunks_exact_mut(WIDTH).enumerate() {
        if let Some(row) = (t + i).checked_sub(1).and_then(|t| rows.get(t)) {
            to.copy_from_slice(row);
        }
    }
    window
}

/// The greatest of every three sums, normalised.
fn layer(layer: &Layer, inputs: &[f32]) -> Vec<f32> {
    let sum = |sum: usize| {
        let code = |i: usize| i16::from_le_bytes(layer.codes[(i / 2 * SUMS + sum) * 2 + i % 2]);
        let products = inputs.iter().enumerate().map(|(i, x)| f32::from(code(i)) * x);
        products.sum::<f32>() * layer.scales[sum] + layer.bias[sum]
    };
    let greatest: Vec<f32> = (0..WIDTH)
        .map(|i| (0..PIECES).map(|piece| sum(piece * WIDTH + i)).fold(f32::MIN, f32::max))
        .collect();
    let mean = greatest.iter().sum::<f32>() / WIDTH as f32;
    let variance = greatest.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / WIDTH as f32;
    let factor = 1.0 / (variance + EPSILON).sqrt();
    let affine = layer.gain.iter().zip(&layer.shift);
    greatest.iter().zip(affine).map(|(x, (g, b))| (x - mean) * factor * g + b).collect()
}

/// The index of the tag with the greatest score.
pub(crate) fn best(weights: &Weights, row: &[f32]) -> usize {
    let score = |tag: usize| {
        let products = row.iter().enumerate().map(|(i, x)| weights.scores[i][tag] * x);
        weights.bias[tag] + products.sum::<f32>()
    };
    (1..TAGS).fold(0, |best, tag| if score(tag) > score(best) { tag } else { best })
}
