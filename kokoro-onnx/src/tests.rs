//! Round trips, typed access, and files of another writer.

use crate::{
    Attribute, DataLocation, Dimension, Element, ElementType, Error, Graph, Model, Node,
    OperatorSet, Shape, StringEntry, Tensor, ValueInfo,
};
use proptest::prelude::*;

/// A model that uses every field this crate has.
fn everything() -> Model {
    let listed = Tensor {
        name: "listed".into(),
        dims: vec![2],
        data_type: ElementType::Int8 as i32,
        int32_data: vec![-128, 127],
        ..Tensor::default()
    };
    let external = Tensor {
        name: "external".into(),
        data_location: DataLocation::External as i32,
        external_data: vec![StringEntry::new("location", "weights.bin")],
        ..Tensor::default()
    };
    let mut node = Node::new("Everything", &["x", "", "w"], &["y"])
        .named("n")
        .with(Attribute::int("axis", 0))
        .with(Attribute::float("alpha", 0.0))
        .with(Attribute::string("mode", ""))
        .with(Attribute::ints("perm", &[0, -1]))
        .with(Attribute::floats("scales", &[0.5]))
        .with(Attribute::strings("names", &["a", ""]))
        .with(Attribute::tensor("value", Tensor::from_f32("", &[], &[1.0]).unwrap()));
    node.domain = "com.microsoft".into();
    let shape =
        Shape { dim: vec![Dimension::fixed(0), Dimension::named("n"), Dimension::default()] };
    let graph = Graph {
        name: "g".into(),
        node: vec![node],
        initializer: vec![Tensor::from_i64("w", &[2], &[-1, 1]).unwrap(), listed, external],
        input: vec![ValueInfo::tensor("x", ElementType::Float, &[])],
        output: vec![ValueInfo::of_shape("y", ElementType::Uint8, shape)],
        value_info: vec![ValueInfo { name: "unknown".into(), ..ValueInfo::default() }],
        doc_string: "doc".into(),
    };
    let mut model = Model::new(graph, 21);
    model.opset_import.push(OperatorSet { domain: "com.microsoft".into(), version: 1 });
    model.metadata_props.push(StringEntry::new("capacity", "240"));
    model
}

#[test]
fn a_model_survives_writing_and_reading() {
    let model = everything();
    let bytes = model.write();
    assert_eq!(bytes, model.write());
    let read = Model::read(bytes.clone().into()).unwrap();
    assert_eq!(read, model);
    assert_eq!(read.write(), bytes);
    assert_eq!(read.metadata("capacity"), Some("240"));
    assert_eq!((read.opset("ai.onnx"), read.opset("com.microsoft")), (Some(21), Some(1)));
    assert_eq!(read.opset("ai.onnx.ml"), None);
}

#[test]
fn attributes_are_found_by_name_and_read_by_kind() {
    let model = everything();
    let node = &model.graph.as_ref().unwrap().node[0];
    assert_eq!(node.int_or("axis", 7), Ok(0));
    assert_eq!(node.int_or("absent", 7), Ok(7));
    assert_eq!(node.float_or("alpha", 7.0), Ok(0.0));
    assert_eq!(node.str_or("mode", "constant"), Ok(""));
    assert_eq!(node.ints("perm"), Ok(Some([0, -1].as_slice())));
    assert_eq!(node.ints("absent"), Ok(None));
    assert_eq!(node.attribute("scales").unwrap().floats, [0.5]);
    assert_eq!(node.argument(1), None);
    assert_eq!(node.argument(2), Some("w"));
    assert_eq!(
        node.int_or("perm", 0).unwrap_err().to_string(),
        "attribute `perm` is a Ints, expected Int"
    );
}

#[test]
fn types_and_shapes_are_read_as_far_as_they_are_known() {
    let graph = everything().graph.unwrap();
    assert_eq!(graph.input[0].dims(), Some(vec![]));
    assert_eq!(graph.output[0].dims(), Some(vec![Some(0), None, None]));
    assert_eq!(graph.output[0].element_type(), Some(ElementType::Uint8));
    assert_eq!((graph.value_info[0].dims(), graph.value_info[0].element_type()), (None, None));
}

