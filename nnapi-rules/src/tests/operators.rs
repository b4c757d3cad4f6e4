//! The list of operators against the one that ships with ONNX Runtime, and one node of each that is
//! taken.

use std::collections::BTreeSet;

use kokoro_onnx::{Attribute, ElementType};

use super::{builder::Builder, *};
use crate::operators::OPERATORS;

#[test]
fn the_list_is_the_one_that_ships() {
    let lines = include_str!("fixtures/nnapi_supported_ops.txt").lines();
    let shipped: BTreeSet<_> =
        lines.filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let domain = |domain: &'static str| if domain.is_empty() { "ai.onnx" } else { domain };
    let ours = OPERATORS.iter().map(|op| format!("{}:{}", domain(op.domain), op.name));
    assert_eq!(ours.collect::<BTreeSet<_>>(), shipped);
    assert_eq!(shipped.len(), OPERATORS.len());
}

#[test]
fn every_operator_of_onnx_has_a_form_that_is_taken() {
    let model = fixture!("operators.onnx");
    let newest = RulesOptions { api_level: 30, ..RulesOptions::default() };
    let report = verify(&model, &newest).unwrap();
    let refused: Vec<_> = report.rejected.iter().filter(|r| r.node.starts_with("taken/")).collect();
    assert!(refused.is_empty(), "{refused:#?}");
    let nodes = model.graph.unwrap().node;
    let taken: BTreeSet<_> =
        nodes.iter().filter(|n| n.name.starts_with("taken/")).map(|n| &*n.op_type).collect();
    let missing =
        |op: &&super::super::operators::Operator| op.domain.is_empty() && !taken.contains(op.name);
    let missing: Vec<_> = OPERATORS.iter().filter(missing).map(|op| op.name).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn operators_of_microsoft_are_taken() {
    let quantized = ["x", "a.s", "a.z"];
    let model = |op_type: &str, input: Vec<&str>, scale: f32, attribute| {
        let mut model = Builder::new()
            .typed_input("x", ElementType::Uint8, &[1, 2, 4, 6])
            .quantization("a", 0.1, 0u8)
            .quantization("y", scale, 0u8)
            .with(op_type, &input, "q", attribute)
            .dequantize("q", "y", "y")
            .build("y");
        model.graph.as_mut().unwrap().node[0].domain = "com.microsoft".into();
        model
    };
    let add = [&quantized[..], &quantized, &["y.s", "y.z"]].concat();
    assert_taken(&model("QLinearAdd", add.clone(), 0.5, vec![]));
    assert_refused(&model("QLinearMul", add, 0.5, vec![]), "QLinearMul", Rule::Operator);
    let unary = [&quantized[..], &["y.s", "y.z"]].concat();
    assert_taken(&model("QLinearSigmoid", unary.clone(), 1.0 / 256.0, vec![]));
    assert_refused(
        &model("QLinearSigmoid", unary.clone(), 0.1, vec![]),
        "QLinearSigmoid",
        Rule::OutputScale,
    );
    let window = || vec![Attribute::ints("kernel_shape", &[2, 2])];
    assert_taken(&model("QLinearAveragePool", unary.clone(), 0.1, window()));
    assert_refused(
        &model("QLinearAveragePool", unary, 0.2, window()),
        "QLinearAveragePool",
        Rule::OutputScale,
    );
}
