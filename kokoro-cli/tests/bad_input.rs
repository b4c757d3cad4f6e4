//! Every kind of wrong text and argument: one line, exit code 1 (2 for a wrong command line), no
//! file.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::io::Read;
use std::process::Stdio;

use common::{failure, kokoro, names, run, run_with_input, success};

/// Fails `say` with these arguments, and asserts that it leaves no file.
fn say_fails(arguments: &[&str], code: i32) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = kokoro()
        .arg("say")
        .args(arguments)
        .args(["-o", "out.wav"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(names(folder.path()), [""; 0]);
    failure(&output, code)
}

#[test]
fn nothing_to_say() {
    for text in ["", " \n\t ", "😀", "\u{7}\u{1b}"] {
        let output = run(&["phonemize", text]);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{text:?}");
        assert!(
            stderr.contains("kokoro: nothing to say: expected text") && !stderr.contains('\u{1b}'),
            "{stderr}"
        );
        assert!(output.stdout.is_empty());
    }
    assert!(say_fails(&[""], 1).contains("nothing to say"));
    assert!(say_fails(&["  "], 1).contains("nothing to say"));
    assert!(say_fails(&["--phonemes", " \n"], 1).contains("nothing to say"));
}

#[test]
fn only_punctuation_is_silence() {
    assert!(say_fails(&["?! ..."], 1).contains("nothing to say"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.wav");
    success(&kokoro().args(["say", "--phonemes", "?! …", "-o"]).arg(&path).output().unwrap());
    let mut reader = hound::WavReader::open(&path).unwrap();
    assert!(reader.duration() > 0);
    assert!(reader.samples::<i16>().all(|sample| sample.unwrap() == 0));
}

#[test]
fn symbols_and_control_characters_are_left_out() {
    let output = run_with_input(
        kokoro().args(["phonemize", "-"]),
        "Hi\u{0}\u{7} there\u{200b} ж.".as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "hˈI ðˈɛɹ .\n");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "kokoro: warning: left out: ж\n");
}

#[test]
fn unknown_phonemes_are_left_out_and_reported() {
    let folder = tempfile::tempdir().unwrap();
    let output = kokoro()
        .args(["say", "--phonemes", "hˈI☃g", "-o", "out.wav"])
        .current_dir(&folder)
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert!(
        stderr.starts_with("kokoro: warning: left out: ☃") && stderr.lines().count() == 1,
        "{stderr}"
    );
    assert_eq!(names(folder.path()), ["out.wav"]);
}

#[test]
fn more_phonemes_than_the_model_takes_are_split() {
    let folder = tempfile::tempdir().unwrap();
    let phonemes = "k".repeat(511);
    let arguments = ["say", "--phonemes", &phonemes, "--speed", "2", "-o", "out.wav"];
    success(&kokoro().args(arguments).current_dir(&folder).output().unwrap());
    let seconds = hound::WavReader::open(folder.path().join("out.wav")).unwrap().duration() / 24000;
    assert!(seconds >= 12, "511 phonemes of at least 25 ms: {seconds} s");
}

#[test]
fn a_megabyte_without_spaces_is_spoken_as_it_is_read() {
    let mut text = b"Go! ".to_vec();
    text.extend([b'a'; 1_000_000]);
    let mut child = kokoro()
        .args(["say", "-", "-o", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), &text).unwrap();
    // The first sentence comes at once; then the listener leaves.
    let mut start = [0; 10_000];
    child.stdout.as_mut().unwrap().read_exact(&mut start).unwrap();
    assert_eq!(start[..4], *b"RIFF");
    drop(child.stdout.take());
    let line = failure(&child.wait_with_output().unwrap(), 1);
    assert!(line.starts_with("cannot write standard output"), "{line}");
}

#[test]
fn a_megabyte_without_spaces_has_phonemes() {
    let output = run_with_input(kokoro().args(["phonemize", "-"]), &[b'a'; 1_000_000]);
    // It is read in pieces of 2048 bytes, each a cry.
    let phonemes = success(&output);
    assert_eq!(phonemes.lines().count(), 1_000_000_usize.div_ceil(2048));
    assert!(phonemes.lines().all(|line| line.contains(char::is_alphabetic)));
    assert_eq!(output.stderr, b"", "a guess is no warning");
}

#[test]
fn text_that_is_not_utf8() {
    let output = run_with_input(kokoro().args(["phonemize", "-"]), b"caf\xe9");
    assert_eq!(
        failure(&output, 1),
        "standard input: expected UTF-8 text, found another byte at 3; convert the file"
    );
}

#[test]
fn missing_text_file() {
    let line = say_fails(&["--file", "/no/such/file"], 1);
    assert!(line.starts_with("cannot read /no/such/file: "), "{line}");
}

#[test]
fn unknown_voices_get_a_suggestion() {
    assert_eq!(
        say_fails(&["hi", "--voice", "af_hart"], 1),
        "no voice `af_hart`; did you mean `af_heart`?"
    );
    say_fails(&["hi", "--voice", "\u{1b}[2J\nx"], 1);
    say_fails(&["hi", "--voice", "../../etc/passwd"], 1);
    let line = say_fails(&["hi", "--voice", ""], 1);
    assert!(line.ends_with("; `kokoro voices` lists them"), "{line}");
}

#[test]
fn impossible_speeds() {
    for speed in ["0", "-1", "NaN", "inf", "-inf", "0.24", "4.01", "1e-30"] {
        let line = say_fails(&["hi", "--speed", speed], 1);
        assert!(line.starts_with("speed: expected 0.25 to 4, found "), "{line}");
    }
    say_fails(&["hi", "--speed", "fast"], 2);
}

#[test]
fn wrong_command_lines() {
    let cases: [&[&str]; 19] = [
        &[],
        &["frob"],
        &["say"],
        &["say", "hi"],
        &["say", "hi", "-o", "x", "--lang", "klingon"],
        &["say", "hi", "-o", "x", "--backend", "tpu"],
        &["say", "hi", "-o", "x", "--sample-format", "u8"],
        &["say", "hi", "-o", "x", "--threads", "0"],
        &["say", "hi", "-o", "x", "--seed", "-1"],
        &["say", "hi", "-o", "x", "--audio-format", "wma"],
        &["say", "hi", "-o", "x", "--pause", "sentence=1d"],
        &["say", "hi", "-o", "x", "--pause", "sentence=86400s"],
        &["say", "hi", "-o", "x", "--pause", "chapter=1s"],
        &["say", "hi", "-o", "x", "--pause", "comma=NaN"],
        &["say", "hi", "-o", "x", "--pitch", "NaN"],
        &["say", "hi", "-o", "x", "--pitch", "100"],
        &["say", "hi", "-o", "x", "--volume", "inf"],
        &["say", "hi", "-o", "x", "--latency", "none"],
        &["say", "hi", "-o", "x", "--vtt-words"],
    ];
    for case in cases {
        let output = run(case);
        assert_eq!(output.status.code(), Some(2), "{case:?}");
        if !case.is_empty() {
            failure(&output, 2);
        }
    }
}
