//! The groups of nodes that are decided as one: DequantizeLinear before an operator, and
//! QuantizeLinear after it.
//!
//! Follows `qdq_selectors.cc`, `shared/utils.cc` (which operators have which selector, with its
//! defaults: all widths and signs allowed) and `NodeGroup::CanCreateNodeGroup` in
//! `framework/node_unit.cc`. The selectors serve all providers, so groups form around operators
//! that NNAPI takes only as floats; such a group is then refused whole. Around a few operators of
//! which no form is taken (ArgMax, Einsum, Reciprocal, ScatterElements, TopK), groups are not
//! formed here: their DequantizeLinear and QuantizeLinear are judged singly.

use kokoro_onnx::{ElementType, Node};

use crate::graph::View;
use crate::operators::MICROSOFT;

/// Nodes that are taken or left together.
#[derive(Debug, PartialEq)]
pub(super) struct Unit {
    /// Index of the operator's node. The other fields are indices of nodes, too.
    pub target: usize,
    /// DequantizeLinear of the arguments, in their order.
    pub dequantize: Vec<usize>,
    /// A Relu or Clip behind the operator that quantisation makes superfluous.
    pub clip: Option<usize>,
    /// QuantizeLinear of the outputs.
    pub quantize: Vec<usize>,
}

impl Unit {
    fn single(target: usize) -> Self {
        Self { target, dequantize: vec![], clip: None, quantize: vec![] }
    }

    /// All units of a graph, in the order of their operators.
    pub fn all(view: &View<'_>) -> Vec<Self> {
        let groups = (0..view.nodes.len()).map(|index| group(view, index));
        let groups: Vec<Option<Self>> = groups.collect();
        let mut inside = vec![false; view.nodes.len()];
        for member in groups.iter().flatten().flat_map(Self::members) {
            inside[member] = true;
        }
        let unit = |(index, group): (usize, Option<Self>)| {
            group.or_else(|| (!inside[index]).then(|| Self::single(index)))
        };
        groups.into_iter().enumerate().filter_map(unit).collect()
    }

    /// Whether there is more than one node.
    pub fn is_group(&self) -> bool {
        self.len() > 1
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.members().count()
    }

    /// The nodes.
    pub fn members(&self) -> impl Iterator<Item = usize> {
        let front = self.dequantize.iter().copied().chain([self.target]);
        front.chain(self.clip).chain(self.quantize.iter().copied())
    }
}

/// Which arguments must be dequantised, and what else must hold.
enum Selector {
    /// One argument, same type, same scale and zero point on both sides.
    Moves,
    /// This many arguments, all types the same.
    Same(Arguments),
    /// All arguments; signed input needs signed weights; a third is of 32 bits.
    Conv,
    /// As `Conv`, but QuantizeLinear may be missing.
    Gemm,
    /// Two arguments; signed input needs signed weights.
    MatMul,
    /// Input, scale and bias; signed input needs signed scale.
    BatchNormalization,
    /// At most two arguments.
    Pad,
    /// All arguments, a third is of 32 bits.
    Normalization,
    /// Two arguments of one type; QuantizeLinear may be missing.
    Comparison,
}

enum Arguments {
    All,
    Exactly(usize),
}

