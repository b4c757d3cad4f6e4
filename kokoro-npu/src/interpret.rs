//! A [`Graph`] run in f32 on the CPU, from the definition of its operations: what exported segments are held against, and where a
//! quantiser watches or changes what convolutions see.

use candle_core::{Device, Tensor};
use kokoro_core::nn::{Conv1d, Conv1dConfig};

use crate::Result;
use crate::graph::{Conv, Graph, Node, Op, ValueId};
use crate::inputs::Feeds;

/// Sees what goes into and comes out of every convolution, and may change it. Values are `[channels, columns]`.
pub trait Observer {
    /// Before the convolution that makes `conv`.
    fn input(&mut self, _conv: ValueId, _xs: &mut [f32], _columns: usize) {}
    /// After it.
    fn output(&mut self, _conv: ValueId, _ys: &mut [f32], _columns: usize) {}
}

/// Changes nothing.
impl Observer for () {}

/// Runs a graph. Convolutions are laid out once, so that many utterances can be run.
pub struct Interpreter<'a> {
    graph: &'a Graph,
    convs: Vec<Option<Conv1d>>,
    last_use: Vec<usize>,
}

impl<'a> Interpreter<'a> {
    /// Prepares a graph.
    pub fn new(graph: &'a Graph) -> Result<Self> {
        let prepare = |node: &Node| match &node.op {
            Op::Conv(conv) if !conv.depthwise => Ok(Some(dense(conv)?)),
            _ => Ok(None),
        };
        let mut last_use = vec![0; graph.nodes.len()];
        for (value, node) in graph.values() {
            node.inputs.iter().for_each(|input| last_use[input.0] = value.0);
        }
        last_use[graph.output.0] = usize::MAX;
        Ok(Self { graph, convs: graph.nodes.iter().map(prepare).collect::<Result<_>>()?, last_use })
    }

    /// The logits of one utterance, `[22, 120 N + 1]` at the graph's capacity.
    pub fn run(&self, feeds: &Feeds, observer: &mut dyn Observer) -> Result<Vec<f32>> {
        let mut values: Vec<Vec<f32>> = vec![Vec::new(); self.graph.nodes.len()];
        for (value, node) in self.graph.values() {
            values[value.0] = self.compute(value, node, &values, feeds, observer)?;
            for input in node.inputs.iter().filter(|input| self.last_use[input.0] == value.0) {
                values[input.0] = Vec::new();
            }
        }
        Ok(std::mem::take(&mut values[self.graph.output.0]))
    }

    fn compute(
        &self,
        value: ValueId,
        node: &Node,
        values: &[Vec<f32>],
        feeds: &Feeds,
        observer: &mut dyn Observer,
    ) -> Result<Vec<f32>> {
        let columns = self.graph.columns(value);
        let valid = node.rate.columns(feeds.frames);
        let argument = |i: usize| &values[node.inputs[i].0];
        let copy = |f: &dyn Fn(usize, &mut [f32])| {
            let mut ys = argument(0).clone();
            ys.chunks_mut(columns).enumerate().for_each(|(c, row)| f(c, row));
            ys
        };
        Ok(match &node.op {
            Op::Input => feeds.features[node.name.as_str()].clone(),
            Op::Conv(conv) => {
                let mut xs = argument(0).clone();
                let len = self.graph.columns(node.inputs[0]);
                observer.input(value, &mut xs, len);
                let mut ys = match &self.convs[value.0] {
                    Some(dense) => dense
                        .forward(&Tensor::from_vec(xs, (conv.channels.0, len), &Device::Cpu)?)?
                        .flatten_all()?
                        .to_vec1()?,
                    None => depthwise(conv, &xs, len),
                };
                observer.output(value, &mut ys, columns);
                ys
            }
            Op::Mask => copy(&|_, row| row[valid..].fill(0.0)),
            Op::AdaIn => {
                let affine = &feeds.affines[&node.name];
                copy(&|c, row| normalise(row, valid, affine.gamma[c], affine.beta[c]))
            }
            Op::LeakyRelu(slope) => {
                copy(&|_, row| row.iter_mut().for_each(|x| *x = x.max(slope * *x)))
            }
            Op::Snake(alpha) => copy(&|c, row| {
                row.iter_mut().for_each(|x| *x += (alpha[c] * *x).sin().powi(2) / alpha[c])
            }),
            Op::Scale(factor) => copy(&|_, row| row.iter_mut().for_each(|x| *x *= factor)),
            Op::Add => argument(0).iter().zip(argument(1)).map(|(a, b)| a + b).collect(),
            Op::Concat => {
                (0..node.inputs.len()).flat_map(|i| argument(i).iter().copied()).collect()
            }
            Op::Interleave(factor) => interleave(argument(0), *factor, columns),
            Op::ReflectLeft => argument(0)
                .chunks(columns - 1)
                .flat_map(|row| std::iter::once(row[1]).chain(row.iter().copied()))
                .collect(),
        })
    }
}

fn dense(conv: &Conv) -> Result<Conv1d> {
    let config = Conv1dConfig {
        kernel: conv.kernel,
        stride: conv.stride,
        dilation: conv.dilation,
        padding: conv.pads.0,
    };
    let (c_in, c_out) = conv.channels;
    let weight = Tensor::from_slice(&conv.weight, (c_out, c_in, conv.kernel), &Device::Cpu)?;
    let bias = Tensor::from_slice(&conv.bias, c_out, &Device::Cpu)?;
    Ok(Conv1d::from_tensors(&weight, Some(&bias), config)?)
}

/// A depthwise convolution of stride and dilation 1 that keeps the length.
fn depthwise(conv: &Conv, xs: &[f32], len: usize) -> Vec<f32> {
    let rows = xs.chunks(len).zip(conv.weight.chunks(conv.kernel)).zip(conv.bias.iter());
    rows.flat_map(|((row, taps), bias)| {
        (0..len).map(move |t| {
            let tap = |(k, w): (usize, &f32)| {
                (t + k).checked_sub(conv.pads.0).and_then(|at| row.get(at)).map_or(0.0, |x| w * x)
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

/// Keeps the division by the standard deviation finite; that of `torch.nn.InstanceNorm1d`.
pub const EPSILON: f32 = 1e-5;

/// `[s · C, T]`, phase-major, to `[C, s · T]`.
fn interleave(xs: &[f32], factor: usize, columns: usize) -> Vec<f32> {
    let len = columns / factor;
    let channels = xs.len() / columns;
    (0..channels * columns)
        .map(|at| (at / columns, at % columns))
        .map(|(c, t)| xs[(t % factor * channels + c) * len + t / factor])
        .collect()
}
