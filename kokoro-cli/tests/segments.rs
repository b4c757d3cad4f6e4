//! `export` and `npu`: segments are written whole, judged, and what is no segment is one line.
#![cfg(feature = "npu")]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;
use common::{failure, kokoro, names, run, success};

#[test]
fn a_segment_is_exported_and_taken_whole() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let path = success(&run(&["export", "--frames", "2", "--precision", "f32", "-o", out]));
    assert_eq!(
        names(folder.path()),
        ["kokoro-2-f32-nnapi.onnx", "kokoro-2-f32-nnapi.selftest.safetensors"]
    );
    let mut verify = kokoro();
    verify.args(["npu", "verify", path.trim_end(), "--ort-lib"]).arg(test_libraries::onnxruntime());
    let report = success(&verify.output().unwrap());
    assert!(report.contains("(100.0 %)"), "{report}");
}

#[test]
fn a_target_decides_the_precision() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    success(&run(&["export", "--frames", "2", "--target", "coreml", "-o", out]));
    assert_eq!(names(folder.path())[0], "kokoro-2-f32-coreml.onnx");
    let pair = run(&["export", "--target", "nnapi", "--precision", "a16w8", "-o", out]);
    assert!(failure(&pair, 1).contains("nnapi does not take a16w8: expected f32 or int8"));
    assert!(failure(&run(&["export", "--target", "tpu", "-o", out]), 2).contains("openvino"));
}

/// Variants of a block of the generator. ONNX Runtime's own usability checker finds all of them
/// good.
#[test]
fn a_graph_that_nnapi_would_take_in_part_is_refused_with_the_rule() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../nnapi-rules/src/tests/fixtures");
    let verify = |name: &str| {
        let mut verify = kokoro();
        verify.args(["npu", "verify", &format!("{fixtures}/{name}.onnx"), "--ort-lib"]);
        verify.arg(test_libraries::onnxruntime()).output().unwrap()
    };
    let rule = "must not stand alone between DequantizeLinear and QuantizeLinear";
    let bad = [
        ("slice_pad", "189 of 192 (98.4 %)", "Slice `", 1),
        ("leaky_between", "205 of 214 (95.8 %)", "LeakyRelu `", 3),
    ];
    for (name, taken, node, groups) in bad {
        let output = verify(name);
        let report = String::from_utf8(output.stdout.clone()).unwrap();
        assert!(report.contains(taken) && report.contains("API level      29"), "{report}");
        let named = |line: &&str| line.starts_with(node) && line.contains(rule);
        assert_eq!(report.lines().filter(named).count(), groups, "{report}");
        assert!(failure(&output, 1).contains("would not take all of it in one piece"));
    }
    let report = success(&verify("good"));
    assert!(report.contains("190 of 190 (100.0 %)\nsubgraphs      1\n"), "{report}");
}

#[test]
fn what_is_no_segment_is_one_line() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let mut verify = kokoro();
    verify.args(["npu", "verify", file, "--ort-lib"]).arg(test_libraries::onnxruntime());
    assert!(failure(&verify.output().unwrap(), 1).contains("Cargo.toml"));
    let no_library = run(&["npu", "verify", file, "--ort-lib", file]);
    assert!(failure(&no_library, 1).contains("Cargo.toml"));
    assert!(failure(&run(&["export", "--precision", "int4", "-o", "x"]), 2).contains("int4"));
    assert!(failure(&run(&["export", "--frames", "0", "-o", "x"]), 2).contains("0"));
}
