//! Libraries for tests: what a variable names, or what `fetch-onnxruntime` gets from PyPI, pinned
//! by version and hash.
//!
//! A process loads one ONNX Runtime, so tests of [`onnxruntime`] and of [`openvino`] are different
//! programs.
//!
//! Python packages with which tests are clients of a server come from PyPI, too.

mod python;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

pub use python::{python_requirement, python_with};

/// ONNX Runtime with its CPU provider.
///
/// # Panics
/// If it is not there and cannot be fetched. The other functions panic likewise.
pub fn onnxruntime() -> &'static Path {
    static LIBRARY: LazyLock<PathBuf> =
        LazyLock::new(|| find("KOKORO_TEST_ORT_LIB", "onnxruntime", "libonnxruntime.so"));
    &LIBRARY
}

/// Qualcomm's plugin for [`onnxruntime`], with the emulator of its HTP.
pub fn qnn() -> &'static Path {
    static LIBRARY: LazyLock<PathBuf> = LazyLock::new(|| {
        find("KOKORO_TEST_QNN_LIB", "qnn", "libonnxruntime_providers_qnn.so of onnxruntime-qnn")
    });
    &LIBRARY
}

/// An ONNX Runtime that has OpenVINO.
pub fn openvino() -> &'static Path {
    static LIBRARY: LazyLock<PathBuf> = LazyLock::new(|| {
        find("KOKORO_TEST_OPENVINO_LIB", "openvino", "libonnxruntime.so of onnxruntime-openvino")
    });
    &LIBRARY
}

/// The list of operators that NNAPI's provider takes, as it ships in the wheel of [`onnxruntime`].
///
/// # Panics
/// If the library does not lie in a wheel.
pub fn nnapi_operators() -> String {
    let package =
        onnxruntime().parent().and_then(Path::parent).expect("…/onnxruntime/capi/library");
    let list = package.join("tools/mobile_helpers/nnapi_supported_ops.md");
    std::fs::read_to_string(&list).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; unset KOKORO_TEST_ORT_LIB or set it to a library in an unpacked wheel",
            list.display()
        )
    })
}

fn find(variable: &str, name: &str, file: &str) -> PathBuf {
    if let Some(path) = std::env::var_os(variable) {
        return path.into();
    }
    fetch(name).unwrap_or_else(|said| {
        panic!(
            "these tests need the library {name}, which could not be fetched (python3 with pip, \
             Linux on x86-64); set {variable} to a {file}: {said}"
        )
    })
}

/// The library's path, or what the script said.
fn fetch(name: &str) -> Result<PathBuf, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("fetch-onnxruntime");
    let output = Command::new("bash").arg(script).arg(name).output();
    let output = output.map_err(|error| format!("bash: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().into())
}
