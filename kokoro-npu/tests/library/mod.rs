//! ONNX Runtime for tests: `KOKORO_TEST_ORT_LIB`, or what `fetch-onnxruntime` gets from PyPI, pinned by version and hash.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The library.
///
/// # Panics
/// If it is not there and cannot be fetched.
pub fn library() -> &'static Path {
    static LIBRARY: LazyLock<PathBuf> =
        LazyLock::new(|| match std::env::var_os("KOKORO_TEST_ORT_LIB") {
            Some(path) => path.into(),
            None => fetch(),
        });
    &LIBRARY
}

fn fetch() -> PathBuf {
    let script =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../kokoro-npu/tests/fetch-onnxruntime");
    let output = Command::new("bash").arg(script).output().expect("bash, to fetch ONNX Runtime");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "these tests need ONNX Runtime, which could not be fetched (python3 with pip, Linux on x86-64); set \
         KOKORO_TEST_ORT_LIB to a libonnxruntime.so of version 1.24 or later: {said}"
    );
    String::from_utf8_lossy(&output.stdout).trim().into()
}
