//! Runs a [`SegmentGraph`] in f32 on the CPU, from the definition of its operations. Its logits are
//! the reference for exported segments. A quantiser may watch, and change, the inputs and outputs
//! of convolutions.

use candle_core::{Device, Tensor};
use kokoro_core::Precision;
use kokoro_core::architecture::INSTANCE_NORM_EPSILON;
use kokoro_core::nn::Conv1d;
use kokoro_kernels::Geometry;
use kokoro_npu::inputs::Feeds;
use rayon::prelude::*;

use crate::Result;
use crate::graph::{ConvNode, GraphNode, Op, SegmentGraph, ValueId};

/// Sees what goes into and comes out of every convolution, and may change it. Values are
/// `[channels, columns]`.
pub trait Observer {
    /// Before the convolution that makes `conv`.
    fn input(&mut self, _conv: ValueId, _xs: &mut [f32], _columns: usize) {}
    /// After it.
    fn output(&mut self, _conv: ValueId, _ys: &mut [f32], _columns: usize) {}
}

/// Changes nothing.
impl Observer for () {}

/// Runs a graph. Convolutions are laid out once, so that many utterances can be run.
#[derive(Debug)]
pub struct Interpreter<'a> {
    graph: &'a SegmentGraph,
    convs: Vec<Option<Conv1d>>,
    last_use: Vec<usize>,
}

impl<'a> Interpreter<'a> {
    /// Prepares a graph.
    pub fn new(graph: &'a SegmentGraph) -> Result<Self> {
        let prepare = |node: &GraphNode| match &node.op {
            Op::Conv(conv) if !conv.depthwise => Ok(Some(dense(conv)?)),
            _ => Ok(None),
        };
        let mut last_use = vec![0; graph.nodes.len()];
        for (value, node) in graph.values() {
            node.inputs.iter().for_each(|input| last_use[input.index()] = value.index());
        }
        last_use[graph.output.index()] = usize::MAX;
        Ok(Self { graph, convs: graph.nodes.iter().map(prepare).collect::<Result<_>>()?, last_use })
    }

    /// The logits of one utterance, `[22, 120 N + 1]` at the graph's capacity. Channels are shared
    /// out among threads, and no sum is split, so the result does not depend on how many there are.
    pub fn run(&self, feeds: &Feeds, observer: &mut dyn Observer) -> Result<Vec<f32>> {
        let mut values: Vec<Vec<f32>> = vec![Vec::new(); self.graph.nodes.len()];
        for (value, node) in self.graph.values() {
            let xs = self.first_argument(value, node, &mut values);
            values[value.index()] = self.compute(value, node, xs, &values, feeds, observer)?;
            for input in
                node.inputs.iter().filter(|input| self.last_use[input.index()] == value.index())
            {
                values[input.index()] = Vec::new();
            }
        }
        Ok(std::mem::take(&mut values[self.graph.output.index()]))
    }

    /// The first argument of a node, which the node may change in place; it is copied only if
    /// something else reads it later. Nodes that rearrange columns read their arguments where they
    /// are, so they get an empty vector.
    fn first_argument(
        &self,
        value: ValueId,
        node: &GraphNode,
        values: &mut [Vec<f32>],
    ) -> Vec<f32> {
        match (&node.op, &node.inputs[..]) {
            (Op::Concat | Op::Interleave(_) | Op::ReflectLeft, _) | (_, []) => Vec::new(),
            (_, [first, rest @ ..])
                if self.last_use[first.index()] == value.index() && !rest.contains(first) =>
            {
                std::mem::take(&mut values[first.index()])
            }
            (_, [first, ..]) => values[first.index()].clone(),
        }
    }

    fn compute(
        &self,
        value: ValueId,
        node: &GraphNode,
        mut xs: Vec<f32>,
        values: &[Vec<f32>],
        feeds: &Feeds,
        observer: &mut dyn Observer,
    ) -> Result<Vec<f32>> {
        let columns = self.graph.columns(value);
        let valid = node.rate.columns(feeds.frames);
        let argument = |i: usize| &values[node.inputs[i].index()];
        let mut each_row = |f: &(dyn Fn(usize, &mut [f32]) + Sync)| {
            xs.par_chunks_mut(columns).enumerate().for_each(|(c, row)| f(c, row));
        };
        match &node.op {
            Op::Input => return Ok(feeds.features[node.name.as_str()].clone()),
            Op::Conv(conv) => return self.convolve(value, node, conv, xs, observer),
            Op::Concat => {
                return Ok(node
                    .inputs
                    .iter()
                    .map(|i| &values[i.index()][..])
                    .collect::<Vec<_>>()
                    .concat());
            }
            Op::Interleave(factor) => return Ok(interleave(argument(0), *factor, columns)),
            Op::ReflectLeft => return Ok(reflect_left(argument(0), columns)),
            Op::Mask => each_row(&|_, row| row[valid..].fill(0.0)),
            Op::AdaIn => {
                let affine = &feeds.affines[&node.name];
                each_row(&|c, row| normalise(row, valid, affine.gamma[c], affine.beta[c]));
            }
            Op::LeakyRelu(slope) => {
                each_row(&|_, row| row.iter_mut().for_each(|x| *x = x.max(slope * *x)));
            }
            Op::Snake(alpha) => each_row(&|c, row| {
                row.iter_mut().for_each(|x| *x += (alpha[c] * *x).sin().powi(2) / alpha[c])
            }),
            Op::Scale(factor) => each_row(&|_, row| row.iter_mut().for_each(|x| *x *= factor)),
            Op::Add => {
                let others = argument(1);
                each_row(&|c, row| {
                    row.iter_mut().zip(&others[c * columns..]).for_each(|(x, other)| *x += other)
                });
            }
        }
        Ok(xs)
    }

