//! A graph with one weight of each kind, in the form of the export.

use super::*;
use kokoro_onnx::Tensor as Initializer;

fn floats_of(name: &str, dims: &[i64], values: &[f32]) -> Initializer {
    let raw_data = values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<_>>().into();
    Initializer {
        name: name.into(),
        dims: dims.into(),
        data_type: onnx::FLOAT,
        raw_data,
        ..Default::default()
    }
}

fn integers_of(name: &str, dims: &[i64], data_type: i32, values: &[i32]) -> Initializer {
    // the quantiser writes small constants in this list, large ones as raw data
    let (name, dims, int32_data) = (name.into(), dims.into(), values.into());
    Initializer { name, dims, data_type, int32_data, ..Default::default() }
}

fn node(op_type: &str, name: &str, input: &[&str]) -> Node {
    Node::new(op_type, input, &[""; 0]).named(name)
}

fn graph() -> Graph {
    let lstm =
        ["x", "W_quantized", "R_quantized", "B", "", "", "", "", "W_scale", "wz", "R_scale", "wz"];
    let w: Vec<i32> = (0..24).collect(); // [2, 3, 4]: two directions, three inputs, H = 1
    let r: Vec<i32> = (-4..4).collect(); // [2, 1, 4]
    let b: Vec<f32> = (0..16u8).map(f32::from).collect(); // [2, 8]
    Graph {
        node: vec![
            node("ConvInteger", "/encoder/F0.0/conv1/Conv_quant", &["x", "c_quantized", "z", "cz"]),
            node(
                "MatMulInteger",
                "/encoder/bert/ffn_3/MatMul_quant",
                &["x", "m_quantized", "z", "mz"],
            ),
            node(
                "MatMulInteger",
                "/encoder/bert/ffn_4/MatMul_quant",
                &["x", "m_quantized", "z", "mz"],
            ),
            node("DynamicQuantizeLSTM", "/encoder/shared/LSTM_quant", &lstm),
            node("Gather", "/encoder/e/Gather_quant", &["encoder.e.weight_quantized", "tokens"]),
            node("Gather", "/encoder/Gather", &["activation", "indices"]),
            node("ConvTranspose", "/decoder/decoder/pool/ConvTranspose", &["x", "f"]),
            node("ConvTranspose", "/decoder/decoder/istft/stft/ConvTranspose", &["x", "f"]),
            node("MatMul", "/decoder/decoder/l/MatMul", &["x", "g"]),
            node("MatMul", "/decoder/decoder/attention/MatMul", &["x", "y"]),
        ],
        initializer: vec![
            integers_of("c_quantized", &[2, 1, 2], onnx::UINT8, &[0, 128, 255, 1]),
            floats_of("c_scale", &[], &[0.5]),
            integers_of("cz", &[], onnx::UINT8, &[128]),
            integers_of("m_quantized", &[2, 3], onnx::INT8, &[1, 2, 3, -1, -2, -3]),
            floats_of("m_scale", &[3], &[1.0, 2.0, 4.0]),
            integers_of("mz", &[3], onnx::INT8, &[0, 0, 1]),
            integers_of("W_quantized", &[2, 3, 4], onnx::INT8, &w),
            integers_of("R_quantized", &[2, 1, 4], onnx::INT8, &r),
            floats_of("B", &[2, 8], &b),
            floats_of("W_scale", &[2], &[1.0, 2.0]),
            floats_of("R_scale", &[2], &[3.0, 4.0]),
            integers_of("wz", &[2], onnx::INT8, &[0, 0]),
            integers_of("encoder.e.weight_quantized", &[2, 2], onnx::INT8, &[1, 2, 3, 4]),
            floats_of("encoder.e.weight_scale", &[], &[0.25]),
            floats_of("f", &[1, 2], &[1.5, 2.5]),
            floats_of("g", &[2, 1], &[3.5, 4.5]),
            floats_of("decoder.decoder.pool.bias", &[1], &[5.5]),
            floats_of("decoder.decoder.istft.basis", &[1], &[0.0]),
        ],
        ..Graph::default()
    }
}

fn read_graph(graph: &Graph) -> Result<Vec<Tensor>, ExportError> {
    Reader::new(graph).read(&mut |_: ImportStage, _: u64, _: u64| {})
}

