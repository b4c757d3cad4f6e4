//! Missing, damaged and foreign model files: one line that names the file, exit code 1.
#![cfg(unix)] // the unchanged files of a model are links
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::fs;
use std::path::Path;

use common::{failure, kokoro, names, weights};

/// A folder with the files of the model, those in `changed` as copies that may be changed, the
/// others as links.
fn model(changed: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names(&weights()) {
        let (from, to) = (weights().join(&name), folder.path().join(&name));
        if changed.contains(&name.as_str()) {
            fs::copy(from, to).unwrap();
        } else {
            std::os::unix::fs::symlink(fs::canonicalize(from).unwrap(), to).unwrap();
        }
    }
    folder
}

/// Fails `say` with the model in `folder`.
fn fails(folder: &Path) -> String {
    let out = tempfile::tempdir().unwrap();
    let output = kokoro()
        .args(["say", "--phonemes", "hˈI", "-o", "out.wav", "--weights"])
        .arg(folder)
        .current_dir(&out)
        .output()
        .unwrap();
    assert_eq!(names(out.path()), [""; 0]);
    failure(&output, 1)
}

/// Changes a byte in every 64 kB of a file, but not in the header at its beginning.
fn damage(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let start = (bytes.len() / 2).min(1 << 16);
    bytes[start..].iter_mut().step_by(1 << 16).for_each(|byte| *byte ^= 0x55);
    fs::write(path, bytes).unwrap();
}

const SHARD: &str = "model-00001-of-00002.safetensors";
const VOICES: &str = "voices.safetensors";

#[test]
fn no_model() {
    let line = fails(Path::new("/no/such/folder"));
    assert!(line.contains("/no/such/folder"), "{line}");
    let empty = tempfile::tempdir().unwrap();
    assert!(fails(empty.path()).contains("kokoro fetch"));
    let output = kokoro().args(["voices", "--weights"]).arg(empty.path()).output().unwrap();
    assert!(failure(&output, 1).starts_with("no model found"));
}

#[test]
fn missing_files() {
    for name in names(&weights()) {
        let folder = model(&[]);
        fs::remove_file(folder.path().join(&name)).unwrap();
        let line = fails(folder.path());
        assert!(name == "manifest.json" || line.contains(&name), "without {name}: {line}");
    }
}

#[test]
fn truncated_files() {
    for name in names(&weights()) {
        let folder = model(&[&name]);
        let path = folder.path().join(&name);
        let half = fs::metadata(&path).unwrap().len() / 2;
        fs::File::options().write(true).open(&path).unwrap().set_len(half).unwrap();
        let line = fails(folder.path());
        assert!(line.contains(&name), "{name} cut: {line}");
    }
}

#[test]
fn damaged_files() {
    for name in [SHARD, "model-00002-of-00002.safetensors", "config.json", VOICES] {
        let folder = model(&[name]);
        damage(&folder.path().join(name));
        let line = fails(folder.path());
        assert!(line.contains(name) && line.contains("damaged"), "{name} damaged: {line}");
    }
}

#[test]
fn garbage_instead_of_a_manifest() {
    for garbage in ["", "{", "[]", "{\"version\": 99}", "\u{0}\u{1}\u{2}"] {
        let folder = model(&["manifest.json"]);
        fs::write(folder.path().join("manifest.json"), garbage).unwrap();
        let line = fails(folder.path());
        assert!(line.contains("manifest.json"), "{garbage:?}: {line}");
    }
}

#[test]
fn voices_of_the_wrong_shape() {
    let rows = [0u8; 10 * 256 * 4];
    let voice = safetensors::tensor::TensorView::new(safetensors::Dtype::F32, vec![10, 256], &rows)
        .unwrap();
    let file = safetensors::serialize([("af_heart", voice)], None).unwrap();
    let folder = model(&[VOICES]);
    fs::write(folder.path().join(VOICES), file).unwrap();
    assert!(fails(folder.path()).contains(VOICES));
}

#[test]
fn imports_of_foreign_files() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.onnx"), "no model").unwrap();
    fs::write(folder.path().join("a.pth"), "no model").unwrap();
    for source in ["a.onnx", "a.pth", "missing.onnx", "missing.pth"] {
        let output =
            kokoro().args(["import", source, "-o", "out"]).current_dir(&folder).output().unwrap();
        let line = failure(&output, 1);
        assert!(line.contains(source), "{line}");
    }
    assert_eq!(names(folder.path()), ["a.onnx", "a.pth"]);
}
