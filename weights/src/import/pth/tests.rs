//! Import of a checkpoint, on fixtures that `tools/save_pth.py tiny` wrote.

use std::path::PathBuf;

use safetensors::SafeTensors;

use super::*;

/// The fold is exact to half a unit in the last place; `v` and `g` were rounded to f32 before it,
/// one part in 2²⁴ each.
const FOLD_TOLERANCE: f32 = 2e-7;

const TINY: &str = "\
bert.embeddings.word_embeddings.weight 3x2
bert_encoder.weight 2x3
predictor.F0.0.conv1.weight 2x3x3
predictor.F0_proj.weight 1x2x1
predictor.F0.0.norm1.fc.weight 4x2
decoder.generator.ups.0.weight 4x2x5
text_encoder.cnn.0.0.weight 2x2x3
";

fn fixture(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", name].iter().collect()
}

fn read_tiny(name: &str, layout: &str, storage: Storage) -> Result<Vec<Tensor>> {
    let progress = &mut |_: ImportStage, _: u64, _: u64| {};
    read(&fixture(name), &Layout::parse(layout), storage, progress).map(|(tensors, _)| tensors)
}

#[test]
fn weight_norm_is_folded_and_prefixes_are_gone() {
    let tensors = read_tiny("tiny.pth", TINY, Storage::F32).unwrap();
    let bytes = std::fs::read(fixture("tiny.safetensors")).unwrap();
    let expected = SafeTensors::deserialize(&bytes).unwrap();
    assert_eq!(tensors.len(), expected.len());
    for tensor in &tensors {
        let view = expected.tensor(&tensor.name).unwrap();
        assert_eq!(tensor.shape, view.shape(), "{}", tensor.name);
        let found = tensor.dtype.to_f32(&tensor.bytes);
        let expected = Dtype::F32.to_f32(view.data());
        for (found, expected) in found.iter().zip(&expected) {
            let difference = (found - expected).abs() / expected.abs();
            assert!(difference <= FOLD_TOLERANCE, "{}: {found} for {expected}", tensor.name);
        }
    }
}

#[test]
fn halves_are_rounded_values() {
    let full = read_tiny("tiny.pth", TINY, Storage::F32).unwrap();
    // unit roundoff: 11 bits of significand in f16, 8 in bf16
    for (storage, dtype, roundoff) in
        [(Storage::F16, Dtype::F16, 2f32.powi(-11)), (Storage::BF16, Dtype::BF16, 2f32.powi(-8))]
    {
        for (full, half) in full.iter().zip(read_tiny("tiny.pth", TINY, storage).unwrap()) {
            assert_eq!(half.dtype, dtype);
            let (full, half) = (Dtype::F32.to_f32(&full.bytes), dtype.to_f32(&half.bytes));
            assert_eq!(full.len(), half.len());
            for (full, half) in full.iter().zip(half) {
                assert!((full - half).abs() <= roundoff * full.abs(), "{half} for {full}");
            }
        }
    }
}

#[test]
fn values_beyond_f16_are_refused() {
    let error = store("x".into(), vec![1], &[7e4], Storage::F16).unwrap_err().to_string();
    assert!(error.contains("70000 is out of the range of f16"), "{error}");
    assert!(store("x".into(), vec![1], &[7e4], Storage::BF16).is_ok());
}

#[test]
fn missing_foreign_and_misshapen_tensors_are_named() {
    for (layout, message) in [
        (format!("{TINY}decoder.x 1"), "decoder.x: expected [1], found no such tensor"),
        (
            TINY.replace("bert_encoder.weight 2x3\n", ""),
            "bert_encoder.weight: expected no such tensor, found [2, 3]",
        ),
        (
            TINY.replace("4x2x5", "4x2x6"),
            "decoder.generator.ups.0.weight: expected [4, 2, 6], found [4, 2, 5]",
        ),
    ] {
        let error = read_tiny("tiny.pth", &layout, Storage::F32).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn trained_instance_norm_is_refused() {
    let error = read_tiny("affine.pth", TINY, Storage::F32).unwrap_err().to_string();
    assert!(error.contains("`predictor.F0.0.norm1.norm.bias`: expected 0 everywhere"), "{error}");
}

#[test]
fn half_of_a_weight_norm_is_refused() {
    let mut file = TorchFile::open(&fixture("tiny.pth")).unwrap();
    let mut tensors = file.state_dict().unwrap();
    tensors.retain(|(name, _)| !name.ends_with("_g"));
    let (_, parameter) = pair(tensors).unwrap().pop_last().unwrap(); // text_encoder.cnn.0.0.weight
    let error = parameter.read(&mut file).unwrap_err();
    assert!(matches!(error, ParameterFault::Missing { part: "weight_g" }), "{error}");
}

#[test]
fn rows_of_zeros_stay_zeros() {
    assert_eq!(fold_weight_norm(&[0.0, 0.0, 3.0, 4.0], &[1.0, 10.0]), [0.0, 0.0, 6.0, 8.0]);
}

#[test]
fn damaged_archives_are_refused_without_panic() {
    let bytes = std::fs::read(fixture("tiny.pth")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("damaged.pth");
    for damaged in [vec![], b"not a zip archive".to_vec(), bytes[..bytes.len() / 2].to_vec()] {
        std::fs::write(&path, damaged).unwrap();
        let error = TorchFile::open(&path).err().unwrap().to_string();
        assert!(error.contains("damaged.pth is not a file written by torch.save"), "{error}");
    }
    // A bit of every seventh byte in turn: an error or, where nothing depends on it, the same
    // values.
    let read_all = |path: &Path| -> Result<Vec<Vec<f32>>, Box<dyn std::error::Error>> {
        let mut file = TorchFile::open(path)?;
        let parameters = state_dict(&file)?;
        let used = parameters.iter().filter(|(name, _)| !unused(name));
        used.map(|(_, parameter)| Ok(parameter.read(&mut file)?.1)).collect()
    };
    let whole = read_all(&fixture("tiny.pth")).unwrap();
    for index in (0..bytes.len()).step_by(7) {
        let mut damaged = bytes.clone();
        damaged[index] ^= 0x10;
        std::fs::write(&path, damaged).unwrap();
        if let Ok(values) = read_all(&path) {
            assert_eq!(values, whole, "byte {index}");
        }
    }
}
