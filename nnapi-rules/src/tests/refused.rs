//! One graph for each rule on files, floats and parameters, each a step away from one that is
//! taken.

use kokoro_onnx::{
    Attribute, DataLocation, Dimension, ElementType, Model, Shape, Tensor, ValueInfo,
};

use super::{
    builder::{Builder, Conv},
    *,
};
use crate::Consequence;

/// Relu, so that no subgraph is trivial, and one operator on its result `r`.
fn one(builder: Builder, op_type: &str, input: &[&str], attributes: Vec<Attribute>) -> Model {
    let shape = [1, 4, 2, 6];
    builder
        .input("x", &shape)
        .op("Relu", &["x"], "r")
        .with(op_type, input, "y", attributes)
        .build("y")
}

#[test]
fn the_graphs_that_the_others_differ_from_are_taken() {
    let model = Conv::new().build(128u8);
    assert_taken(&model);
    assert_eq!((judge(&model).qdq_units, judge(&model).min_api_level), (1, 29));
    assert_taken(&one(Builder::new(), "Tanh", &["r"], vec![]));
}

#[test]
fn formats_and_versions() {
    let mut model = one(Builder::new(), "Tanh", &["r"], vec![]);
    model.ir_version = 10;
    let report = judge(&model);
    assert_eq!((report.taken, report.partitions), (0, 0));
    assert_eq!(rejections(&report), [("", Rule::FileVersion)]);
    assert_eq!(
        report.rejected[0].to_string(),
        "the model (2 nodes, no session can be made): the file format must be one that installed \
         libraries read; it is of version 10, at most 9"
    );
    let old = one(Builder::new().opset(12), "Tanh", &["r"], vec![]);
    assert_eq!(rejections(&judge(&old)), [("", Rule::OperatorSetTooOld)]);

    // QuantizeLinear and DequantizeLinear are new in opset 21, Conv is not; in opset 22 it is
    let mut model = Conv::new().build(128u8);
    model.opset_import[0].version = 21;
    let report = judge(&model);
    assert!(report.rejected.iter().all(|r| r.rule == Rule::OperatorVersion && r.op_type != "Conv"));
    assert_eq!(report.rejected.len(), 2);
    model.opset_import[0].version = 22;
    assert_eq!(judge(&model).taken, 0);
}

#[test]
fn operators_outside_the_list() {
    assert_refused(&one(Builder::new(), "Cos", &["r"], vec![]), "Cos", Rule::Operator);
    let mut model = one(Builder::new(), "Tanh", &["r"], vec![]);
    model.graph.as_mut().unwrap().node[1].domain = "com.microsoft".into();
    assert_refused(&model, "Tanh", Rule::Operator);
}

#[test]
fn operations_that_came_later() {
    let elu = one(Builder::new(), "Elu", &["r"], vec![]);
    assert_refused(&elu, "Elu", Rule::ApiLevel);
    let newer = RulesOptions { api_level: 30, ..RulesOptions::default() };
    assert_eq!(verify(&elu, &newer).unwrap().min_api_level, 30);
}

#[test]
fn shapes() {
    let mut model = one(Builder::new(), "Tanh", &["r"], vec![]);
    let graph = model.graph.as_mut().unwrap();
    let dim = vec![Dimension::fixed(1), Dimension::named("n")];
    graph.input[0] = ValueInfo::of_shape("x", ElementType::Float, Shape { dim });
    let report = judge(&model);
    assert_eq!(rejections(&report), [("Relu", Rule::Shape), ("Tanh", Rule::Shape)]);

    let deep = Builder::new().input("z", &[1, 2, 3, 4, 5]).op("Tanh", &["z"], "t");
    assert_refused(&deep.op("Tanh", &["x"], "u").input("x", &[4]).build("u"), "Tanh", Rule::Rank);
    let unsqueezed = Builder::new().constant("axes", &[1], &[0i64]);
    assert_refused(&one(unsqueezed, "Unsqueeze", &["r", "axes"], vec![]), "Unsqueeze", Rule::Rank);
    let scalar = Builder::new().input("s", &[]).op("Transpose", &["s"], "t");
    assert_refused(&one(scalar, "Tanh", &["r"], vec![]), "Transpose", Rule::Rank);
}