#[test]
fn each_kind_of_weight_in_torch_layout() {
    let graph = graph();
    let tensors = read_graph(&graph).unwrap();
    let found: HashMap<&str, (&[usize], Vec<f32>)> = tensors
        .iter()
        .map(|tensor| (&*tensor.name, (&*tensor.shape, tensor.dtype.to_f32(&tensor.bytes))))
        .collect();
    let expected: [(&str, &[usize], &[f32]); 24] = [
        ("predictor.F0.0.conv1.weight", &[2, 1, 2], &[0.0, 128.0, 255.0, 1.0]),
        ("predictor.F0.0.conv1.weight.scale", &[1], &[0.5]),
        ("predictor.F0.0.conv1.weight.zero_point", &[1], &[128.0]),
        ("bert.ffn.weight", &[3, 2], &[1.0, -1.0, 2.0, -2.0, 3.0, -3.0]),
        ("bert.ffn.weight.scale", &[3], &[1.0, 2.0, 4.0]),
        ("bert.ffn.weight.zero_point", &[3], &[0.0, 0.0, 1.0]),
        // columns i, o, f, c of [in, 4] become rows i, f, c, o
        (
            "predictor.shared.weight_ih_l0",
            &[4, 3],
            &[0., 4., 8., 2., 6., 10., 3., 7., 11., 1., 5., 9.],
        ),
        ("predictor.shared.weight_ih_l0.scale", &[1], &[1.0]),
        ("predictor.shared.weight_ih_l0.zero_point", &[1], &[0.0]),
        ("predictor.shared.weight_hh_l0", &[4, 1], &[-4.0, -2.0, -1.0, -3.0]),
        ("predictor.shared.weight_hh_l0.scale", &[1], &[3.0]),
        ("predictor.shared.weight_hh_l0.zero_point", &[1], &[0.0]),
        ("predictor.shared.bias_ih_l0", &[4], &[0.0, 2.0, 3.0, 1.0]),
        ("predictor.shared.bias_hh_l0", &[4], &[4.0, 6.0, 7.0, 5.0]),
        ("predictor.shared.weight_ih_l0_reverse.scale", &[1], &[2.0]),
        ("predictor.shared.weight_hh_l0_reverse", &[4, 1], &[0.0, 2.0, 3.0, 1.0]),
        ("predictor.shared.bias_ih_l0_reverse", &[4], &[8.0, 10.0, 11.0, 9.0]),
        ("predictor.shared.bias_hh_l0_reverse", &[4], &[12.0, 14.0, 15.0, 13.0]),
        ("e.weight", &[2, 2], &[1.0, 2.0, 3.0, 4.0]),
        ("e.weight.scale", &[1], &[0.25]),
        ("e.weight.zero_point", &[1], &[0.0]),
        ("decoder.pool.weight", &[1, 2], &[1.5, 2.5]),
        ("decoder.pool.bias", &[1], &[5.5]),
        ("decoder.l.weight", &[1, 2], &[3.5, 4.5]),
    ];
    for (name, shape, values) in expected {
        assert_eq!(found.get(name), Some(&(shape, values.to_vec())), "{name}");
    }
    // besides: the reversed weight_ih with its zero point, and two scales or zero points of
    // reversed weights
    assert_eq!(tensors.len(), expected.len() + 4);
}

#[test]
fn constants_that_do_not_fit_are_errors() {
    type Edit = fn(&mut Graph);
    let edits: [(&str, Edit); 8] = [
        ("no constant `cz`", |graph| graph.initializer.retain(|tensor| tensor.name != "cz")),
        ("no constant `m_scale`", |graph| {
            graph.initializer.retain(|tensor| tensor.name != "m_scale")
        }),
        ("has 4 elements", |graph| graph.initializer[0].dims = vec![2, 2, 2]),
        ("has 4 elements", |graph| graph.initializer[0].dims = vec![-1, i64::MAX]),
        ("expected a matrix", |graph| graph.initializer[3].dims = vec![6]),
        ("expected 1 or 3 scales", |graph| {
            graph.initializer[4] = floats_of("m_scale", &[2], &[1.0, 2.0])
        }),
        ("expected weights [2, in, 4 H]", |graph| graph.initializer[6].dims = vec![3, 2, 4]),
        ("expected bias [2, 8]", |graph| graph.initializer[8].dims = vec![16]),
    ];
    for (message, edit) in edits {
        let mut graph = graph();
        edit(&mut graph);
        let error = read_graph(&graph).unwrap_err().to_string();
        assert!(error.contains(message), "{error} for {message}");
    }
}

#[test]
fn a_cut_file_is_an_error_or_lacks_tensors() {
    // The graph is the last part of this model, so that every cut is a cut of the graph.
    let model = Model { ir_version: 9, graph: Some(graph()), ..Model::default() };
    let bytes = model.write();
    assert_eq!(Model::read(bytes.clone().into()).unwrap(), model);
    let whole = read_graph(&graph()).unwrap().len();
    for length in 0..bytes.len() {
        let Ok(model) = Model::read(bytes[..length].to_vec().into()) else { continue };
        if let Some(graph) = model.graph {
            assert!(read_graph(&graph).is_ok_and(|tensors| tensors.len() < whole), "{length}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn a_damaged_file_is_an_error_or_an_export(at: proptest::sample::Index, byte: u8) {
        let model = Model { ir_version: 9, graph: Some(graph()), ..Model::default() };
        let mut bytes = model.write();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(Model { graph: Some(graph), .. }) = Model::read(bytes.into()) {
            let _ = read_graph(&graph);
        }
    }
}
