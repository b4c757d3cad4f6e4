//! `export` and `npu`: segments are written whole, judged, and what is no segment is one line.
#![cfg(feature = "npu")]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;
#[path = "../../kokoro-npu/tests/library/mod.rs"]
mod library;

use common::{failure, kokoro, names, run, success};

#[test]
fn a_segment_is_exported_and_taken_whole() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let path = success(&run(&["export", "--frames", "2", "--precision", "f32", "-o", out]));
    assert_eq!(names(folder.path()), ["kokoro-2-f32.onnx", "kokoro-2-f32.selftest.safetensors"]);
    let mut verify = kokoro();
    verify.args(["npu", "verify", path.trim_end(), "--ort-lib"]).arg(library::library());
    let report = success(&verify.output().unwrap());
    assert!(report.contains("(100.0 %)"), "{report}");
}

#[test]
fn what_is_no_segment_is_one_line() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let mut verify = kokoro();
    verify.args(["npu", "verify", file, "--ort-lib"]).arg(library::library());
    assert!(failure(&verify.output().unwrap(), 1).contains("Cargo.toml"));
    let no_library = run(&["npu", "verify", file, "--ort-lib", file]);
    assert!(failure(&no_library, 1).contains("Cargo.toml"));
    assert!(failure(&run(&["export", "--precision", "int4", "-o", "x"]), 2).contains("int4"));
    assert!(failure(&run(&["export", "--frames", "0", "-o", "x"]), 2).contains("0"));
}
