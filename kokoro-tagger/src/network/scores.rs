//! The tag with the greatest score.

use crate::simd::{Vectors, Work};
use crate::weights::{SCORES, WIDTH, Weights};

/// Scores that are summed side by side.
const LANES: usize = 32;

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
            let scores = scores(self.weights, row);
            let best = scores.iter().fold(f32::MIN, |best, &x| if x > best { x } else { best });
            self.tags.push(scores.iter().position(|&x| x == best).unwrap_or(0));
        }
    }
}

/// The scores of a row. Those without a tag are −∞.
#[inline(always)]
fn scores(weights: &Weights, row: &[f32; WIDTH]) -> [f32; SCORES] {
    let mut scores = weights.bias;
    for (i, scores) in scores.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
        let mut sums = *scores;
        for (x, weights) in row.iter().zip(&weights.scores) {
            for (sum, weight) in sums.iter_mut().zip(&weights.as_chunks::<LANES>().0[i]) {
                *sum += x * weight;
            }
        }
        *scores = sums;
    }
    scores
}
