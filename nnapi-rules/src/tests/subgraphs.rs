//! How the units that are taken join. `?` in the drawings is a node that is not taken.

use kokoro_onnx::{ElementType, Model};

use super::{builder::Builder, *};
use crate::Error;

/// x -> a -> ? -> b
#[test]
fn a_node_that_is_not_taken_cuts_a_chain_in_two() {
    let model = Builder::new()
        .input("x", &[4])
        .op("Relu", &["x"], "a")
        .op("Erf", &["a"], "c")
        .op("Relu", &["c"], "b")
        .build("b");
    let report = judge(&model);
    assert_eq!((report.taken, report.partitions), (2, 2));
    assert_eq!(rejections(&report), [("Erf", Rule::Operator)]);
}

/// x -> ? -> b, and a beside it: everything that is taken can run after what is not.
#[test]
fn a_node_that_is_not_taken_before_all_others_cuts_nothing() {
    let model = Builder::new()
        .input("x", &[4])
        .op("Erf", &["x"], "c")
        .op("Relu", &["x"], "a")
        .op("Add", &["c", "a"], "b")
        .build("b");
    assert_eq!(judge(&model).partitions, 1);
}

/// x -> a -> ? -> b, x -> d -> e: e needs nothing of what waits, so there are two subgraphs and not
/// three.
#[test]
fn a_branch_beside_the_cut_joins_the_first_subgraph() {
    let model = Builder::new()
        .input("x", &[4])
        .op("Relu", &["x"], "a")
        .op("Erf", &["a"], "c")
        .op("Relu", &["c"], "b")
        .op("Relu", &["x"], "d")
        .op("Tanh", &["d"], "e")
        .op("Add", &["b", "e"], "y")
        .build("y");
    let report = judge(&model);
    assert_eq!((report.taken, report.partitions), (5, 2));
}

#[test]
fn parts_that_are_not_connected_are_one_subgraph() {
    let model =
        Builder::new().input("x", &[4]).op("Relu", &["x"], "a").op("Tanh", &["x"], "b").build("b");
    assert_eq!(judge(&model).partitions, 1);
}

#[test]
fn a_subgraph_that_only_reshapes_is_given_back() {
    let model = Builder::new()
        .input("x", &[4])
        .constant("shape", &[2], &[2i64, 2])
        .op("Reshape", &["x", "shape"], "y")
        .build("y");
    let report = judge(&model);
    assert_eq!((report.taken, report.partitions), (0, 0));
    assert_eq!(rejections(&report), [("Reshape", Rule::TrivialSubgraph)]);
}

/// Transposing bytes, outside of any group.
fn bytes_through(builder: Builder) -> Model {
    builder
        .op("Transpose", &["q"], "t")
        .quantization("b", 0.1, 0u8)
        .dequantize("t", "b", "y")
        .build("y")
}

#[test]
fn bytes_are_taken_from_inside_the_subgraph_only() {
    let inside =
        Builder::new().input("x", &[2, 3]).quantization("a", 0.1, 0u8).quantize("x", "a", "q");
    assert!(judge(&bytes_through(inside)).is_whole());
    let outside = Builder::new().typed_input("q", ElementType::Uint8, &[2, 3]);
    let report = judge(&bytes_through(outside));
    assert_eq!(rejections(&report), [("Transpose", Rule::QuantizedFromOutside)]);
}

#[test]
fn what_is_no_graph_is_an_error() {
    let verify = |model: &Model| verify(model, &RulesOptions::default()).unwrap_err();
    assert!(matches!(verify(&Model::default()), Error::NoGraph));
    let undefined = Builder::new().op("Relu", &["x"], "y").build("y");
    let undefined = verify(&undefined);
    assert!(matches!(&undefined, Error::Undefined { node, value } if node == "y" && value == "x"));
    let cycle = Builder::new().op("Relu", &["y"], "y").build("y");
    let cycle = verify(&cycle);
    assert!(matches!(&cycle, Error::Undefined { node, value } if node == "y" && value == "y"));
    let twice = Builder::new().input("x", &[4]).op("Relu", &["x"], "x").build("x");
    assert!(matches!(verify(&twice), Error::Duplicate { value } if value == "x"));
}
