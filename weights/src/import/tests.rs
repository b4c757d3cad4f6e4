//! The folder that an import writes, and what is found when it is damaged afterwards.

mod properties;

use std::fs;
use std::path::PathBuf;

use super::options::LICENCE;
use super::*;
use crate::file_error::FileError;
use crate::manifest::MANIFEST;
use crate::{Dtype, Error, Weights};

/// Writes a model of three tensors and one voice: what an import would, without its source.
pub(crate) fn write_tiny_model(out: &Path, progress: &mut dyn Progress) -> Result<()> {
    let mut model = vec![Tensor::f32("a.bias".into(), vec![2], &[0.5, -1.0])];
    let bytes = vec![0, 1, 2, 253, 254, 255];
    model.push(Tensor { name: "a.weight".into(), dtype: Dtype::I8, shape: vec![2, 3], bytes });
    model.extend(Tensor::companions("a.weight", Dtype::I8, &[0.5, 2.0], vec![0, 1]));
    model.push(Tensor {
        name: "b.weight".into(),
        dtype: Dtype::U8,
        shape: vec![3],
        bytes: vec![0, 128, 255],
    });
    model.extend(Tensor::companions("b.weight", Dtype::U8, &[0.25], vec![128]));
    let voice: Vec<f32> = (0..510 * 256).map(|i| i as f32).collect();
    let contents = writer::Contents {
        model,
        model_origin: "test".into(),
        model_licence: LICENCE.into(),
        voices: vec![Tensor::f32("one".into(), vec![510, 256], &voice)],
        voices_origin: "test".into(),
        config: CONFIG.into(),
    };
    writer::write(contents, out, true, progress)
}

const MODEL_FILE: &str = "model-00001-of-00001.safetensors";

fn tiny_model() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("model");
    write_tiny_model(&out, &mut |_: ImportStage, _: u64, _: u64| {}).unwrap();
    (folder, out)
}

/// Rewrites the manifest as text.
fn edit_manifest(out: &Path, edit: impl FnOnce(String) -> String) {
    let path = out.join(MANIFEST);
    fs::write(&path, edit(fs::read_to_string(&path).unwrap())).unwrap();
}

fn open_error(out: &Path) -> String {
    Weights::open(out).unwrap_err().to_string()
}

#[test]
fn what_is_written_is_read() {
    let (folder, out) = tiny_model();
    let weights = Weights::open(&out).unwrap();
    assert_eq!(weights.tensor_names(), ["a.bias", "a.weight", "b.weight"]);
    assert_eq!(weights.tensor("a.bias").unwrap(), [0.5, -1.0]);
    // row 0: (q − 0) / 2, row 1: (q − 1) · 2
    assert_eq!(weights.tensor("a.weight").unwrap(), [0.0, 0.5, 1.0, -8.0, -6.0, -4.0]);
    assert_eq!(weights.tensor("b.weight").unwrap(), [-32.0, 0.0, 31.75]);
    assert_eq!(weights.voice("one").unwrap()[257], 257.0);
    assert_eq!(weights.config_json(), CONFIG);
    weights.verify(|_, _| ()).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing temporary stays");
}

