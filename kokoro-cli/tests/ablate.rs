//! `ablate`: one short sentence on two decoders, a report of it, and nothing to do the second time.
#![cfg(feature = "npu")]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;
use std::path::Path;
use std::process::Command;

use common::{failure, kokoro, names, success};

/// A segment in f32 differs from our decoder by the order of sums.
const F32_BAR_DB: f64 = 0.02;
/// Frames of the segment: no more than the sentence needs.
const FRAMES: &str = "60";

fn ablate(folder: &Path, arguments: &[&str]) -> Command {
    let sentences = folder.join("sentences.tsv");
    std::fs::write(&sentences, "af_sky\t2\tGo.\n").unwrap();
    let mut command = kokoro();
    command.args(["ablate", "--frames", FRAMES, "--sentences"]).arg(sentences);
    command.args(arguments).arg("-o").arg(folder.join("out"));
    command
}

#[test]
fn two_decoders_are_compared_once() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let run = || {
        let mut command = ablate(folder.path(), &["--paths", "cpu-f32,f32", "--runs", "1"]);
        command.arg("--ort-lib").arg(test_libraries::onnxruntime()).output().unwrap()
    };
    let table = success(&run());
    assert!(table.contains("| `segment-f32@cpu` | 1 |"), "{table}");
    let expected = ["plots", "report.json", "report.md", "rows.jsonl", "segments", "wav"];
    assert_eq!(names(&out), expected);
    assert_eq!(names(&out.join("wav")), ["001.cpu-f32.wav", "001.segment-f32@cpu.wav"]);
    let plots = ["log-mel.svg", "rtf.svg", "spectrogram-segment-f32@cpu.svg", "time.svg"];
    assert_eq!(names(&out.join("plots")), plots);

    let json = std::fs::read(out.join("report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let [cpu, segment] = [0, 1].map(|row| &report["rows"][row]["outcome"]["measured"]);
    let number = |value: &serde_json::Value| value.as_f64().unwrap();
    let log_mel = number(&segment["quality"]["log_mel_db"]);
    println!("f32 segment: log-mel {log_mel:.5} dB (bar {F32_BAR_DB})");
    assert!(log_mel <= F32_BAR_DB, "{log_mel}");
    assert_eq!(number(&cpu["quality"]["log_mel_db"]), 0.0);
    assert!(number(&segment["stages"]["decoder"]) > 0.0 && number(&cpu["rtf"]) > 0.0);
    assert!(number(&segment["cold_decoder_seconds"]) > 0.0);
    assert!(number(&segment["opening"]["compile_seconds"]) > 0.0);
    assert_eq!(segment["opening"]["placement"][0]["provider"], "CPUExecutionProvider");
    assert!(segment["guard"].is_null());
    if cfg!(target_os = "linux") {
        assert!(number(&segment["peak_mb"]) > 100.0 && number(&cpu["peak_mb"]) > 100.0);
    }

    let rows = std::fs::read(out.join("rows.jsonl")).unwrap();
    assert_eq!(success(&run()), table);
    assert!(rows == std::fs::read(out.join("rows.jsonl")).unwrap(), "rows were measured again");
}

#[test]
fn rows_of_other_arguments_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let run = |runs: &str, more: &[&str]| {
        let mut command = ablate(folder.path(), &["--paths", "cpu-f32", "--runs", runs]);
        command.args(more).output().unwrap()
    };
    success(&run("1", &[]));
    let refused = failure(&run("2", &[]), 1);
    assert!(refused.contains("runs") && refused.contains("--force"), "{refused}");
    success(&run("2", &["--force"]));
}

#[test]
fn what_fails_is_a_row() {
    let folder = tempfile::tempdir().unwrap();
    let no_library = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let mut command = ablate(folder.path(), &["--paths", "cpu-f32,f32", "--runs", "1"]);
    let output = command.args(["--ort-lib", no_library]).output().unwrap();
    assert!(output.status.success());
    let warning = String::from_utf8(output.stderr).unwrap();
    assert!(warning.starts_with("kokoro: warning: 1 rows failed"), "{warning}");
    let report = std::fs::read_to_string(folder.path().join("out/report.md")).unwrap();
    assert!(report.contains("| `cpu-f32` | 1 |"), "{report}");
    assert!(report.contains("| `segment-f32@cpu` | 0, 1 failed |"), "{report}");
    assert!(report.contains("failed: ") && report.contains("Cargo.toml"), "{report}");
}

#[test]
fn wrong_arguments_are_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| ablate(folder.path(), arguments).output().unwrap();
    assert!(failure(&run(&["--paths", "cpu-fast"]), 2).contains("cpu-fast"));
    assert!(failure(&run(&["--provider", "tpu"]), 2).contains("tpu"));
    let mut falling = kokoro();
    falling.args(["ablate", "--frames", "400,200", "-o"]).arg(folder.path().join("out"));
    assert!(failure(&falling.output().unwrap(), 1).contains("rising"));
    let mut job = kokoro();
    assert!(failure(&job.args(["ablate-job", "{}"]).output().unwrap(), 1).contains("JSON"));
}
