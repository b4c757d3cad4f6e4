//! The effect of a scheme on the sound, computed without integer kernels: values are quantised and
//! dequantised in f32 around every convolution, which gives what an exact integer kernel would.

use rayon::prelude::*;

use super::scheme::{Activation, Scheme};
use crate::graph::{Op, SegmentGraph, ValueId};
use crate::interpret::Observer;

/// Codes and decodes activations as a scheme says.
#[derive(Debug)]
pub struct FakeQuant<'a> {
    scheme: &'a Scheme,
}

impl<'a> FakeQuant<'a> {
    /// The codes of a scheme.
    pub fn new(scheme: &'a Scheme) -> Self {
        Self { scheme }
    }
}

impl Observer for FakeQuant<'_> {
    fn input(&mut self, conv: ValueId, xs: &mut [f32], columns: usize) {
        if let Some(scheme) = self.scheme.convs.get(&conv) {
            round_trip(&scheme.input, xs, columns);
        }
    }

    fn output(&mut self, conv: ValueId, ys: &mut [f32], columns: usize) {
        if let Some(scheme) = self.scheme.convs.get(&conv) {
            round_trip(&scheme.output, ys, columns);
        }
    }
}

fn round_trip(activation: &Activation, xs: &mut [f32], columns: usize) {
    xs.par_chunks_mut(columns)
        .enumerate()
        .for_each(|(c, row)| row.iter_mut().for_each(|x| *x = activation.round_trip(*x, c)));
}

/// The graph with the weights and biases that a scheme's codes stand for.
pub fn fake_weights(graph: &SegmentGraph, scheme: &Scheme) -> SegmentGraph {
    let mut graph = graph.clone();
    for (value, scheme) in &scheme.convs {
        let Op::Conv(conv) = &mut graph.nodes[value.index()].op else { continue };
        let (input, output) = (&scheme.input, &scheme.output);
        let row = if conv.depthwise { conv.kernel } else { conv.c_in * conv.kernel };
        let decode = |(at, &code): (usize, &i8)| {
            let o = at / row;
            let i = if conv.depthwise { o } else { at % row / conv.kernel };
            code as f32 * scheme.weight_scales[o] * input.factors[i] / output.factors[o]
        };
        conv.weight = scheme.weight.iter().enumerate().map(decode).collect();
        let bias = scheme.bias.iter().enumerate().map(|(o, &b)| {
            b as f32 * input.scale * scheme.weight_scales[o] / output.factors[o] + output.offsets[o]
        });
        conv.bias = bias.collect();
    }
    graph
}