#[test]
fn damaged_tensors_are_errors() {
    let cut =
        Tensor { raw_data: vec![0; 7].into(), ..Tensor::from_f32("cut", &[2], &[0.0; 2]).unwrap() };
    assert!(matches!(cut.f32s(), Err(Error::ElementCount { found: None, .. })));
    assert!(matches!(cut.u8s(), Err(Error::ElementType { found: 1, .. })));
    let wide = Tensor {
        dims: vec![1],
        data_type: ElementType::Uint8 as i32,
        int32_data: vec![256],
        ..Tensor::default()
    };
    assert!(matches!(wide.u8s(), Err(Error::ElementRange { value: 256, .. })));
    for dims in [vec![-1], vec![3], vec![i64::MAX, i64::MAX], vec![]] {
        let tensor = Tensor { dims, ..Tensor::from_i64("n", &[2], &[1, 2]).unwrap() };
        assert!(matches!(tensor.i64s(), Err(Error::ElementCount { found: Some(2), .. })));
    }
    let graph = everything().graph.unwrap();
    assert!(matches!(
        graph.initializer[2].elements::<f32>(),
        Err(Error::ElementType { .. }) | Err(Error::External { .. })
    ));
    assert!(graph.initializer[2].is_external());
    assert_eq!(graph.initializer[1].i8s(), Ok(vec![-128, 127]));
    assert!(Tensor::from_f32("short", &[3], &[0.0; 2]).is_err());
}

fn round_trip<T: Element + PartialEq + std::fmt::Debug>(elements: &[T]) {
    let tensor = Tensor::new("t", &[elements.len() as i64], elements).unwrap();
    assert_eq!(tensor.elements::<T>().unwrap(), elements);
    assert_eq!(tensor.element_type(), Some(T::TYPE));
    let model = Model::new(Graph { initializer: vec![tensor], ..Graph::default() }, 17);
    assert_eq!(Model::read(model.write().into()).unwrap(), model);
}

proptest! {
    #[test]
    fn elements_of_every_type_survive(
        f in prop::collection::vec(-1e30f32..1e30, 0..9),
        b in prop::collection::vec(any::<u8>(), 0..9),
        h in prop::collection::vec(any::<i16>(), 0..9),
        i in prop::collection::vec(any::<i32>(), 0..9),
        l in prop::collection::vec(any::<i64>(), 0..9),
    ) {
        round_trip(&f);
        round_trip(&b);
        round_trip(&b.iter().map(|&b| b as i8).collect::<Vec<_>>());
        round_trip(&h);
        round_trip(&h.iter().map(|&h| h as u16).collect::<Vec<_>>());
        round_trip(&i);
        round_trip(&l);
    }

    #[test]
    fn lists_of_integers_are_read_as_their_type(
        values in prop::collection::vec(-300i32..300, 0..9),
    ) {
        let dims = vec![values.len() as i64];
        let data_type = ElementType::Int8 as i32;
        let tensor = Tensor { dims, data_type, int32_data: values.clone(), ..Tensor::default() };
        let expected: Option<Vec<i8>> = values.iter().map(|&v| i8::try_from(v).ok()).collect();
        prop_assert_eq!(tensor.i8s().ok(), expected.clone());
        let wide = expected.map(|values| values.into_iter().map(i64::from).collect());
        prop_assert_eq!(tensor.integers().ok(), wide);
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(model) = Model::read(bytes.into()) {
            for tensor in model.graph.unwrap_or_default().initializer {
                let _ = (tensor.f32s(), tensor.i64s(), tensor.u8s());
            }
        }
    }

    #[test]
    fn a_cut_or_changed_file_never_panics(at in 0usize..600, value: u8) {
        let mut bytes = everything().write();
        let at = at % bytes.len();
        let cut = Model::read(bytes[..at].to_vec().into());
        prop_assert!(cut.is_err() || cut != Ok(everything()));
        bytes[at] = value;
        let _ = Model::read(bytes.into());
    }
}
