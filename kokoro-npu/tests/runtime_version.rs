//! Libraries that will not do: another one, and one that is too old. Both are compiled here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kokoro_npu::runtime::{Error, OLDEST, Runtime, library_version};

/// Compiles `source` as a C library in `folder`.
fn library(folder: &Path, source: &Path) -> PathBuf {
    let out = folder.join("library.so");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let compiled = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=cdylib", "--crate-name=library", "-o"])
        .args([&out, source])
        .status();
    assert!(compiled.expect("rustc starts").success());
    out
}

#[test]
fn an_old_runtime_says_both_versions() {
    let folder = tempfile::tempdir().unwrap();
    let source =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/runtime-fixtures/old_runtime.rs");
    let library = library(folder.path(), &source);
    for error in [library_version(&library).unwrap_err(), Runtime::load(&library).unwrap_err()] {
        let Error::LibraryVersion { found, expected, .. } = &error else { panic!("{error}") };
        assert_eq!((found.as_str(), *expected), ("1.23.2", OLDEST));
        assert!(error.to_string().contains("expected 1.24.0 or newer"), "{error}");
    }
}

#[test]
fn another_library_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("other.rs");
    fs::write(&source, "#[unsafe(no_mangle)] pub extern \"C\" fn other() {}").unwrap();
    let library = library(folder.path(), &source);
    let error = Runtime::load(&library).unwrap_err().to_string();
    assert!(error.contains("OrtGetApiBase"), "{error}");
    let error = Runtime::load(folder.path().join("gone.so")).unwrap_err();
    assert!(matches!(&error, Error::LibraryLoad { .. }), "{error}");
}