#[test]
fn a_folder_is_replaced_only_on_request() {
    let (folder, out) = tiny_model();
    fs::write(out.join("stranger"), "").unwrap();
    let contents = |replace| {
        let options = ImportOptions { replace, ..ImportOptions::default() };
        let hash = Sha256::of(b"");
        finish(
            vec![Tensor::f32("x".into(), vec![1], &[1.0])],
            hash,
            &out,
            &options,
            &mut |_: ImportStage, _: u64, _: u64| {},
        )
    };
    assert!(matches!(contents(false), Err(Error::Io(FileError { action: "create", .. }))));
    assert!(out.join("stranger").exists());
    contents(true).unwrap();
    assert!(!out.join("stranger").exists());
    assert_eq!(Weights::open(&out).unwrap().tensor_names(), ["x"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing temporary stays");
}

#[test]
fn missing_and_shortened_files_are_named() {
    for name in [MANIFEST, MODEL_FILE, "voices.safetensors", "config.json"] {
        let (_folder, out) = tiny_model();
        let path = out.join(name);
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() - 5]).unwrap();
        let message = open_error(&out);
        assert!(message.contains(name), "{message}");
        if name != MANIFEST {
            let (expected, found) = (bytes.len(), bytes.len() - 5);
            let numbers = format!("expected {expected} bytes, found {found}");
            assert!(message.contains(&numbers), "{message}");
        }
        fs::remove_file(&path).unwrap();
        let message = open_error(&out);
        assert!(message.contains(name) && message.contains("cannot"), "{message}");
    }
}

#[test]
fn a_flipped_bit_is_found_when_its_tensor_is_read() {
    let (_folder, out) = tiny_model();
    let path = out.join(MODEL_FILE);
    let mut bytes = fs::read(&path).unwrap();
    let bias = (-1.0f32).to_le_bytes();
    let at = bytes.windows(4).position(|window| window == bias).unwrap();
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();

    let weights = Weights::open(&out).unwrap();
    weights.tensor("a.weight").unwrap(); // others are whole
    for _ in 0..2 {
        let error = weights.tensor("a.bias").unwrap_err();
        let Error::Checksum { path: found, part, .. } = &error else { panic!("{error}") };
        assert_eq!((found, part.as_str()), (&path, "tensor `a.bias`"));
    }
    let error = weights.verify(|_, _| ()).unwrap_err().to_string();
    assert!(error.contains(MODEL_FILE) && error.contains("the whole file"), "{error}");
}

#[test]
fn damaged_scales_zero_points_voices_and_configurations_are_found() {
    let (_folder, out) = tiny_model();
    let flip = |file: &str, needle: &[u8]| {
        let mut bytes = fs::read(out.join(file)).unwrap();
        let at = bytes.windows(needle.len()).rposition(|window| window == needle).unwrap();
        bytes[at] ^= 1;
        fs::write(out.join(file), bytes).unwrap();
    };
    flip(MODEL_FILE, &[0.5f32.to_le_bytes(), 2f32.to_le_bytes()].concat());
    flip("voices.safetensors", &257f32.to_le_bytes());
    let weights = Weights::open(&out).unwrap();
    let message = weights.tensor("a.weight").unwrap_err().to_string();
    assert!(message.contains("tensor `a.weight.scale`"), "{message}");
    let message = weights.voice("one").unwrap_err().to_string();
    assert!(message.contains("voices.safetensors") && message.contains("`one`"), "{message}");
    flip("config.json", b"istftnet");
    let message = open_error(&out);
    assert!(message.contains("config.json") && message.contains("sha256"), "{message}");
}

