//! The folder in the repository: complete, undamaged, and equal to the reference.

use std::path::PathBuf;

use candle_core::Device;
use kokoro_weights::{Error, Integers, VOICE_COLUMNS, VOICE_ROWS, Weights};

/// Hash of all 81,140,664 parameters as f32 in order of their names. Made by
/// `tools/parameters_sha256.py` from the state dict that NumPy dequantised from the ONNX file, so
/// without any code of this crate.
const PARAMETERS: &str = "2340d96fce99435619f3ed50463556cc3cf71ec7f70059530fe4beea8fd00e0b";

fn weights() -> Weights {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
    Weights::open(folder).expect("the folder is part of the repository")
}

#[test]
fn every_file_is_that_of_the_manifest() {
    let (mut last, mut total) = (0, 0);
    weights().verify(|done, all| (last, total) = (done, all)).unwrap();
    assert_eq!(last, total);
    assert_eq!(total, weights().manifest().files.iter().map(|file| file.bytes).sum::<u64>());
}

#[test]
fn parameters_equal_those_of_the_reference() {
    let weights = weights();
    assert_eq!(weights.tensor_names().len(), 457);
    assert_eq!(weights.parameters_sha256().unwrap().to_string(), PARAMETERS);
}

#[test]
fn voices_are_whole() {
    let weights = weights();
    assert_eq!(weights.voice_names().len(), 54);
    for name in weights.voice_names() {
        let voice = weights.voice(name).unwrap();
        assert_eq!(voice.len(), VOICE_ROWS * VOICE_COLUMNS, "{name}");
        assert!(voice.iter().all(|value| value.is_finite()), "{name}");
    }
    let Err(Error::UnknownVoice { nearest, known, .. }) = weights.voice("af_hart") else {
        panic!("af_hart is no voice");
    };
    assert_eq!((nearest.as_deref(), known), (Some("af_heart"), 54));
}

#[test]
fn integers_and_floats_agree() {
    let weights = weights();
    // A convolution has one scale, a linear layer one a row, an LSTM one a matrix.
    for (name, scales) in [
        ("decoder.encode.conv1.weight", 1),
        ("bert_encoder.weight", 512),
        ("predictor.lstm.weight_ih_l0_reverse", 1),
    ] {
        let quantized = weights.quantized(name).unwrap();
        assert_eq!((quantized.scale.len(), quantized.zero_point.len()), (scales, scales), "{name}");
        let values = weights.tensor(name).unwrap();
        let columns = values.len() / quantized.shape[0];
        let (row, column) = (quantized.shape[0] - 1, columns - 1);
        let q = match quantized.data {
            Integers::U8(data) => i32::from(data[row * columns + column]),
            Integers::I8(data) => i32::from(data[row * columns + column]),
        };
        let group = row.min(scales - 1);
        let expected = (q - quantized.zero_point[group]) as f32 * quantized.scale[group];
        assert_eq!(values[row * columns + column], expected, "{name}");
    }
    assert!(matches!(weights.quantized("bert_encoder.bias"), Err(Error::Tensor { .. })));
}

#[test]
fn candle_gets_tensors_by_name_and_shape() {
    let weights = weights();
    let vb = weights.var_builder(&Device::Cpu);
    let weight = vb.pp("bert_encoder").get((512, 768), "weight").unwrap();
    let values = weight.flatten_all().unwrap().to_vec1::<f32>().unwrap();
    assert_eq!(values, weights.tensor("bert_encoder.weight").unwrap());
    let error = vb.get((768, 512), "bert_encoder.weight").unwrap_err().to_string();
    assert!(error.contains("expected [768, 512], found [512, 768]"), "{error}");
    assert!(vb.contains_tensor("bert_encoder.weight"));
    assert!(!vb.contains_tensor("bert_encoder.weight.scale"));
}

#[test]
fn configuration_is_upstreams() {
    let config: serde_json::Value = serde_json::from_str(weights().config_json()).unwrap();
    assert_eq!(config["vocab"].as_object().unwrap().len(), 114);
    assert_eq!(config["n_token"], 178);
    assert_eq!(config["istftnet"]["gen_istft_n_fft"], 20);
}
