//! One graph for each rule on quantised data, each a step away from one that is taken.

use kokoro_onnx::{Attribute, ElementType, Model, Tensor};

use super::{
    builder::{Builder, Conv, SCALE},
    *,
};
use crate::Consequence;

/// `x` -> Q -> DQ -> operator -> Q -> DQ -> Tanh.
fn between(op_type: &str, attributes: Vec<Attribute>) -> Model {
    Builder::new()
        .input("x", &[1, 4, 2, 6])
        .quantization("a", SCALE, 128u8)
        .quantize("x", "a", "xq")
        .dequantize("xq", "a", "xd")
        .with(op_type, &["xd"], "o", attributes)
        .quantize("o", "a", "oq")
        .dequantize("oq", "a", "od")
        .op("Tanh", &["od"], "y")
        .build("y")
}

#[test]
fn operators_alone_between_dequantize_and_quantize() {
    for op_type in
        ["LeakyRelu", "Sin", "Exp", "Sqrt", "Tanh", "Sigmoid", "ReduceMean", "Neg", "Abs"]
    {
        let model = between(op_type, vec![]);
        assert_refused(&model, op_type, Rule::QuantizedGroup);
        assert_eq!(judge(&model).rejected[0].nodes, 3);
    }
    for op_type in ["Transpose", "AveragePool"] {
        assert_taken(&between(op_type, vec![Attribute::ints("kernel_shape", &[1, 1])]));
    }
    let detail = &judge(&between("LeakyRelu", vec![])).rejected[0].to_string();
    assert_eq!(
        detail,
        "LeakyRelu `o` (3 nodes, runs on the CPU): an operator without quantised form must not \
         stand alone between DequantizeLinear and QuantizeLinear; it stands between `xd` and `oq`"
    );
}

#[test]
fn two_operators_between_dequantize_and_quantize_are_no_group() {
    let mut model = between("LeakyRelu", vec![]);
    let nodes = &mut model.graph.as_mut().unwrap().node;
    nodes.insert(3, kokoro_onnx::Node::new("Tanh", &["o"], &["o2"]).named("o2"));
    nodes[4].input[0] = "o2".into();
    assert_taken(&model);
    assert_eq!(judge(&model).qdq_units, 0);
}

#[test]
fn a_superfluous_relu_belongs_to_the_group() {
    let clipped = |zero: u8| {
        let mut model = Conv::new().build(zero);
        let nodes = &mut model.graph.as_mut().unwrap().node;
        nodes.insert(5, kokoro_onnx::Node::new("Relu", &["c"], &["r"]).named("r"));
        nodes[6].input[0] = "r".into();
        model
    };
    let report = judge(&clipped(0));
    assert!(report.is_whole(), "{report}");
    assert_eq!((report.nodes, report.qdq_units), (8, 1));
    // with another zero point the Relu is not superfluous, so there is no group, and the weights of
    // the convolution, results of a DequantizeLinear, are no constants
    let report = judge(&clipped(128));
    assert!(rejections(&report).contains(&("Conv", Rule::Constant)), "{report}");
}

#[test]
fn quantised_data_of_a_convolution() {
    // activations that are signed or of 16 bits are refused, and so are the nodes beside the group
    for model in [Conv::new().build(0i8), Conv::new().build(0u16), Conv::new().build(0i16)] {
        let report = judge(&model);
        assert_eq!(
            rejections(&report),
            [
                ("QuantizeLinear", Rule::Activation),
                ("Conv", Rule::Activation),
                ("DequantizeLinear", Rule::Activation)
            ]
        );
    }

    let mut model = Conv::new().build(128u8);
    let graph = model.graph.as_mut().unwrap();
    for tensor in &mut graph.initializer {
        match tensor.name.as_str() {
            "a.s" => *tensor = Tensor::from_f32("a.s", &[2], &[SCALE; 2]).unwrap(),
            "a.z" => *tensor = Tensor::from_u8("a.z", &[2], &[128; 2]).unwrap(),
            _ => (),
        }
    }
    let report = judge(&model);
    assert!(rejections(&report).contains(&("Conv", Rule::PerChannelActivation)), "{report}");

    assert_refused(&Conv { weight_axis: 1, ..Conv::new() }.build(128u8), "Conv", Rule::WeightAxis);
    let weight_zero = Tensor::from_i8("w.z", &[3], &[0, 1, 0]).unwrap();
    assert_refused(
        &Conv { weight_zero, ..Conv::new() }.build(128u8),
        "Conv",
        Rule::WeightZeroPoint,
    );
    let weight = Tensor::from_u8("w", &[3, 2, 1, 3], &[1; 18]).unwrap();
    let weight_zero = Tensor::from_u8("w.z", &[3], &[0; 3]).unwrap();
    assert_refused(
        &Conv { weight, weight_zero, ..Conv::new() }.build(128u8),
        "Conv",
        Rule::PerChannelWeight,
    );
    let scales = Conv { weight_scale: vec![0.01; 2], ..Conv::new() };
    let weight_zero = Tensor::from_i8("w.z", &[2], &[0; 2]).unwrap();
    assert_refused(&Conv { weight_zero, ..scales }.build(128u8), "Conv", Rule::ScaleCount);
}

