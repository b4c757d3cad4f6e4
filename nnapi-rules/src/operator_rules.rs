//! The rules of single operators. Each function returns the API level that the form of the node
//! needs.

mod arithmetic;
mod checks;
mod data_movement;

use kokoro_onnx::ElementType;

use self::checks::{Level, attribute, constants, not_empty, rank};
use crate::case::Case;
use crate::quantization;
use crate::rule::{Rule, require};

/// The rules of a unit's operator; 0 if it needs no more than the operator itself.
pub(super) fn check(case: &Case<'_, '_>) -> Level {
    match case.node.op_type.as_str() {
        "AveragePool" | "MaxPool" | "QLinearAveragePool" => arithmetic::pool(case),
        "GlobalAveragePool" | "GlobalMaxPool" => rank(case, 4..=4),
        "BatchNormalization" => arithmetic::batch_normalization(case),
        "Cast" => cast(case),
        "Clip" => clip(case),
        "Concat" => data_movement::concat(case),
        "Conv" | "QLinearConv" => arithmetic::conv(case),
        "DepthToSpace" => {
            rank(case, 4..=4)?;
            attribute(case, "mode", "DCR", &["DCR"])
        }
        "Gather" => data_movement::gather(case),
        "Gemm" => arithmetic::gemm(case),
        "LeakyRelu" | "Sigmoid" | "Transpose" => rank(case, 1..=4),
        "MatMul" | "QLinearMatMul" => arithmetic::matmul(case),
        "Max" | "Min" => {
            let count = case.inputs.len();
            require(count == 2, Rule::TwoInputs, || format!("it has {count}")).map(|()| 0)
        }
        "Pad" => data_movement::pad(case),
        "QLinearSigmoid" => {
            quantization::check_output(case.view, case.output()?, 1.0 / 256.0, 0).map(|()| 0)
        }
        "ReduceMean" => arithmetic::reduce_mean(case),
        "Reshape" => data_movement::reshape(case),
        "Resize" => data_movement::resize(case),
        "Slice" => {
            not_empty(case)?;
            constants(case, 1..=4)
        }
        "Softmax" => arithmetic::softmax(case),
        "Split" => data_movement::split(case),
        "Squeeze" | "Unsqueeze" => constants(case, 1..=1),
        _ => Ok(0),
    }
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