fn selector(node: &Node, opset: i64) -> Option<Selector> {
    use Arguments::{All, Exactly};
    Some(match node.op_type.as_str() {
        "MaxPool" if (12..22).contains(&opset) => Selector::Moves,
        "Gather" | "GatherElements" | "Reshape" | "Expand" | "Flatten" | "Transpose"
        | "Squeeze" | "Unsqueeze" | "Tile" => Selector::Moves,
        "AveragePool" | "GlobalAveragePool" | "GlobalMaxPool" | "LeakyRelu" | "ReduceMean"
        | "ReduceMin" | "ReduceMax" | "ReduceProd" | "ReduceSum" | "Relu" | "Resize" | "Gelu"
        | "Elu" | "HardSigmoid" | "HardSwish" | "Sigmoid" | "Slice" | "LogSoftmax" | "Softmax"
        | "Sqrt" | "Atan" | "Asin" | "Sin" | "Cos" | "Sign" | "Tanh" | "Exp" | "Log" | "LRN"
        | "Ceil" | "Floor" | "Round" | "Abs" | "Neg" | "DepthToSpace" | "SpaceToDepth" | "Clip"
        | "LpNormalization" | "CumSum" | "Split" => Selector::Same(Exactly(1)),
        "Add" | "Div" | "Mul" | "Pow" | "Sub" | "PRelu" | "GridSample" | "Concat" | "Max"
        | "Min" => Selector::Same(All),
        "Where" => Selector::Same(Exactly(2)),
        "BatchNormalization" => Selector::BatchNormalization,
        "Conv" | "ConvTranspose" => Selector::Conv,
        "Gemm" => Selector::Gemm,
        "MatMul" => Selector::MatMul,
        "Pad" => Selector::Pad,
        "InstanceNormalization" | "LayerNormalization" => Selector::Normalization,
        "Equal" | "Greater" | "GreaterOrEqual" | "Less" | "LessOrEqual" => Selector::Comparison,
        _ => return None,
    })
}

/// The group around a node, if there is one.
fn group(view: &View<'_>, target: usize) -> Option<Unit> {
    let node = &view.nodes[target];
    if !matches!(node.domain.as_str(), "" | "ai.onnx" | MICROSOFT) {
        return None;
    }
    let selector = selector(node, view.opset)?;
    let dequantize: Vec<usize> = node
        .input
        .iter()
        .filter_map(|name| view.producer(name))
        .filter(|&producer| view.nodes[producer].op_type == "DequantizeLinear")
        .collect();
    let clip = only_reader(view, target).filter(|&next| {
        matches!(view.nodes[next].op_type.as_str(), "Relu" | "Clip")
            && only_reader(view, next).is_some()
            && !view.is_output(next)
    });
    let quantize = quantizers(view, &view.nodes[clip.unwrap_or(target)]);
    if let Some(clip) = clip
        && !matches!(quantize[..], [q] if clips_nothing(view, &view.nodes[clip], &view.nodes[q]))
    {
        return None;
    }
    let unit = Unit { target, dequantize, clip, quantize };
    (exclusive(view, &unit) && selected(view, &unit, &selector)).then_some(unit)
}

fn only_reader(view: &View<'_>, index: usize) -> Option<usize> {
    let mut readers = view.readers(index);
    readers.next().filter(|_| readers.next().is_none())
}

/// QuantizeLinear of each output: the last one that reads it.
fn quantizers(view: &View<'_>, node: &Node) -> Vec<usize> {
    let quantizes = |&index: &usize| view.nodes[index].op_type == "QuantizeLinear";
    let of_output = |name: &String| view.consumers(name).iter().copied().rfind(quantizes);
    node.output.iter().filter_map(of_output).collect()
}

/// Whether the nodes around the operator serve nothing else.
fn exclusive(view: &View<'_>, unit: &Unit) -> bool {
    let serves_only =
        |&dq: &usize| !view.is_output(dq) && only_reader(view, dq) == Some(unit.target);
    let outputs_free = unit.quantize.is_empty() || !view.is_output(unit.target);
    unit.dequantize.iter().all(serves_only) && outputs_free
}

