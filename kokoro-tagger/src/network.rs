//! The network: attributes of the tokens of a text → a tag for each.
//!
//! ```text
//!  attributes ─ 6 embeddings, mixer ─► 96 numbers ─ 4 layers, each adds to them ─► scores ─► tag
//! ```
//!
//! The mixer and the layers are sums of products, the greatest of every three sums, and a
//! normalisation. Their weights and inputs are whole multiples of a step, so that the sums are
//! exact; everything else is computed in an order that does not depend on the processor. So a text
//! has the same tags everywhere.

mod cache;
mod encoder;
mod layer;
mod mixer;
#[cfg(test)]
mod naive;
mod scores;

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use self::cache::Cache;
use self::encoder::Encode;
use self::mixer::Mix;
use self::scores::Best;
use crate::lexeme::Attributes;
use crate::simd::Isa;
use crate::weights::{LAYERS, WIDTH, Weights};

/// Tokens that are computed together.
const BATCH: usize = 128;
/// Tokens on each side that a tag depends on: one for each layer. Past the ends of a text, there
/// are as many rows of zeros.
const CONTEXT: usize = LAYERS;

/// What the network reads of a text.
pub(crate) trait Tokens {
    /// Number of tokens.
    fn len(&self) -> usize;
    /// A number that is the same for tokens that have the same attributes, and different for
    /// others.
    fn key(&self, token: usize) -> u64;
    /// The attributes of a token.
    fn attributes(&self, token: usize) -> Attributes;
}

/// The network with what it remembers of the tokens that it has met.
#[derive(Debug)]
pub(crate) struct Network {
    weights: Weights,
    isa: Isa,
    cache: Mutex<Cache>,
}

impl Network {
    pub fn new(isa: Isa) -> Self {
        Self { weights: Weights::new(), isa, cache: Mutex::default() }
    }

    /// The index of the tag of each token.
    pub fn tags(&self, tokens: &impl Tokens) -> Vec<usize> {
        let mut tags = Vec::with_capacity(tokens.len());
        let mut rows = Vec::new();
        for start in (0..tokens.len()).step_by(BATCH) {
            let batch = start..tokens.len().min(start + BATCH);
            self.mix(tokens, batch.clone(), &mut rows);
            self.isa.run(Encode { layers: &self.weights.layers, rows: &mut rows });
            let rows = &rows[CONTEXT..rows.len() - CONTEXT];
            self.isa.run(Best { weights: &self.weights, rows, tags: &mut tags });
        }
        tags
    }

    /// The rows of a batch before the layers, with those of its context on both sides.
    fn mix(&self, tokens: &impl Tokens, batch: Range<usize>, rows: &mut Vec<[f32; WIDTH]>) {
        rows.clear();
        rows.resize(batch.len() + 2 * CONTEXT, [0.0; WIDTH]);
        let first = batch.start.saturating_sub(CONTEXT);
        let last = tokens.len().min(batch.end + CONTEXT);
        let at = CONTEXT - (batch.start - first);
        let rows = &mut rows[at..at + last - first];
        // Whatever a thread has done before it panicked, the cache has whole rows.
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        let mut missing = Vec::new();
        for (row, token) in rows.iter_mut().zip(first..) {
            match cache.get(tokens.key(token)) {
                Some(known) => *row = *known,
                None => missing.push(token),
            }
        }
        let attributes: Vec<_> = missing.iter().map(|&token| tokens.attributes(token)).collect();
        let mixed = self.isa.run(Mix { weights: &self.weights, tokens: &attributes });
        for (token, row) in missing.into_iter().zip(mixed) {
            cache.put(tokens.key(token), row);
            rows[token - first] = row;
        }
    }
}

#[cfg(test)]
mod tests;