#[test]
fn constants() {
    let with = |tensor: Tensor| {
        let mut model = one(Builder::new(), "Add", &["r", "c"], vec![]);
        model.graph.as_mut().unwrap().initializer.push(tensor);
        model
    };
    let inside = Tensor::from_f32("c", &[6], &[0.0; 6]).unwrap();
    assert_taken(&with(inside.clone()));
    let data_location = DataLocation::External as i32;
    let outside = Tensor { data_location, raw_data: vec![].into(), ..inside };
    assert_refused(&with(outside), "Add", Rule::ExternalData);

    // weights that a caller may replace are no constants
    let conv = Builder::new().constant("w", &[3, 4, 1, 3], &[0.5f32; 36]);
    let mut model = one(conv, "Conv", &["r", "w"], vec![]);
    assert_taken(&model);
    let weight = ValueInfo::tensor("w", ElementType::Float, &[3, 4, 1, 3]);
    model.graph.as_mut().unwrap().input.push(weight);
    assert_refused(&model, "Conv", Rule::Constant);
    let axes = Builder::new().typed_input("axes", ElementType::Int64, &[1]);
    assert_refused(&one(axes, "Unsqueeze", &["r", "axes"], vec![]), "Unsqueeze", Rule::Constant);
}

#[test]
fn element_types() {
    let half = Builder::new().typed_input("h", ElementType::Float16, &[6]).op("Tanh", &["h"], "t");
    assert_refused(&one(half, "Tanh", &["r"], vec![]), "Tanh", Rule::ElementType);
    let long = Builder::new().typed_input("l", ElementType::Int64, &[6]);
    let cast = long.with("Cast", &["l"], "f", vec![Attribute::int("to", 1)]);
    assert_refused(&one(cast, "Tanh", &["r"], vec![]), "Cast", Rule::ElementType);
}

#[test]
fn parameters() {
    let text = |name, value| vec![Attribute::string(name, value)];
    let pads = |width| Builder::new().constant("p", &[8], &[0i64, 0, 0, width, 0, 0, 0, 0]);
    assert_taken(&one(pads(1), "Pad", &["r", "p"], vec![]));
    let clip = |high| Builder::new().constant("lo", &[], &[0f32]).constant("hi", &[], &[high]);
    assert_taken(&one(clip(6f32), "Clip", &["r", "lo", "hi"], vec![]));
    let window = || Attribute::ints("kernel_shape", &[1, 3]);
    let shape = |dims: &[i64]| Builder::new().constant("shape", &[dims.len() as i64], dims);
    let cases = [
        one(pads(1), "Pad", &["r", "p"], text("mode", "reflect")),
        one(pads(-1), "Pad", &["r", "p"], vec![]),
        one(clip(5.0), "Clip", &["r", "lo", "hi"], vec![]),
        one(Builder::new(), "Clip", &["r"], vec![]),
        one(Builder::new(), "Cast", &["r"], vec![Attribute::int("to", 10)]),
        one(
            Builder::new(),
            "DepthToSpace",
            &["r"],
            [text("mode", "CRD"), vec![Attribute::int("blocksize", 2)]].concat(),
        ),
        one(Builder::new(), "MaxPool", &["r"], vec![window(), Attribute::int("ceil_mode", 1)]),
        one(
            Builder::new(),
            "AveragePool",
            &["r"],
            vec![window(), Attribute::int("count_include_pad", 1)],
        ),
        one(Builder::new(), "Softmax", &["r"], vec![]),
        one(shape(&[0, 4, 12]), "Reshape", &["r", "shape"], vec![Attribute::int("allowzero", 1)]),
        one(
            Builder::new().opset(18),
            "ReduceMean",
            &["r"],
            vec![Attribute::int("noop_with_empty_axes", 1)],
        ),
    ];
    for model in cases {
        let op_type = model.graph.as_ref().unwrap().node[1].op_type.clone();
        assert_refused(&model, &op_type, Rule::Parameter);
    }
    let wrong = one(Builder::new(), "LeakyRelu", &["r"], vec![]);
    assert_taken(&wrong);
    assert_refused(
        &one(pads(1), "Pad", &["r", "p"], vec![Attribute::int("mode", 0)]),
        "Pad",
        Rule::Malformed,
    );
}

