//! The four layers, each of which adds to a token what it makes of it and of its neighbours.

use super::layer;
use crate::simd::{Input, Vectors, Work};
use crate::weights::{Layer, WIDTH, WINDOW};

/// Runs the layers. Each leaves out one more row at either end, so that in the end all rows are
/// done but as many on either side as there are layers.
///
/// Where a text ends, the rows past it begin as zeros and change as tokens do. With as many of them
/// as there are layers, none that is needed has a neighbour that is not there.
pub(crate) struct Encode<'a> {
    pub layers: &'a [Layer],
    pub rows: &'a mut [[f32; WIDTH]],
}

impl Work for Encode<'_> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vectors>(self) {
        const INPUTS: usize = WINDOW * WIDTH;
        let mut values = vec![0; self.rows.len() * WIDTH];
        for (layer, done) in self.layers.iter().zip(1..) {
            let rows = &mut *self.rows;
            for (row, rounded) in rows.iter().zip(values.chunks_exact_mut(WIDTH)) {
                layer::round(row, layer::LIMIT, rounded);
            }
            // Rows and their neighbours lie side by side.
            let input =
                Input { values: &values[(done - 1) * WIDTH..], width: INPUTS, stride: WIDTH };
            let last = rows.len() - done;
            let rows = &mut rows[done..last];
            layer::run::<V>(layer, input, rows.len(), |i, new| {
                for (x, new) in rows[i].iter_mut().zip(new) {
                    *x += new;
                }
            });
        }
    }
}
