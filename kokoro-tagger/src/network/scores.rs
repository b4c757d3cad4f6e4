//! The tag with the greatest score.

use crate::simd::{Vectors, Work};
use crate::weights::{TAGS, WIDTH, Weights};

/// Adds the index of the best tag of each row to `tags`: of equally good ones, of the first.
pub(crate) struct Best<'a> {
    pub weights: &'a Weights,
    pub rows: &'a [[f32; WIDTH]],
    pub tags: &'a mut Vec<usize>,
}

impl Work for Best<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vectors>(self) {
        for row in self.rows {
            let mut scores = [0.0; TAGS];
            scores.copy_from_slice(&self.weights.bias);
            for (x, weights) in row.iter().zip(self.weights.tags.as_chunks::<TAGS>().0) {
                for (score, weight) in scores.iter_mut().zip(weights) {
                    *score += x * weight;
                }
            }
            self.tags.push((1..TAGS).fold(
                0,
                |best, i| {
                    if scores[i] > scores[best] { i } else { best }
                },
            ));
        }
    }
}
