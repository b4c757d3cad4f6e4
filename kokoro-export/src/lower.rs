//! A [`SegmentGraph`] and a [`Scheme`] to an ONNX model in the form that NNAPI's provider takes
//! whole: rank 4 `[1, C, 1, T]`, two-dimensional convolutions, instance norm from means, and only
//! operators that it takes (`nnapi-rules/src/operators.rs` lists them).
//!
//! A lowered value may be a multiple of the graph's, channel by channel: the factors that
//! quantisation wants travel with the value (`Lowered::factors`) through every operation that lets
//! them through, and are taken out before one that does not.

mod adain;
mod conv;
mod emit;
mod snake;

use std::sync::Arc;

use kokoro_npu::segment::{LOGITS, Rate, mask_name, ratio_name};
use kokoro_npu::target::Target;
use kokoro_onnx::{Attribute, Graph as OnnxGraph, Model};

use crate::Result;
use crate::graph::{GraphNode, Op, SegmentGraph, ValueId};
use crate::quantize::Scheme;
use emit::Emitter;

/// Writes the model for a target.
///
/// # Errors
/// [`TargetPrecision`](kokoro_npu::Error::TargetPrecision) if the target does not take the
/// scheme's precision.
pub fn lower(graph: &SegmentGraph, scheme: &Scheme, target: Target) -> Result<Model> {
    let opset = target.opset(scheme.precision)?;
    let mut lowering = Lowering { graph, scheme, emit: Emitter::new(opset), values: Vec::new() };
    for (value, node) in graph.values() {
        let lowered = lowering.node(value, node)?;
        lowering.values.push(lowered);
    }
    let logits = lowering.plain(graph.output)?;
    lowering.emit.output(
        &logits,
        LOGITS,
        &[1, graph.node(graph.output).channels, 1, graph.columns(graph.output)],
    );
    let Emitter { nodes, initializers, inputs, outputs, .. } = lowering.emit;
    let name = format!("kokoro_decoder_{}_frames", graph.frames);
    let onnx = OnnxGraph {
        name,
        node: nodes,
        initializer: initializers,
        input: inputs,
        output: outputs,
        ..OnnxGraph::default()
    };
    Ok(Model::new(onnx, opset))
}

/// A value of the graph in the model: its name there, and what each channel was multiplied by.
#[derive(Debug, Clone)]
struct Lowered {
    name: String,
    factors: Option<Arc<[f32]>>,
}

impl Lowered {
    fn plain(name: String) -> Self {
        Self { name, factors: None }
    }
}

struct Lowering<'a> {
    graph: &'a SegmentGraph,
    scheme: &'a Scheme,
    emit: Emitter,
    values: Vec<Lowered>, // of the nodes done so far
}

impl Lowering<'_> {
    fn node(&mut self, value: ValueId, node: &GraphNode) -> Result<Lowered> {
        let first = || self.values[node.inputs[0].index()].clone();
        Ok(match &node.op {
            Op::Input => {
                let shape = [1, node.channels, 1, self.graph.columns(value)];
                Lowered::plain(self.emit.input(&node.name, &shape))
            }
            Op::Conv(conv) => self.conv(value, node, conv)?,
            Op::AdaIn => self.adain(value, node)?,
            Op::Mask => {
                let xs = first();
                let mask = self.mask(node.rate);
                Lowered {
                    name: self.emit.op("Mul", &[&xs.name, &mask], &node.name),
                    factors: xs.factors,
                }
            }
            Op::LeakyRelu(slope) => {
                let xs = first();
                let alpha = Attribute::float("alpha", *slope);
                Lowered {
                    name: self.emit.op_with("LeakyRelu", &[&xs.name], &node.name, vec![alpha]),
                    factors: xs.factors,
                }
            }
            Op::Snake(alpha) => self.snake(node, alpha)?,
            Op::Scale(factor) => {
                let xs = first();
                let factor = self.emit.scalar(*factor)?;
                Lowered {
                    name: self.emit.op("Mul", &[&xs.name, &factor], &node.name),
                    factors: xs.factors,
                }
            }
            Op::Add => {
                let (a, b) = (self.plain(node.inputs[0])?, self.plain(node.inputs[1])?);
                Lowered::plain(self.emit.op("Add", &[&a, &b], &node.name))
            }
            Op::Concat => {
                let parts = node
                    .inputs
                    .iter()
                    .map(|&input| self.plain(input))
                    .collect::<Result<Vec<_>>>()?;
                Lowered::plain(self.emit.concat(&parts, 1, &node.name))
            }
            Op::Interleave(factor) => {
                let xs = self.plain(node.inputs[0])?;
                let len = self.graph.columns(node.inputs[0]);
                Lowered::plain(self.emit.interleave(
                    &xs,
                    node.channels,
                    len * factor,
                    &node.name,
                )?)
            }
            Op::ReflectLeft => {
                let xs = self.plain(node.inputs[0])?;
                let column = self.emit.column(&xs, 1, &format!("{}.column", node.name))?;
                Lowered::plain(self.emit.concat(&[column, xs], 3, &node.name))
            }
        })
    }

    /// The name of a value without factors. One product takes them out; its result serves all later
    /// readers.
    fn plain(&mut self, value: ValueId) -> Result<String> {
        let Lowered { name, factors } = self.values[value.index()].clone();
        let Some(factors) = factors else { return Ok(name) };
        let inverse: Vec<f32> = factors.iter().map(|f| 1.0 / f).collect();
        let inverse = self.emit.per_channel(&inverse)?;
        let plain = self.emit.op("Mul", &[&name, &inverse], &format!("{name}.plain"));
        self.values[value.index()] = Lowered::plain(plain.clone());
        Ok(plain)
    }

    /// A value with exactly these factors. If it has others, or none, one product changes them.
    fn with_factors(&mut self, value: ValueId, factors: &[f32], name: &str) -> Result<String> {
        let Lowered { name: xs, factors: own } = self.values[value.index()].clone();
        let missing: Vec<f32> = match own.as_deref() {
            Some(own) if own == factors => return Ok(xs),
            Some(own) => factors.iter().zip(own).map(|(wanted, own)| wanted / own).collect(),
            None => factors.to_vec(),
        };
        let missing = self.emit.per_channel(&missing)?;
        Ok(self.emit.op("Mul", &[&xs, &missing], &format!("{name}.factors")))
    }

    fn mask(&mut self, rate: Rate) -> String {
        self.emit.input(&mask_name(rate), &[1, 1, 1, rate.columns(self.graph.frames)])
    }

    fn ratio(&mut self, rate: Rate) -> String {
        self.emit.input(&ratio_name(rate), &[1, 1, 1, 1])
    }

    /// The only reader of a value, if there is but one.
    fn only_reader(&self, value: ValueId) -> Option<(ValueId, &GraphNode)> {
        let mut readers = self.graph.readers(value);
        readers.next().filter(|_| readers.next().is_none())
    }
}