#[test]
fn foreign_tensors_are_named() {
    for (from, to, message) in [
        (
            r#""name":"a.bias""#,
            r#""name":"a.bios""#,
            "a.bios: expected F32 [2], found no such tensor",
        ),
        (r#""shape":[2,3]"#, r#""shape":[3,2]"#, "a.weight: expected I8 [3, 2], found I8 [2, 3]"),
        (
            r#""dtype":"U8","shape":[3]"#,
            r#""dtype":"I8","shape":[3]"#,
            "b.weight: expected I8 [3], found U8 [3]",
        ),
        (
            r#""shape":[510,256]"#,
            r#""shape":[256,510]"#,
            "one: expected F32 [256, 510], found F32 [510, 256]",
        ),
    ] {
        let (_folder, out) = tiny_model();
        edit_manifest(&out, |text| text.replacen(from, to, 1));
        let found = open_error(&out);
        assert!(found.contains(message), "{found}");
    }
    let (_folder, out) = tiny_model();
    edit_manifest(&out, |text| {
        text.lines().filter(|line| !line.contains("a.bias")).collect::<Vec<_>>().join("\n")
    });
    let message = open_error(&out);
    assert!(message.contains("a.bias: expected no such tensor, found a tensor"), "{message}");
}

#[test]
fn integers_need_a_scale_and_a_zero_point() {
    let (_folder, out) = tiny_model();
    let alone = Tensor { name: "c".into(), dtype: Dtype::I8, shape: vec![2], bytes: vec![1, 2] };
    let options = ImportOptions { replace: true, ..ImportOptions::default() };
    finish(vec![alone], Sha256::of(b""), &out, &options, &mut |_: ImportStage, _: u64, _: u64| {})
        .unwrap();
    let message = open_error(&out);
    assert!(
        message.contains("c.scale: expected F32 [1] or [2], found no such tensor"),
        "{message}"
    );
}

#[test]
fn manifests_of_other_versions_and_contents_are_refused() {
    let (_folder, out) = tiny_model();
    let whole = fs::read_to_string(out.join(MANIFEST)).unwrap();
    for (from, to, message) in [
        (
            "\"version\": 1",
            "\"version\": 2, \"new\": []",
            "manifest version 2, this program reads version 1",
        ),
        (
            "kokoro-weights",
            "other-weights",
            "expected format `kokoro-weights`, found `other-weights`",
        ),
        (
            "\"config.json\"",
            "\"../config.json\"",
            "`../config.json` is not the plain name of a file",
        ),
        ("\"config.json\"", "\"voices.safetensors\"", "file `voices.safetensors` is listed twice"),
        ("\"a.weight\"", "\"a.bias\"", "tensor `a.bias` is listed twice"),
        ("\"role\":\"config\"", "\"role\":\"model\"", "config.json is not a safetensors file"),
        ("[2,3]", "[9223372036854775807,4]", "impossible shape"),
        ("\"sha256\":\"", "\"sha256\":\"x", "expected 64 hex digits"),
    ] {
        edit_manifest(&out, |_| whole.replacen(from, to, 1));
        let found = open_error(&out);
        assert!(found.contains(message), "{found}");
    }
    edit_manifest(&out, |_| "not json".into());
    assert!(open_error(&out).contains("manifest.json is not a model manifest"));
}

#[test]
fn what_is_not_this_onnx_model_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = (folder.path().join("model.onnx"), folder.path().join("out"));
    let import = || {
        from_onnx(&path, &out, &ImportOptions::default(), &mut |_: ImportStage, _: u64, _: u64| {})
    };
    for (bytes, message) in [
        (&b"not a model"[..], "model.onnx is not an int8 ONNX export of Kokoro-82M"),
        (&[0x08, 0x09][..], "it has no graph"),
        (&[0x08, 0x09, 0x3a, 0x00][..], "found no such tensor"),
    ] {
        fs::write(&path, bytes).unwrap();
        let found = import().unwrap_err().to_string();
        assert!(found.contains(message), "{found}");
    }
    fs::remove_file(&path).unwrap();
    assert!(import().unwrap_err().to_string().contains("cannot open"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "no folder is begun");
}

#[test]
fn voices_of_another_size_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(voices::read(folder.path()).unwrap_err().to_string().contains("neither .bin nor .pt"));
    fs::write(folder.path().join("x.bin"), [0; 8]).unwrap();
    let message = voices::read(folder.path()).unwrap_err().to_string();
    assert!(message.contains("expected 522240 bytes, found 8"), "{message}");
    fs::remove_file(folder.path().join("x.bin")).unwrap();
    let fixture: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "voice.pt"].iter().collect();
    fs::copy(fixture, folder.path().join("x.pt")).unwrap();
    let message = voices::read(folder.path()).unwrap_err().to_string();
    assert!(message.contains("expected [510, 1, 256], found [2, 1, 3]"), "{message}");
}
