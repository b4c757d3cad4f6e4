//! Whether the provider takes a unit: what holds for all operators, and which further rules an operator has.
//!
//! Follows `BaseOpBuilder` and the builders under `nnapi_builtin/builders/impl`; the order of checks is ours.

use kokoro_onnx::{ElementType, Node};

use super::{
    Options, Rule, Violation,
    graph::View,
    limits,
    operators::{self, Operator},
    quantized::{self, Io, Role},
    rule::require,
    units::Unit,
};

/// Most dimensions of an NNAPI tensor.
const MAX_RANK: usize = 4;

/// What the rules of one operator look at.
pub(super) struct Case<'v, 'a> {
    pub view: &'v View<'a>,
    pub node: &'v Node,
    /// Whether it is a group, or an operator on quantised data.
    pub quantized: bool,
    pub inputs: Vec<Option<Io<'v>>>,
    pub outputs: Vec<Io<'v>>,
}

impl<'v> Case<'v, '_> {
    /// An argument that the operator requires.
    pub fn input(&self, index: usize) -> Result<&Io<'v>, Violation> {
        let detail = || Violation::new(Rule::Malformed, format!("argument {index} is missing"));
        self.inputs.get(index).and_then(Option::as_ref).ok_or_else(detail)
    }

    /// The first result.
    pub fn output(&self) -> Result<&Io<'v>, Violation> {
        let detail = || Violation::new(Rule::Malformed, "there is no result");
        self.outputs.first().ok_or_else(detail)
    }

    /// Shape of an argument, which is fixed when the rules of operators are asked.
    pub fn shape(&self, index: usize) -> Result<&'v [i64], Violation> {
        Ok(self.input(index)?.value(self.view).shape.as_deref().unwrap_or_default())
    }

    /// Shape of the first result; empty if it is not known.
    pub fn output_shape(&self) -> Result<&'v [i64], Violation> {
        Ok(self.output()?.value(self.view).shape.as_deref().unwrap_or_default())
    }

    pub fn element_type(&self, index: usize) -> Result<Option<ElementType>, Violation> {
        Ok(self.input(index)?.value(self.view).element_type)
    }

    /// The argument, if it is there, must be a constant.
    pub fn require_constant(&self, index: usize) -> Result<(), Violation> {
        let Some(Some(io)) = self.inputs.get(index) else { return Ok(()) };
        let detail = || format!("argument {index}, `{}`, is none", io.name);
        require(self.view.constant(io.name).is_some(), Rule::Constant, detail)
    }
}

/// The Android API level that the unit needs, or why it is not taken.
pub(super) fn check(view: &View<'_>, unit: &Unit, options: &Options) -> Result<u32, Violation> {
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
    let (inputs, outputs) = (quantized::inputs(view, unit)?, quantized::outputs(view, unit)?);
    let case = Case { view, node, quantized, inputs, outputs };
    shapes(&case)?;
    external(&case)?;
    element_types(&case)?;
    let needed = limits::check(&case)?.max(operator.api_level);
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

/// `QDQPropagationTransformer` copies Q and DQ through operators that only move data. Of those, the provider has no
/// quantised form of Slice, Squeeze, Unsqueeze and MaxPool.
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
        "DequantizeLinear" => return quantized::check(view, case.input(0)?, Role::Activation),
        "QuantizeLinear" => {
            require_float(case, 0)?;
            return quantized::check(view, case.output()?, Role::Activation);
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
            (Some(io), 0, _) => quantized::check(view, io, Role::Activation)?,
            (Some(io), 1, Some(role)) => quantized::check(view, io, role)?,
            (Some(io), 2, Some(_)) => {
                quantized::check_bias(view, [case.input(0)?, case.input(1)?, io])?;
            }
            (Some(io), _, _) if io.quantization.is_some() => {
                quantized::check(view, io, Role::Activation)?;
            }
            _ => (), // shapes and the like
        }
    }
    outputs.iter().try_for_each(|io| quantized::check(view, io, Role::Activation))
}

fn require_float(case: &Case<'_, '_>, index: usize) -> Result<(), Violation> {
    let found = case.element_type(index)?;
    let name = case.input(index)?.name;
    require(found == Some(ElementType::Float), Rule::ElementType, || match found {
        Some(found) => format!("`{name}` holds {found}"),
        None => format!("the type of `{name}` is not known"),
    })
}