fn selected(view: &View<'_>, unit: &Unit, selector: &Selector) -> bool {
    let node = &view.nodes[unit.target];
    let arguments = node.input.iter().filter(|name| !name.is_empty()).count();
    let outputs = node.output.iter().filter(|name| !name.is_empty()).count();
    let found = unit.dequantize.len();
    let quantized =
        unit.quantize.len() == outputs && unit.quantize.len() == view.readers(unit.target).count();
    let optional = unit.quantize.is_empty() || quantized;

    let types: Vec<_> = unit.dequantize.iter().map(|&dq| input_type(view, dq)).collect();
    let out: Vec<_> = unit.quantize.iter().map(|&q| output_type(view, q)).collect();
    let same = || types.iter().chain(&out).all(|&t| Some(t) == types.first().copied());
    let like_input = || out.iter().all(|&t| Some(t) == types.first().copied());
    let signs = || match types[..] {
        [Some(ElementType::Int8), weight, ..] => weight == Some(ElementType::Int8),
        _ => true,
    };
    let bias = || types.get(2).is_none_or(|&t| t == Some(ElementType::Int32));
    match selector {
        Selector::Moves => found == 1 && quantized && same() && unscaled(view, unit),
        Selector::Same(Arguments::Exactly(count)) => found == *count && quantized && same(),
        Selector::Same(Arguments::All) => found > 0 && found == arguments && quantized && same(),
        Selector::Conv => {
            found > 1 && found == arguments && quantized && like_input() && signs() && bias()
        }
        Selector::Gemm => {
            found > 1 && found == arguments && optional && like_input() && signs() && bias()
        }
        Selector::MatMul => {
            found == 2 && found == arguments && quantized && like_input() && signs()
        }
        Selector::BatchNormalization => found == 3 && quantized && like_input() && signs(),
        Selector::Pad => (1..=2).contains(&found) && quantized && same(),
        Selector::Normalization => {
            found > 1 && found == arguments && quantized && like_input() && bias()
        }
        Selector::Comparison => {
            found == 2 && found == arguments && optional && types[0] == types[1]
        }
    }
}

fn input_type(view: &View<'_>, index: usize) -> Option<ElementType> {
    view.value(view.nodes[index].argument(0)?).element_type
}

fn output_type(view: &View<'_>, index: usize) -> Option<ElementType> {
    view.value(view.nodes[index].output.first()?).element_type
}

/// Whether both sides have the same constant scale and zero point (`IsQDQPairSupported`).
fn unscaled(view: &View<'_>, unit: &Unit) -> bool {
    let ([dq], [q]) = (&unit.dequantize[..], &unit.quantize[..]) else { return false };
    let scalar = |node: usize, index| {
        let tensor = view.constant(view.nodes[node].argument(index)?)?;
        (tensor.element_count() == Some(1)).then_some(tensor)
    };
    let scale = |node| scalar(node, 1)?.f32s().ok();
    let zero =
        |node| scalar(node, 2).and_then(|zero| Some((zero.data_type, zero.integers().ok()?)));
    scale(*dq).is_some() && scale(*dq) == scale(*q) && zero(*dq).is_some() && zero(*dq) == zero(*q)
}

/// Whether the range of a QuantizeLinear lies within that of a Relu or Clip before it
/// (`IsClipMadeRedundantByQ`).
fn clips_nothing(view: &View<'_>, clip: &Node, quantize: &Node) -> bool {
    let constant = |node: &Node, index| view.constant(node.argument(index)?);
    let only = |tensor: &kokoro_onnx::Tensor| Some(*tensor.f32s().ok()?.first()?);
    let Some(scale) = constant(quantize, 1).and_then(only) else { return false };
    let zero = constant(quantize, 2);
    let signed = zero.and_then(kokoro_onnx::Tensor::element_type) == Some(ElementType::Int8);
    let zero = match zero.map(kokoro_onnx::Tensor::integers) {
        None => 0,
        Some(Ok(zero)) if zero.len() == 1 => zero[0],
        Some(_) => return false,
    };
    let [low, high] = if signed { [-128, 127] } else { [0, 255] };
    let [low, high] = [low, high].map(|level: i64| level.saturating_sub(zero) as f32 * scale);
    if clip.op_type == "Relu" {
        return low >= 0.0;
    }
    let bound = |index, open| match clip.argument(index) {
        Some(_) => constant(clip, index).and_then(only),
        None => Some(open),
    };
    let (Some(min), Some(max)) = (bound(1, f32::MIN), bound(2, f32::MAX)) else { return false };
    min <= low && high <= max
}
