//! `--backend`: segments speak where they can, the CPU where not; and nothing is lost or hidden.
#![cfg(feature = "npu")]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use common::{failure, kokoro, run, success};

/// Seven words of about 100 frames in all.
const TEXT: &str = "One two three four five six seven.";

/// A folder with one f32 segment, which holds about half of [`TEXT`].
static SEGMENTS: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("backend");
    let out = folder.to_str().unwrap();
    let args = ["export", "--frames", "80", "--target", "generic", "--precision", "f32", "-o", out];
    success(&run(&args));
    folder
});

/// Says [`TEXT`]; gives the samples and what the program had to say.
fn say(args: &[&str], library: &Path) -> (Output, Vec<i16>) {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("out.wav");
    let mut command = kokoro();
    command.args(["say", TEXT, "-o", wav.to_str().unwrap(), "--ort-lib"]).arg(library).args(args);
    command.env("KOKORO_CACHE", folder.path().join("cache"));
    let output = command.output().unwrap();
    let samples = hound::WavReader::open(&wav).map(|wav| wav.into_samples().flatten().collect());
    (output, samples.unwrap_or_default())
}

fn warnings(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn without_a_library_the_cpu_speaks_and_says_so() {
    let nowhere = Path::new("/nowhere/libonnxruntime.so");
    let (cpu, expected) = say(&[], nowhere);
    assert_eq!(warnings(&cpu), "");
    let (npu, samples) = say(&["--backend", "npu"], nowhere);
    let said = warnings(&npu);
    assert!(said.contains("the CPU speaks") && said.contains("/nowhere"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(samples, expected);
    let (auto, samples) = say(&["--backend", "auto"], nowhere);
    assert_eq!((warnings(&auto).as_str(), samples), ("", expected));
    let (required, samples) = say(&["--backend", "npu", "--require-npu"], nowhere);
    assert!(failure(&required, 1).contains("/nowhere") && samples.is_empty());
    let (alone, _) = say(&["--require-npu"], nowhere);
    assert!(failure(&alone, 1).contains("--backend npu"));
}

/// The library of the tests has no neural processor, and the text is longer than the only segment:
/// it is spoken in pieces.
#[test]
fn segments_speak_all_of_it() {
    let segments = SEGMENTS.to_str().unwrap();
    let args = ["--backend", "npu", "--provider", "cpu", "--require-npu", "--segments", segments];
    let (output, samples) = say(&args, test_libraries::onnxruntime());
    assert_eq!(warnings(&output), "");
    let (_, expected) = say(&[], test_libraries::onnxruntime());
    assert!(samples.len() > expected.len() / 2);
    let loudest = samples.iter().map(|x| x.unsigned_abs()).max().unwrap();
    assert!(loudest > 1000, "{loudest}");

    let (auto, samples) = say(&["--backend", "auto"], test_libraries::onnxruntime());
    assert_eq!((warnings(&auto).as_str(), samples), ("", expected));
}

#[test]
fn a_folder_without_segments_is_told() {
    let empty = tempfile::tempdir().unwrap();
    let path = empty.path().to_str().unwrap();
    let args = ["--backend", "npu", "--provider", "cpu", "--segments", path];
    let (output, samples) = say(&args, test_libraries::onnxruntime());
    assert!(warnings(&output).contains("no segments") && !samples.is_empty());
}

#[test]
fn doctor_tells_what_is_there_and_what_is_not() {
    let folder = SEGMENTS.to_str().unwrap();
    let doctor = |args: &[&str], library: &Path| {
        let mut command = kokoro();
        command.arg("doctor").args(args).arg("--ort-lib").arg(library);
        success(&command.output().unwrap())
    };
    let report =
        doctor(&["--segments", folder, "--provider", "cpu"], test_libraries::onnxruntime());
    assert!(
        report.contains("kokoro-80-f32-generic.onnx") && report.contains("trusted"),
        "{report}"
    );
    assert!(report.contains("CPUExecutionProvider"), "{report}");
    let report = doctor(&["--provider", "nnapi"], test_libraries::onnxruntime());
    assert!(report.contains("built without NnapiExecutionProvider"), "{report}");
    let report = doctor(&[], Path::new("/nowhere.so"));
    assert!(report.contains("segments cannot run"), "{report}");
}
