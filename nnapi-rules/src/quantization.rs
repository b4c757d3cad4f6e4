//! What a unit reads and writes, with scales and zero points, and what quantised data must be.
//!
//! Follows `IsQuantizedIOSupported`, `IsQuantizationScaleSupported` and
//! `IsQuantizationZeroPointSupported` of `op_builder_helpers.cc`, and for the bias what
//! `conv_op_builder.cc` tells NNAPI.

use kokoro_onnx::{ElementType, Node, Tensor};

use crate::graph::View;
use crate::rule::{Rule, Violation, require};
use crate::units::Unit;
use crate::value::Value;

/// An argument or result of a unit.
pub(super) struct Io<'v> {
    pub name: &'v str,
    pub quantization: Option<Quantization<'v>>,
}

/// Where scale and zero point of quantised data are.
pub(super) struct Quantization<'v> {
    scale: &'v str,
    zero_point: Option<&'v str>,
    /// The axis along which there are several.
    axis: i64,
}

/// What quantised data are to an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Activation,
    /// Weights that may have a scale for each output channel.
    ConvWeight,
    /// Weights that have one scale.
    MatMulWeight,
}

impl<'v> Quantization<'v> {
    fn of(node: &'v Node, scale: usize) -> Result<Self, Violation> {
        let argument = node.argument(scale).ok_or_else(|| {
            Violation::new(Rule::Malformed, format!("{} has no scale", node.op_type))
        })?;
        let axis = node.int_or("axis", 1)?;
        Ok(Self { scale: argument, zero_point: node.argument(scale + 1), axis })
    }
}

impl<'v> Io<'v> {
    fn plain(name: &'v str) -> Self {
        Self { name, quantization: None }
    }

    fn quantized(name: &'v str, node: &'v Node, scale: usize) -> Result<Self, Violation> {
        Ok(Self { name, quantization: Some(Quantization::of(node, scale)?) })
    }

    pub fn value(&self, view: &'v View<'_>) -> &'v Value {
        view.value(self.name)
    }

    /// All names: the data, the scale and the zero point.
    pub fn names(&self) -> impl Iterator<Item = &'v str> {
        let of = self.quantization.iter().flat_map(|q| [Some(q.scale), q.zero_point]);
        [self.name].into_iter().chain(of.flatten())
    }
}

/// What a unit reads; `None` for an argument that is left out.
pub(super) fn inputs<'v>(
    view: &'v View<'_>,
    unit: &Unit,
) -> Result<Vec<Option<Io<'v>>>, Violation> {
    let node = &view.nodes[unit.target];
    // the QLinear operators interleave data, scales and zero points
    let data: &[usize] = match node.op_type.as_str() {
        _ if unit.is_group() => &[],
        "DequantizeLinear" | "QLinearSigmoid" | "QLinearAveragePool" => &[0],
        "QLinearAdd" | "QLinearMatMul" | "QLinearConv" => &[0, 3],
        "QuantizeLinear" => return Ok(vec![node.argument(0).map(Io::plain)]),
        _ => &[],
    };
    if !data.is_empty() {
        let io = |&at| node.argument(at).map(|name| Io::quantized(name, node, at + 1)).transpose();
        let mut inputs = data.iter().map(io).collect::<Result<Vec<_>, _>>()?;
        if node.op_type == "QLinearConv" && node.argument(8).is_some() {
            inputs.push(node.argument(8).map(Io::plain));
        }
        return Ok(inputs);
    }
    let io = |name: &'v String| {
        let producer = view.producer(name).filter(|index| unit.dequantize.contains(index));
        match producer.map(|index| &view.nodes[index]) {
            _ if name.is_empty() => Ok(None),
            None => Ok(Some(Io::plain(name))),
            Some(dq) => Io::quantized(dq.argument(0).unwrap_or_default(), dq, 1).map(Some),
        }
    };
    node.input.iter().map(io).collect()
}

/// What a unit writes.
pub(super) fn outputs<'v>(view: &'v View<'_>, unit: &Unit) -> Result<Vec<Io<'v>>, Violation> {
    let node = &view.nodes[unit.target];
    let name = |node: &'v Node| node.output.first().map_or("", String::as_str);
    let scale = match node.op_type.as_str() {
        "QuantizeLinear" => Some(1),
        "QLinearSigmoid" | "QLinearAveragePool" => Some(3),
        "QLinearAdd" | "QLinearMatMul" | "QLinearConv" => Some(6),
        _ => None,
    };
    if let Some(scale) = scale {
        return Ok(vec![Io::quantized(name(node), node, scale)?]);
    }
    if !unit.quantize.is_empty() {
        let io = |&q: &usize| Io::quantized(name(&view.nodes[q]), &view.nodes[q], 1);
        return unit.quantize.iter().map(io).collect();
    }
    Ok(node.output.iter().filter(|name| !name.is_empty()).map(|name| Io::plain(name)).collect())
}

fn constant<'a>(view: &View<'a>, name: &str, what: &str) -> Result<&'a Tensor, Violation> {
    let missing = || Violation::new(Rule::Constant, format!("{what} `{name}` is none"));
    view.constant(name).ok_or_else(missing)
}

