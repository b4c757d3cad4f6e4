//! The rules of single operators. Each function returns the API level that the form of the node needs.

mod arithmetic;
mod moving;

use kokoro_onnx::ElementType;

use super::{Rule, Violation, quantized, rule::require, rules::Case};

type Level = Result<u32, Violation>;

/// The rules of a unit's operator; 0 if it needs no more than the operator itself.
pub(super) fn check(case: &Case<'_, '_>) -> Level {
    match case.node.op_type.as_str() {
        "AveragePool" | "MaxPool" | "QLinearAveragePool" => arithmetic::pool(case),
        "GlobalAveragePool" | "GlobalMaxPool" => rank(case, 4..=4),
        "BatchNormalization" => arithmetic::batch_normalization(case),
        "Cast" => cast(case),
        "Clip" => clip(case),
        "Concat" => moving::concat(case),
        "Conv" | "QLinearConv" => arithmetic::conv(case),
        "DepthToSpace" => {
            rank(case, 4..=4)?;
            attribute(case, "mode", "DCR", &["DCR"])
        }
        "Gather" => moving::gather(case),
        "Gemm" => arithmetic::gemm(case),
        "LeakyRelu" | "Sigmoid" | "Transpose" => rank(case, 1..=4),
        "MatMul" | "QLinearMatMul" => arithmetic::matmul(case),
        "Max" | "Min" => {
            let count = case.inputs.len();
            require(count == 2, Rule::TwoInputs, || format!("it has {count}")).map(|()| 0)
        }
        "Pad" => moving::pad(case),
        "QLinearSigmoid" => {
            quantized::check_output(case.view, case.output()?, 1.0 / 256.0, 0).map(|()| 0)
        }
        "ReduceMean" => arithmetic::reduce_mean(case),
        "Reshape" => moving::reshape(case),
        "Resize" => moving::resize(case),
        "Slice" => {
            not_empty(case)?;
            constants(case, 1..=4)
        }
        "Softmax" => arithmetic::softmax(case),
        "Split" => moving::split(case),
        "Squeeze" | "Unsqueeze" => constants(case, 1..=1),
        _ => Ok(0),
    }
}

fn rank(case: &Case<'_, '_>, allowed: std::ops::RangeInclusive<usize>) -> Level {
    let rank = case.shape(0)?.len();
    let name = case.input(0)?.name;
    let detail = || format!("`{name}` has {rank}, expected {allowed:?}");
    require(allowed.contains(&rank), Rule::Rank, detail).map(|()| 0)
}

fn constants(case: &Case<'_, '_>, indices: std::ops::RangeInclusive<usize>) -> Level {
    indices.into_iter().try_for_each(|index| case.require_constant(index)).map(|()| 0)
}

fn not_empty(case: &Case<'_, '_>) -> Level {
    let shape = case.shape(0)?;
    require(!shape.contains(&0), Rule::Parameter, || format!("the input has the shape {shape:?}"))?;
    Ok(0)
}

fn attribute(case: &Case<'_, '_>, name: &str, default: &str, allowed: &[&str]) -> Level {
    let found = case.node.str_or(name, default)?;
    let detail = || format!("`{name}` is `{found}`, expected one of {allowed:?}");
    require(allowed.contains(&found), Rule::Parameter, detail).map(|()| 0)
}

fn flag(case: &Case<'_, '_>, name: &str, default: i64, expected: i64) -> Level {
    let found = case.node.int_or(name, default)?;
    let detail = || format!("`{name}` is {found}, expected {expected}");
    require(found == expected, Rule::Parameter, detail).map(|()| 0)
}

fn cast(case: &Case<'_, '_>) -> Level {
    let to = case.node.int_or("to", 0)?;
    let known = [ElementType::Float, ElementType::Int32].iter().any(|&t| t as i64 == to);
    require(known, Rule::Parameter, || format!("`to` is {to}, expected 1 or 6")).map(|()| 0)
}

fn clip(case: &Case<'_, '_>) -> Level {
    constants(case, 1..=2)?;
    let bound = |index| match case.node.argument(index) {
        None => Ok(None),
        Some(name) => {
            case.view.constant(name).map_or(Ok(vec![]), |t| t.f32s()).map(|v| v.first().copied())
        }
    };
    let range = (bound(1)?, bound(2)?);
    let known = [(Some(0.0), Some(6.0)), (Some(-1.0), Some(1.0))].contains(&range);
    require(known, Rule::Parameter, || {
        format!("the range is {range:?}, expected 0 to 6 or -1 to 1")
    })?;
    Ok(0)
}
