//! `say --follow`: standard input is spoken while it comes.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::io::{Read, Write};
use std::process::Stdio;

use common::{failure, kokoro, run_with_input, success};

/// Speaks raw samples to standard output.
const SAY: [&str; 5] = ["say", "--audio-format", "pcm", "-o", "-"];

#[test]
fn a_sentence_is_spoken_before_the_next_is_written() {
    let mut command = kokoro();
    command.args(SAY).arg("--follow").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (mut text, mut sound) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    text.write_all("Yes. N".as_bytes()).unwrap();
    let mut samples = vec![0; 4000];
    sound.read_exact(&mut samples).unwrap();
    text.write_all("o. It is caf\u{e9}".as_bytes().split_last().unwrap().1).unwrap();
    text.write_all(&[0xa9, b'.']).unwrap();
    drop(text);
    sound.read_to_end(&mut samples).unwrap();
    assert!(child.wait().unwrap().success());
    let whole = run_with_input(kokoro().args(SAY), "Yes. No. It is caf\u{e9}.".as_bytes());
    assert!(whole.status.success());
    assert!(samples == whole.stdout, "{} {}", samples.len(), whole.stdout.len());
}

#[test]
fn words_have_their_places() {
    let folder = tempfile::tempdir().unwrap();
    let [sound, words, srt] = ["a.wav", "a.json", "a.srt"].map(|name| folder.path().join(name));
    let mut command = kokoro();
    command.args(["say", "--follow", "-o"]).arg(&sound);
    command.arg("--words").arg(&words).arg("--srt").arg(&srt);
    success(&run_with_input(&mut command, b"Yes. It cost $5."));
    let words = std::fs::read_to_string(&words).unwrap();
    let words: serde_json::Value = serde_json::from_str(&words).unwrap();
    let starts: Vec<_> = words["words"].as_array().unwrap().iter().collect();
    assert_eq!(starts.len(), 4);
    assert_eq!((&starts[3]["word"], &starts[3]["byte_start"]), (&"$5".into(), &13.into()));
    assert!(std::fs::read_to_string(&srt).unwrap().contains("It cost $5."));
    assert!(sound.is_file());
}

#[test]
fn bad_input_is_told() {
    let bad = |text: &[u8]| run_with_input(kokoro().args(SAY).arg("--follow"), text);
    let line = failure(&bad(b"\xff"), 1);
    assert!(line.contains("standard input: expected UTF-8 text"), "{line}");
    failure(&bad(b""), 1);
}
