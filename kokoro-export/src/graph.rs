//! The segment as a graph of a few operations on `[channels, time]` values: what is exported,
//! interpreted and quantised.
//!
//! Everything has a fixed length, that of a capacity of `N` frames; an utterance of fewer frames is
//! padded, and masks make the padding exact: statistics are taken over the valid columns only, and
//! every convolution that reaches sideways sees zeros where the utterance ends, as it would at its
//! own length.

use std::sync::Arc;

use kokoro_npu::segment::Rate;

/// A value of a [`SegmentGraph`], by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ValueId(usize);

impl ValueId {
    /// Its place among the values of the graph, which is that of the node that makes it.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A convolution's weights and geometry. Tap `k` reads column `stride · t + dilation · k −
/// pad_left`.
#[derive(Debug, Clone, PartialEq)]
pub struct ConvNode {
    /// `[c_out, c_in, kernel]`; `c_in` is 1 where it is depthwise.
    pub weight: Arc<[f32]>,
    /// `[c_out]`.
    pub bias: Arc<[f32]>,
    /// Channels of the input.
    pub c_in: usize,
    /// Channels of the output.
    pub c_out: usize,
    /// Taps.
    pub kernel: usize,
    /// Columns from one output to the next.
    pub stride: usize,
    /// Columns from one tap to the next.
    pub dilation: usize,
    /// Zeros before the first column.
    pub pad_left: usize,
    /// Zeros after the last.
    pub pad_right: usize,
    /// Whether each channel is convolved by itself.
    pub depthwise: bool,
}

/// What a node does.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// Fed from outside.
    Input,
    /// A convolution.
    Conv(ConvNode),
    /// Zeros in the columns after the utterance.
    Mask,
    /// Normalisation over the valid columns, then `γ x + β` with `γ, β` fed from outside.
    AdaIn,
    /// `max(x, slope · x)`.
    LeakyRelu(f32),
    /// `x + sin²(α x) / α`, one `α` a channel.
    Snake(Arc<[f32]>),
    /// The sum of two values.
    Add,
    /// The values stacked along the channels.
    Concat,
    /// `[s · C, T]`, phase by phase, to `[C, s · T]`.
    Interleave(usize),
    /// One column more on the left, equal to the second.
    ReflectLeft,
    /// Times a constant.
    Scale(f32),
}

/// A value: its name, its shape, and how it is made.
#[derive(Debug, Clone, PartialEq)]
pub struct GraphNode {
    /// The checkpoint's name of the layer, with a suffix where one layer makes several values. No
    /// two nodes share one.
    pub name: String,
    /// The operation.
    pub op: Op,
    /// The values that it is applied to.
    pub inputs: Vec<ValueId>,
    /// Channels of the result.
    pub channels: usize,
    /// How many columns the result has for each frame.
    pub rate: Rate,
}

/// A segment. Nodes are in an order in which they can be computed, and node `i` makes value `i`.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentGraph {
    /// The capacity.
    pub frames: usize,
    /// All values.
    pub nodes: Vec<GraphNode>,
    /// The logits, `[22, 120 N + 1]`.
    pub output: ValueId,
}

impl SegmentGraph {
    /// The same segment with room for `frames` frames. Weights are shared.
    pub fn with_frames(&self, frames: usize) -> Self {
        Self { frames, ..self.clone() }
    }

    /// The node that makes a value.
    pub fn node(&self, value: ValueId) -> &GraphNode {
        &self.nodes[value.0]
    }

    /// Columns of a value.
    pub fn columns(&self, value: ValueId) -> usize {
        self.node(value).rate.columns(self.frames)
    }

    /// Every value, in the order of computation.
    pub fn values(&self) -> impl Iterator<Item = (ValueId, &GraphNode)> {
        self.nodes.iter().enumerate().map(|(i, node)| (ValueId(i), node))
    }

    /// The nodes that read a value.
    pub fn readers(&self, value: ValueId) -> impl Iterator<Item = (ValueId, &GraphNode)> {
        self.values().filter(move |(_, node)| node.inputs.contains(&value))
    }

    /// Name and channels of every normalisation, in the order of computation.
    pub fn normalisations(&self) -> impl Iterator<Item = (&str, usize)> {
        let norms = self.nodes.iter().filter(|node| node.op == Op::AdaIn);
        norms.map(|node| (node.name.as_str(), node.channels))
    }

    /// Every convolution, in the order of computation.
    pub fn convs(&self) -> impl Iterator<Item = (ValueId, &ConvNode)> {
        self.values().filter_map(|(value, node)| match &node.op {
            Op::Conv(conv) => Some((value, conv)),
            _ => None,
        })
    }
}

/// Adds nodes one by one and works out their shapes.
#[derive(Debug)]
pub struct Builder {
    nodes: Vec<GraphNode>,
}

impl Builder {
    /// An empty graph.
    pub fn new() -> Self {
        Self { nodes: Vec::new() }
    }

    /// The node that makes a value.
    pub fn node(&self, value: ValueId) -> &GraphNode {
        &self.nodes[value.0]
    }

    fn push(
        &mut self,
        name: String,
        op: Op,
        inputs: &[ValueId],
        channels: usize,
        rate: Rate,
    ) -> ValueId {
        self.nodes.push(GraphNode { name, op, inputs: inputs.to_vec(), channels, rate });
        ValueId(self.nodes.len() - 1)
    }

    /// A value that is fed from outside.
    pub fn input(&mut self, name: &str, channels: usize, rate: Rate) -> ValueId {
        self.push(name.into(), Op::Input, &[], channels, rate)
    }

    /// An operation that leaves channels and rate as those of its (first) argument.
    pub fn same(&mut self, name: String, op: Op, inputs: &[ValueId]) -> ValueId {
        let GraphNode { channels, rate, .. } = *self.node(inputs[0]);
        self.push(name, op, inputs, channels, rate)
    }

    /// A convolution whose output has `rate`.
    pub fn conv(&mut self, name: String, conv: ConvNode, xs: ValueId, rate: Rate) -> ValueId {
        let channels = conv.c_out;
        self.push(name, Op::Conv(conv), &[xs], channels, rate)
    }

    /// The arguments stacked along the channels.
    pub fn concat(&mut self, name: String, inputs: &[ValueId]) -> ValueId {
        let channels = inputs.iter().map(|&value| self.node(value).channels).sum();
        let rate = self.node(inputs[0]).rate;
        self.push(name, Op::Concat, inputs, channels, rate)
    }

    /// Phases to columns, at a rate `factor` times as high.
    pub fn interleave(&mut self, name: String, xs: ValueId, factor: usize, rate: Rate) -> ValueId {
        let channels = self.node(xs).channels / factor;
        self.push(name, Op::Interleave(factor), &[xs], channels, rate)
    }

    /// From `120N` columns to `120N + 1`.
    pub fn reflect_left(&mut self, name: String, xs: ValueId) -> ValueId {
        let channels = self.node(xs).channels;
        self.push(name, Op::ReflectLeft, &[xs], channels, Rate::Columns)
    }

    /// The finished graph.
    pub fn finish(self, frames: usize, output: ValueId) -> SegmentGraph {
        SegmentGraph { frames, nodes: self.nodes, output }
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}
