//! Types and shapes of a node's outputs from those of its inputs, for the operators that the
//! provider takes and a few that it does not, so that one refused node does not hide what follows
//! it.
//!
//! Shapes are those of the operators' definitions, <https://onnx.ai/onnx/operators/>. What cannot
//! be inferred is unknown: malformed nodes are for the rules to find.

use kokoro_onnx::{ElementType, Node};

use crate::args::Args;
use crate::shapes;
use crate::value::{Value, Values};

/// Types and shapes of the outputs, as far as they follow.
pub(super) fn outputs(values: &Values<'_>, node: &Node) -> Vec<Value> {
    let args = Args { values, node };
    if node.op_type == "Constant" {
        let tensor = node.attribute("value").and_then(|attribute| attribute.t.as_ref());
        return vec![tensor.map(Value::of_tensor).unwrap_or_default()];
    }
    let element_type = element_type(&args);
    match node.op_type.as_str() {
        "Split" => {
            let shapes = shapes::split(&args).unwrap_or_default();
            shapes.into_iter().map(|shape| Value::new(element_type, Some(shape))).collect()
        }
        op_type => vec![Value::new(element_type, shape(op_type, &args))],
    }
}

fn element_type(args: &Args<'_, '_>) -> Option<ElementType> {
    match args.node.op_type.as_str() {
        "DequantizeLinear" => args.element_type(1),
        "QuantizeLinear" => match args.node.argument(2) {
            Some(_) => args.element_type(2),
            None => match args.int("output_dtype", 0)? {
                0 => Some(ElementType::Uint8),
                other => ElementType::try_from(i32::try_from(other).ok()?).ok(),
            },
        },
        "Cast" => ElementType::try_from(i32::try_from(args.int("to", 0)?).ok()?).ok(),
        // for the QLinear operators, too: their output has the type of their input
        _ => args.element_type(0),
    }
}

fn shape(op_type: &str, args: &Args<'_, '_>) -> Option<Vec<i64>> {
    match op_type {
        "Abs"
        | "Atan"
        | "BatchNormalization"
        | "Cast"
        | "Ceil"
        | "Clip"
        | "Cos"
        | "DequantizeLinear"
        | "Elu"
        | "Erf"
        | "Exp"
        | "Floor"
        | "Gelu"
        | "HardSigmoid"
        | "HardSwish"
        | "Identity"
        | "InstanceNormalization"
        | "LRN"
        | "LayerNormalization"
        | "LeakyRelu"
        | "Log"
        | "Neg"
        | "QLinearSigmoid"
        | "QuantizeLinear"
        | "Relu"
        | "Round"
        | "Sigmoid"
        | "Sign"
        | "Sin"
        | "Softmax"
        | "Softplus"
        | "Sqrt"
        | "Tanh"
        | "PRelu" => args.shape(0).map(<[i64]>::to_vec),
        "Add" | "Div" | "Mul" | "Pow" | "Sub" | "Max" | "Min" => {
            args.all_shapes()?.into_iter().try_fold(vec![], |shape, other| broadcast(&shape, other))
        }
        "QLinearAdd" | "QLinearMul" => broadcast(args.shape(0)?, args.shape(3)?),
        "AveragePool" | "MaxPool" | "QLinearAveragePool" => {
            shapes::pool(args, &args.list("kernel_shape")??)
        }
        "Concat" => shapes::concat(args),
        "Conv" => shapes::conv(args, 1),
        "ConvTranspose" => shapes::conv_transpose(args),
        "DepthToSpace" => shapes::depth_to_space(args),
        "Flatten" => shapes::flatten(args),
        "Gather" => shapes::gather(args),
        "Gemm" => shapes::gemm(args),
        "GlobalAveragePool" | "GlobalMaxPool" => {
            let mut shape = args.shape(0)?.to_vec();
            shape.iter_mut().skip(2).for_each(|size| *size = 1);
            Some(shape)
        }
        "MatMul" => matmul(args.shape(0)?, args.shape(1)?),
        "Pad" => shapes::pad(args),
        "QLinearConv" => shapes::conv(args, 3),
        "QLinearMatMul" => matmul(args.shape(0)?, args.shape(3)?),
        "ReduceMax" | "ReduceMean" | "ReduceMin" | "ReduceSum" => shapes::reduce(args),
        "Reshape" => shapes::reshape(args),
        "Resize" => shapes::resize(args),
        "Slice" => shapes::slice(args),
        "Squeeze" => shapes::squeeze(args),
        "Transpose" => shapes::transpose(args),
        "Unsqueeze" => shapes::unsqueeze(args),
        _ => None,
    }
}

/// The shape that both shapes stretch to, aligned at their last axes.
fn broadcast(a: &[i64], b: &[i64]) -> Option<Vec<i64>> {
    let (long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    let mut shape = long.to_vec();
    let offset = long.len() - short.len();
    for (size, &other) in shape[offset..].iter_mut().zip(short) {
        *size = match (*size, other) {
            (size, other) if size == other => size,
            (1, other) => other,
            (size, 1) => size,
            _ => return None,
        };
    }
    Some(shape)
}

fn matmul(a: &[i64], b: &[i64]) -> Option<Vec<i64>> {
    let (&[.., rows, inner], &[.., other, columns]) = (a, b) else {
        return None; // vectors, which the provider does not take
    };
    let mut shape = broadcast(&a[..a.len() - 2], &b[..b.len() - 2])?;
    shape.extend([rows, columns]);
    (inner == other).then_some(shape)
}