#[test]
fn convolutions_in_floats() {
    let weight = |dims: &[i64]| {
        let count = usize::try_from(dims.iter().product::<i64>()).unwrap();
        Builder::new().constant("w", dims, &vec![0.5f32; count])
    };
    let grouped = |group, dilation| {
        vec![Attribute::int("group", group), Attribute::ints("dilations", &[1, dilation])]
    };
    assert_taken(&one(weight(&[4, 1, 1, 2]), "Conv", &["r", "w"], grouped(4, 2)));
    assert_taken(&one(weight(&[4, 2, 1, 2]), "Conv", &["r", "w"], grouped(2, 1)));
    assert_refused(
        &one(weight(&[4, 2, 1, 2]), "Conv", &["r", "w"], grouped(2, 2)),
        "Conv",
        Rule::GroupedDilation,
    );
    let flat = weight(&[3, 4, 3]).input("z", &[1, 4, 6]).op("Conv", &["z", "w"], "c");
    assert_refused(&one(flat, "Tanh", &["r"], vec![]), "Conv", Rule::Conv2d);
}

#[test]
fn counts_of_arguments() {
    assert_taken(&one(Builder::new(), "Max", &["r", "x"], vec![]));
    assert_refused(&one(Builder::new(), "Max", &["r", "x", "r"], vec![]), "Max", Rule::TwoInputs);
}

#[test]
fn splits() {
    let split = |opset, sizes: Option<[i64; 2]>, attributes: Vec<Attribute>| {
        let mut builder = Builder::new().opset(opset);
        let mut input = vec!["r"];
        if let Some(sizes) = sizes {
            builder = builder.constant("sizes", &[2], &sizes);
            input.push("sizes");
        }
        let mut model = one(builder, "Split", &input, attributes);
        model.graph.as_mut().unwrap().node[1].output.push("y2".into());
        model
    };
    let axis = || Attribute::int("axis", 3);
    let parts = || Attribute::int("num_outputs", 2);
    assert_taken(&split(17, Some([3, 3]), vec![axis()]));
    assert_taken(&split(18, None, vec![axis(), parts()]));
    assert_refused(&split(17, Some([2, 4]), vec![axis()]), "Split", Rule::UnevenSplit);
    assert_refused(&split(18, Some([3, 3]), vec![axis()]), "Split", Rule::SplitCount);
    assert_eq!(Rule::SplitCount.consequence(), Consequence::SessionFails);
}

#[test]
fn resizing_one_axis() {
    let scales = |h: f32, w: f32| Builder::new().constant("s", &[4], &[1.0, 1.0, h, w]);
    let resize = |builder| {
        let modes = vec![
            Attribute::string("coordinate_transformation_mode", "asymmetric"),
            Attribute::string("nearest_mode", "floor"),
        ];
        one(builder, "Resize", &["r", "", "s"], modes)
    };
    assert_taken(&resize(scales(2.0, 2.0)));
    assert_refused(&resize(scales(1.0, 2.0)), "Resize", Rule::ResizeLayout);
    assert_refused(
        &one(scales(2.0, 2.0), "Resize", &["r", "", "s"], vec![]),
        "Resize",
        Rule::Parameter,
    );
}

#[test]
fn matrices() {
    let model = |rows: i64, attributes| {
        let builder = Builder::new().input("a", &[3, 5]).constant("b", &[5, 7], &[0.5f32; 35]);
        let bias = vec![0.5f32; usize::try_from(rows * 7).unwrap()];
        let builder = builder.constant("c", &[rows, 7], &bias);
        one(builder.with("Gemm", &["a", "b", "c"], "g", attributes), "Tanh", &["r"], vec![])
    };
    assert_taken(&model(1, vec![]));
    assert_refused(&model(3, vec![]), "Gemm", Rule::Parameter);
    assert_refused(&model(1, vec![Attribute::float("alpha", 0.5)]), "Gemm", Rule::Parameter);
    let batch =
        Builder::new().input("a", &[2, 3, 5]).input("b", &[5, 7]).op("MatMul", &["a", "b"], "m");
    assert_refused(&one(batch, "Tanh", &["r"], vec![]), "MatMul", Rule::Rank);
}
