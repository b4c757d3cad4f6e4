//! Whether the provider takes a unit: what holds for all operators, and which further rules an
//! operator has.
//!
//! Follows `BaseOpBuilder` and the builders under `nnapi_builtin/builders/impl`; the order of
//! checks is ours.

use kokoro_onnx::ElementType;

use crate::case::Case;
use crate::graph::View;
use crate::operator_rules;
use crate::operators::{self, Operator};
use crate::options::RulesOptions;
use crate::quantization::{self, Io, Role};
use crate::rule::{Rule, Violation, require};
use crate::units::Unit;

/// Most dimensions of an NNAPI tensor.
const MAX_RANK: usize = 4;

/// The Android API level that the unit needs, or why it is not taken.
pub(super) fn check(
    view: &View<'_>,
    unit: &Unit,
    options: &RulesOptions,
) -> Result<u32, Violation> {
    let node = &view.nodes[unit.target];
    let operator = operators::find(&node.domain, &node.op_type)
        .ok_or_else(|| Violation::new(Rule::Operator, ""))?;
    let detail = || format!("{} is that of opset {} at most", node.op_type, operator.last_opset);
    require(view.opset <= operator.last_opset, Rule::OperatorVersion, detail)?;
    require(!unit.is_group() || operator.quantized, Rule::QuantizedGroup, || {
        neighbours(view, unit)
    })?;
    if !options.optimized {
        propagation(view, unit, operator)?;
    }

    let quantized = unit.is_group() || operator.name.starts_with("QLinear");
    let (inputs, outputs) = (quantization::inputs(view, unit)?, quantization::outputs(view, unit)?);
    let case = Case { view, node, quantized, inputs, outputs };
    shapes(&case)?;
    external(&case)?;
    element_types(&case)?;
    let needed = operator_rules::check(&case)?.max(operator.api_level);
    for io in &case.outputs {
        let known = io.value(view).shape.is_some();
        let detail = || format!("that of `{}` does not follow from the arguments", io.name);
        require(known, Rule::Shape, detail)?;
    }
    let detail = || format!("it needs {needed}, the phone has {}", options.api_level);
    require(needed <= options.api_level, Rule::ApiLevel, detail)?;
    Ok(needed)
}

fn neighbours(view: &View<'_>, unit: &Unit) -> String {
    let names = |nodes: &[usize]| {
        let names: Vec<_> = nodes.iter().map(|&index| format!("`{}`", view.label(index))).collect();
        names.join(", ")
    };
    format!("it stands between {} and {}", names(&unit.dequantize), names(&unit.quantize))
}

/// `QDQPropagationTransformer` copies Q and DQ through operators that only move data. Of those, the
/// provider has no quantised form of Slice, Squeeze, Unsqueeze and MaxPool.
fn propagation(view: &View<'_>, unit: &Unit, operator: &Operator) -> Result<(), Violation> {
    const MOVED_THROUGH: [&str; 6] =
        ["MaxPool", "Reshape", "Slice", "Squeeze", "Transpose", "Unsqueeze"];
    if unit.is_group() || operator.quantized || !MOVED_THROUGH.contains(&operator.name) {
        return Ok(());
    }
    let node = &view.nodes[unit.target];
    // up and down through everything that Q and DQ move through
    let mut above = node.argument(0).and_then(|name| view.producer(name));
    while let Some(index) = above.filter(|&i| MOVED_THROUGH.contains(&&*view.nodes[i].op_type)) {
        above = view.nodes[index].argument(0).and_then(|name| view.producer(name));
    }
    let mut below = only(view.readers(unit.target));
    while let Some(index) = below.filter(|&i| MOVED_THROUGH.contains(&&*view.nodes[i].op_type)) {
        below = only(view.readers(index));
    }
    for (index, kind) in [(above, "DequantizeLinear"), (below, "QuantizeLinear")] {
        let touched = index.filter(|&index| view.nodes[index].op_type == kind);
        let detail =
            || format!("{kind} `{}` will be", touched.map_or(String::new(), |i| view.label(i)));
        require(touched.is_none(), Rule::Propagation, detail)?;
    }
    Ok(())
}

fn only(mut nodes: impl Iterator<Item = usize>) -> Option<usize> {
    nodes.next().filter(|_| nodes.next().is_none())
}

fn shapes(case: &Case<'_, '_>) -> Result<(), Violation> {
    for io in case.inputs.iter().flatten() {
        for name in io.names() {
            let shape = &case.view.value(name).shape;
            let detail = || format!("that of `{name}` is unknown or dynamic");
            require(shape.is_some(), Rule::Shape, detail)?;
        }
    }
    for io in case.inputs.iter().flatten().chain(&case.outputs) {
        let rank = io.value(case.view).shape.as_ref().map_or(0, Vec::len);
        let detail = || format!("`{}` has {rank}", io.name);
        require(rank <= MAX_RANK, Rule::Rank, detail)?;
    }
    Ok(())
}

fn external(case: &Case<'_, '_>) -> Result<(), Violation> {
    for name in case.inputs.iter().flatten().chain(&case.outputs).flat_map(Io::names) {
        let outside = case.view.initializer(name).is_some_and(kokoro_onnx::Tensor::is_external);
        require(!outside, Rule::ExternalData, || format!("those of `{name}` are not"))?;
    }
    Ok(())
}

/// Types of the data. Parameters of other types are for the rules of each operator.
fn element_types(case: &Case<'_, '_>) -> Result<(), Violation> {
    let Case { view, node, quantized, inputs, outputs } = case;
    let op_type = node.op_type.as_str();
    let alone = match op_type {
        "DequantizeLinear" => return quantization::check(view, case.input(0)?, Role::Activation),
        "QuantizeLinear" => {
            require_float(case, 0)?;
            return quantization::check(view, case.output()?, Role::Activation);
        }
        // data of 8 bits may pass through, see `partition`
        "Concat" | "MaxPool" | "Resize" | "Transpose" => Some(ElementType::Uint8),
        _ => None,
    };
    if !quantized {
        let both =
            matches!(op_type, "Pow" | "PRelu" | "Add" | "Sub" | "Mul" | "Div" | "Max" | "Min");
        let count = if both || op_type == "Concat" { inputs.len() } else { 1 };
        for index in 0..count {
            match alone {
                Some(alone) if case.element_type(index)? == Some(alone) => (),
                _ => require_float(case, index)?,
            }
        }
        return Ok(());
    }
    let weight = match op_type {
        "Conv" | "QLinearConv" => Some(Role::ConvWeight),
        "Gemm" | "MatMul" | "QLinearMatMul" => Some(Role::MatMulWeight),
        _ => None,
    };
    for (index, io) in inputs.iter().enumerate() {
        match (io, index, weight) {
            (Some(io), 0, _) => quantization::check(view, io, Role::Activation)?,
            (Some(io), 1, Some(role)) => quantization::check(view, io, role)?,
            (Some(io), 2, Some(_)) => {
                quantization::check_bias(view, [case.input(0)?, case.input(1)?, io])?;
            }
            (Some(io), _, _) if io.quantization.is_some() => {
                quantization::check(view, io, Role::Activation)?;
            }
            _ => (), // shapes and the like
        }
    }
    outputs.iter().try_for_each(|io| quantization::check(view, io, Role::Activation))
}

fn require_float(case: &Case<'_, '_>, index: usize) -> Result<(), Violation> {
    let found = case.element_type(index)?;
    let name = case.input(index)?.name;
    require(found == Some(ElementType::Float), Rule::ElementType, || match found {
        Some(found) => format!("`{name}` holds {found}"),
        None => format!("the type of `{name}` is not known"),
    })
}