#[test]
fn one_scale_for_all_weights_is_taken() {
    let weight_zero = Tensor::from_i8("w.z", &[1], &[0]).unwrap();
    let bias_scale = vec![SCALE * 0.02];
    assert_taken(
        &Conv { weight_scale: vec![0.02], bias_scale, weight_zero, ..Conv::new() }.build(128u8),
    );
}

#[test]
fn biases() {
    let mut bias_scale = Conv::new().bias_scale;
    bias_scale[1] = f32::from_bits(bias_scale[1].to_bits() + 1);
    let off = Conv { bias_scale, ..Conv::new() }.build(128u8);
    assert_refused(&off, "Conv", Rule::BiasScale);
    assert_eq!(Rule::BiasScale.consequence(), Consequence::WrongResult);
    assert_refused(&Conv { bias_zero: 1, ..Conv::new() }.build(128u8), "Conv", Rule::BiasZeroPoint);
}

#[test]
fn a_convolution_whose_bias_is_a_float_is_no_group() {
    let mut model = Conv::new().build(128u8);
    let graph = model.graph.as_mut().unwrap();
    graph.initializer.push(Tensor::from_f32("float", &[3], &[0.5; 3]).unwrap());
    graph.node.retain(|node| node.name != "bd");
    graph
        .node
        .iter_mut()
        .filter(|node| node.op_type == "Conv")
        .for_each(|conv| conv.input[2] = "float".into());
    let report = judge(&model);
    assert_eq!(report.qdq_units, 0);
    // without a group, the weights are the result of a DequantizeLinear and so no constant; and
    // that node is refused, because what it reads is 8-bit with sign, which no activation is
    assert_eq!(
        rejections(&report),
        [("DequantizeLinear", Rule::Activation), ("Conv", Rule::Constant)]
    );
}

/// `a` [3,5] times a weight of 8 bits, and what follows the product `g`.
fn gemm(scales: &[f32], follow: impl FnOnce(Builder) -> Model) -> Model {
    let count = scales.len() as i64;
    let axis = vec![Attribute::int("axis", 0)];
    let builder = Builder::new()
        .typed_input("xq", ElementType::Uint8, &[3, 5])
        .quantization("a", SCALE, 128u8)
        .constant("w", &[5, 7], &[1i8; 35])
        .constant("w.s", &[count], scales)
        .constant("w.z", &[count], &vec![0i8; scales.len()])
        .dequantize("xq", "a", "xd")
        .with("DequantizeLinear", &["w", "w.s", "w.z"], "wd", axis)
        .op("Gemm", &["xd", "wd"], "g");
    follow(builder)
}

#[test]
fn matrices_of_8_bits() {
    let quantized = |builder: Builder| builder.quantize("g", "a", "y").build("y");
    assert_taken(&gemm(&[0.1], quantized));
    assert_refused(&gemm(&[0.1; 5], quantized), "Gemm", Rule::PerChannelWeight);
    let open = gemm(&[0.1], |builder| builder.op("Tanh", &["g"], "y").build("y"));
    assert_refused(&open, "Gemm", Rule::OutputNotQuantized);
    assert_eq!(Rule::OutputNotQuantized.consequence(), Consequence::SessionFails);
}

#[test]
fn results_whose_scale_is_fixed() {
    let softmax = |scale: f32| {
        Builder::new()
            .typed_input("xq", ElementType::Uint8, &[3, 5])
            .quantization("a", SCALE, 128u8)
            .quantization("p", scale, 0u8)
            .dequantize("xq", "a", "xd")
            .with("Softmax", &["xd"], "s", vec![Attribute::int("axis", -1)])
            .quantize("s", "p", "y")
            .build("y")
    };
    assert_taken(&softmax(1.0 / 256.0));
    assert_refused(&softmax(1.0 / 255.0), "Softmax", Rule::OutputScale);
}

#[test]
fn a_bias_of_another_type() {
    let conv = |builder: Builder| {
        let input = ["xq", "a.s", "a.z", "w", "a.s", "a.z", "a.s", "a.z", "b"];
        builder
            .typed_input("xq", ElementType::Uint8, &[1, 2, 1, 8])
            .quantization("a", SCALE, 128u8)
            .constant("w", &[3, 2, 1, 3], &[1u8; 18])
            .op("QLinearConv", &input, "y")
            .build("y")
    };
    assert_taken(&conv(Builder::new().constant("b", &[3], &[7i32; 3])));
    let wide = conv(Builder::new().constant("b", &[3], &[7i64; 3]));
    assert_refused(&wide, "QLinearConv", Rule::BiasType);
}
