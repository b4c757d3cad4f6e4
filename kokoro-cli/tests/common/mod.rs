//! Running the program and judging what it says.
#![allow(dead_code)] // each test file uses its part

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The formats of sound, as their files are called.
pub const FORMATS: [&str; 7] = ["wav", "pcm", "flac", "opus", "mp3", "m4a", "aac"];

/// The model in the repository.
pub fn weights() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../weights/data");
    assert!(folder.join("manifest.json").is_file(), "no model in {}", folder.display());
    folder
}

/// The program with the repository's model and data, and no input.
pub fn kokoro() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kokoro"));
    let text_data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../text-data");
    command.env("KOKORO_WEIGHTS", weights()).env("KOKORO_TEXT_DATA", text_data);
    command.stdin(Stdio::null());
    command
}

/// Runs the program with these arguments.
pub fn run(arguments: &[&str]) -> Output {
    kokoro().args(arguments).output().unwrap()
}

/// Runs a command with text on its standard input.
pub fn run_with_input(command: &mut Command, input: &[u8]) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // On its own thread: the program may fill its output pipe before it has read everything, or
    // never read at all.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Standard output of a run that must succeed without a word on standard error.
pub fn success(output: &Output) -> String {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{:?}: {stderr}", output.status);
    assert_eq!(stderr, "");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The one line of a run that must fail with this exit code.
pub fn failure(output: &Output, code: i32) -> String {
    let stderr = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(code), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(stderr.ends_with('\n') && !stderr.contains("panicked"), "{stderr}");
    stderr.strip_prefix("kokoro: ").expect("an error names the program").trim_end().to_owned()
}

/// Names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