    fn convolve(
        &self,
        value: ValueId,
        node: &GraphNode,
        conv: &ConvNode,
        mut xs: Vec<f32>,
        observer: &mut dyn Observer,
    ) -> Result<Vec<f32>> {
        let len = self.graph.columns(node.inputs[0]);
        observer.input(value, &mut xs, len);
        let mut ys = match &self.convs[value.index()] {
            Some(dense) => dense
                .forward(&Tensor::from_vec(xs, (conv.c_in, len), &Device::Cpu)?.t()?.contiguous()?)?
                .t()?
                .flatten_all()?
                .to_vec1()?,
            None => depthwise(conv, &xs, len),
        };
        observer.output(value, &mut ys, self.graph.columns(value));
        Ok(ys)
    }
}

fn dense(conv: &ConvNode) -> Result<Conv1d> {
    let geometry = Geometry {
        kernel: conv.kernel,
        stride: conv.stride,
        dilation: conv.dilation,
        padding: conv.pad_left,
    };
    let (c_in, c_out) = (conv.c_in, conv.c_out);
    let weight = Tensor::from_slice(&conv.weight, (c_out, c_in, conv.kernel), &Device::Cpu)?;
    let bias = Tensor::from_slice(&conv.bias, c_out, &Device::Cpu)?;
    Ok(Conv1d::from_tensors(&weight, Some(&bias), geometry, Precision::F32)?)
}

/// A depthwise convolution of stride and dilation 1 that keeps the length.
fn depthwise(conv: &ConvNode, xs: &[f32], len: usize) -> Vec<f32> {
    let rows = xs.chunks(len).zip(conv.weight.chunks(conv.kernel)).zip(conv.bias.iter());
    rows.flat_map(|((row, taps), bias)| {
        (0..len).map(move |t| {
            let tap = |(k, w): (usize, &f32)| {
                (t + k).checked_sub(conv.pad_left).and_then(|at| row.get(at)).map_or(0.0, |x| w * x)
            };
            bias + taps.iter().enumerate().map(tap).sum::<f32>()
        })
    })
    .collect()
}

/// Mean and variance over the first `valid` columns, then the affine.
fn normalise(row: &mut [f32], valid: usize, gamma: f32, beta: f32) {
    let mean = row[..valid].iter().map(|&x| x as f64).sum::<f64>() / valid as f64;
    let variance =
        row[..valid].iter().map(|&x| (x as f64 - mean).powi(2)).sum::<f64>() / valid as f64;
    let scale = gamma * (1.0 / (variance + EPSILON as f64).sqrt()) as f32;
    row.iter_mut().for_each(|x| *x = (*x - mean as f32) * scale + beta);
}

/// Keeps the division by the standard deviation finite. It is an f32 here, as it is in the ONNX
/// model.
pub const EPSILON: f32 = INSTANCE_NORM_EPSILON as f32;

/// `[s · C, T]`, phase-major, to `[C, s · T]`.
fn interleave(xs: &[f32], factor: usize, columns: usize) -> Vec<f32> {
    let len = columns / factor;
    let channels = xs.len() / columns;
    let mut ys = vec![0f32; xs.len()];
    ys.par_chunks_mut(columns).enumerate().for_each(|(c, row)| {
        for phase in 0..factor {
            let phases = &xs[(phase * channels + c) * len..][..len];
            row[phase..].iter_mut().step_by(factor).zip(phases).for_each(|(y, x)| *y = *x);
        }
    });
    ys
}

/// Rows of `columns - 1` with their second column put before the first.
fn reflect_left(xs: &[f32], columns: usize) -> Vec<f32> {
    let rows = xs.chunks(columns - 1);
    rows.flat_map(|row| std::iter::once(row[1]).chain(row.iter().copied())).collect()
}
