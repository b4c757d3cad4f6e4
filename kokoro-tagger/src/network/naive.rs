//! The network as its definition has it, in f32.

use crate::hashing::four_hashes;
use crate::lexeme::Attributes;
use crate::weights::{LAYERS, Layer, PIECES, ROWS, TAGS, WIDTH, WINDOW, Weights};

/// Seed of the hashes of the first attribute. Each of the others has the next one.
const SEED: u32 = 8;
/// Rows of zeros before and after a text. The layers change them as they change tokens, and so they
/// are not the same as a missing neighbour.
const PADDING: usize = LAYERS;
/// Added to a variance.
const EPSILON: f32 = 1e-8;

/// The index of the tag of each token of a text.
pub(crate) fn tags(weights: &Weights, tokens: &[Attributes]) -> Vec<usize> {
    let mut rows = vec![vec![0.0; WIDTH]; tokens.len() + 2 * PADDING];
    for (row, attributes) in rows[PADDING..].iter_mut().zip(tokens) {
        *row = layer(&weights.mixer, &embed(weights, attributes));
    }
    for l in &weights.layers {
        rows = (0..rows.len())
            .map(|t| {
                let new = layer(l, &window(&rows, t));
                rows[t].iter().zip(new).map(|(old, new)| old + new).collect()
            })
            .collect();
    }
    rows[PADDING..PADDING + tokens.len()].iter().map(|row| best(weights, row)).collect()
}

/// The embeddings of a token's attributes, side by side. Each is the sum of four rows.
fn embed(weights: &Weights, attributes: &Attributes) -> Vec<f32> {
    let mut sums = vec![0.0; WIDTH * attributes.len()];
    for (i, sum) in sums.chunks_exact_mut(WIDTH).enumerate() {
        for hash in four_hashes(attributes[i], SEED + i as u32) {
            weights.embeddings[i].add(hash as usize % ROWS[i], sum);
        }
    }
    sums
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
    let sums: Vec<f32> = layer
        .codes
        .chunks_exact(inputs.len())
        .zip(&layer.scales)
        .zip(&layer.bias)
        .map(|((codes, scale), bias)| {
            let products = codes.iter().zip(inputs).map(|(&w, x)| f32::from(w as i8) * x);
            products.sum::<f32>() * scale + bias
        })
        .collect();
    let greatest: Vec<f32> =
        sums.chunks_exact(PIECES).map(|p| p.iter().copied().fold(f32::MIN, f32::max)).collect();
    let mean = greatest.iter().sum::<f32>() / WIDTH as f32;
    let variance = greatest.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / WIDTH as f32;
    let factor = 1.0 / (variance + EPSILON).sqrt();
    let affine = layer.gain.iter().zip(&layer.shift);
    greatest.iter().zip(affine).map(|(x, (g, b))| (x - mean) * factor * g + b).collect()
}

/// The index of the tag with the greatest score.
fn best(weights: &Weights, row: &[f32]) -> usize {
    let score = |tag: usize| {
        let products = weights.tags[tag * WIDTH..][..WIDTH].iter().zip(row).map(|(w, x)| w * x);
        weights.bias[tag] + products.sum::<f32>()
    };
    (1..TAGS).fold(0, |best, tag| if score(tag) > score(best) { tag } else { best })
}