/// The scales of quantised data.
pub(super) fn scales(view: &View<'_>, io: &Io<'_>) -> Result<Vec<f32>, Violation> {
    let name = io.quantization.as_ref().map_or("", |quantization| quantization.scale);
    Ok(constant(view, name, "scale")?.f32s()?)
}

/// The zero points of quantised data; one zero if there are none in the file.
pub(super) fn zero_points(view: &View<'_>, io: &Io<'_>) -> Result<Vec<i64>, Violation> {
    match io.quantization.as_ref().and_then(|quantization| quantization.zero_point) {
        Some(name) => Ok(constant(view, name, "zero point")?.integers()?),
        None => Ok(vec![0]),
    }
}

/// Checks quantised data, which must have a scale, in their role.
pub(super) fn check(view: &View<'_>, io: &Io<'_>, role: Role) -> Result<(), Violation> {
    let Io { name, quantization } = io;
    let Some(quantization) = quantization else {
        let detail = format!("`{name}` has no scale");
        return Err(Violation::new(Rule::OutputNotQuantized, detail));
    };
    let value = io.value(view);
    let found = value.element_type;
    let signed = found == Some(ElementType::Int8) && role != Role::Activation;
    require(found == Some(ElementType::Uint8) || signed, Rule::Activation, || match found {
        Some(found) => format!("`{name}` holds {found}"),
        None => format!("the type of `{name}` is not known"),
    })?;

    let (scales, zero_points) = (scales(view, io)?, zero_points(view, io)?);
    if scales.len() != 1 || zero_points.len() != 1 {
        let count = scales.len().max(zero_points.len());
        let detail = || format!("`{name}` has {count}");
        require(role != Role::Activation, Rule::PerChannelActivation, detail)?;
        require(signed && role == Role::ConvWeight, Rule::PerChannelWeight, detail)?;
        let channels = value.shape.as_deref().and_then(|shape| shape.first()).copied();
        let fits = |len: usize| len == 1 || i64::try_from(len).ok() == channels;
        let fit = fits(scales.len()) && fits(zero_points.len());
        let detail = || format!("`{name}` of shape {:?} has {count}", value.shape);
        require(fit, Rule::ScaleCount, detail)?;
        let rank = value.shape.as_ref().map_or(0, Vec::len) as i64;
        let axis = quantization.axis;
        let detail = || format!("those of `{name}` run along axis {axis}");
        require(axis == 0 || axis == -rank, Rule::WeightAxis, detail)?;
    }
    if signed {
        let nonzero = zero_points.iter().find(|&&zero| zero != 0);
        let detail = || format!("`{name}` has {}", nonzero.copied().unwrap_or_default());
        require(nonzero.is_none(), Rule::WeightZeroPoint, detail)?;
    }
    Ok(())
}

/// Checks a bias. NNAPI takes the product of the scales of input and weights as the scale of its
/// integers, whatever the file says.
pub(super) fn check_bias(
    view: &View<'_>,
    [input, weight, bias]: [&Io<'_>; 3],
) -> Result<(), Violation> {
    let name = bias.name;
    constant(view, name, "bias")?;
    let found = bias.value(view).element_type;
    let detail = || format!("`{name}` holds {}", found.map_or("?".into(), |t| t.to_string()));
    require(found == Some(ElementType::Int32), Rule::BiasType, detail)?;
    if bias.quantization.is_none() {
        return Ok(()); // QLinearConv, whose bias has that scale by definition
    }
    let nonzero = zero_points(view, bias)?.into_iter().find(|&zero| zero != 0);
    let detail = || format!("`{name}` has {}", nonzero.unwrap_or_default());
    require(nonzero.is_none(), Rule::BiasZeroPoint, detail)?;

    let (inputs, weights, found) =
        (scales(view, input)?, scales(view, weight)?, scales(view, bias)?);
    let step = inputs.first().copied().unwrap_or_default();
    let channels = bias.value(view).shape.as_deref().map_or(0, |shape| shape.iter().product());
    for channel in 0..usize::try_from(channels).unwrap_or(0) {
        // one scale is that of all channels
        let of =
            |scales: &[f32]| scales.get(channel).or(scales.first()).copied().unwrap_or_default();
        let (expected, found) = (step * of(&weights), of(&found));
        let detail =
            || format!("channel {channel} of `{name}` has {found:e}, expected {expected:e}");
        require(expected.to_bits() == found.to_bits(), Rule::BiasScale, detail)?;
    }
    Ok(())
}

/// Checks that a result has the scale and the zero point that its operation prescribes.
pub(super) fn check_output(
    view: &View<'_>,
    io: &Io<'_>,
    scale: f32,
    zero_point: i64,
) -> Result<(), Violation> {
    let (scales, zero_points) = (scales(view, io)?, zero_points(view, io)?);
    let right = scales == [scale] && zero_points == [zero_point];
    let detail = || {
        let name = io.name;
        format!("`{name}` has {scales:?} and {zero_points:?}, expected {scale:?} and {zero_point}")
    };
    require(right, Rule::OutputScale, detail)
}
