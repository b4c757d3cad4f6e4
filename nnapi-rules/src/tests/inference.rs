//! Types and shapes against those that ONNX's own inference wrote into `operators.onnx`, and
//! against damage.

use proptest::prelude::*;

use super::*;
use crate::graph::View;

#[test]
fn inferred_types_and_shapes_are_those_of_onnx() {
    let mut model = fixture!("operators.onnx");
    let graph = model.graph.as_mut().unwrap();
    let expected = std::mem::take(&mut graph.output);
    graph.value_info.clear();
    assert_eq!(expected.len(), 97);
    let view = View::new(graph, 17).unwrap();
    for info in &expected {
        let value = view.value(&info.name);
        let dims = value.shape.as_ref().map(|shape| shape.iter().copied().map(Some).collect());
        assert_eq!(dims, info.dims(), "shape of {}", info.name);
        assert_eq!(value.element_type, info.element_type(), "type of {}", info.name);
    }
}

#[test]
fn a_type_in_the_file_wins() {
    let mut model = fixture!("operators.onnx");
    let graph = model.graph.as_mut().unwrap();
    let name = graph.node[0].output[0].clone();
    graph.output.clear();
    graph.value_info =
        vec![kokoro_onnx::ValueInfo::tensor(&*name, kokoro_onnx::ElementType::Double, &[5])];
    let value = View::new(graph, 17).unwrap().value(&name).clone();
    assert_eq!(value.shape, Some(vec![5]));
    assert_eq!(value.element_type, Some(kokoro_onnx::ElementType::Double));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_changed_number_never_panics(
        at in 0usize..1000,
        value in prop_oneof![any::<i64>(), -3i64..9],
    ) {
        let mut model = fixture!("operators.onnx");
        let graph = model.graph.as_mut().unwrap();
        graph.output.clear();
        graph.value_info.clear();
        let constants = graph.initializer.iter_mut().flat_map(|tensor| &mut tensor.dims);
        let attributes = graph.node.iter_mut().flat_map(|node| &mut node.attribute);
        let attributes =
            attributes.flat_map(|attribute| attribute.ints.iter_mut().chain(&mut attribute.i));
        let mut numbers: Vec<&mut i64> = constants.chain(attributes).collect();
        let at = at % numbers.len();
        *numbers[at] = value;
        let _ = verify(&model, &RulesOptions::default()).map(|report| report.to_string());
    }

    #[test]
    fn a_changed_parameter_never_panics(at in 0usize..1000, value: i64) {
        let mut model = fixture!("operators.onnx");
        let graph = model.graph.as_mut().unwrap();
        graph.output.clear();
        graph.value_info.clear();
        let wide = graph.initializer.iter_mut().filter(|tensor| tensor.i64s().is_ok());
        let mut wide: Vec<_> = wide.collect();
        let at = at % wide.len();
        let count = wide[at].i64s().unwrap().len();
        wide[at].raw_data = value.to_le_bytes().repeat(count).into();
        let _ = verify(&model, &RulesOptions::default()).map(|report| report.to_string());
    }

    #[test]
    fn a_changed_byte_never_panics(at in 0usize..1 << 16, value: u8) {
        let mut file = include_bytes!("fixtures/slice_pad.l1.onnx").to_vec();
        let at = at % file.len();
        file[at] = value;
        if let Ok(model) = Model::read(file.into()) {
            let _ = verify(&model, &RulesOptions::default()).map(|report| report.to_string());
        }
    }
}
