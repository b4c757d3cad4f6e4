//! Output into a pipe that nobody reads: one line, exit code 1. This test is alone in its file: if
//! another test of the same process started a program, that program would hold the reading end of
//! this pipe open between its fork and its exec, and a short output could be written without an
//! error.
#![cfg(unix)]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::process::Stdio;

use common::{failure, kokoro};

#[test]
fn a_closed_pipe() {
    for arguments in [
        &["say", "hi", "-o", "-"][..],
        &["say", "hi", "-o", "-", "--audio-format", "pcm"],
        &["say", "hi", "-o", "-", "--audio-format", "flac"],
        &["say", "hi", "-o", "-", "--audio-format", "opus"],
        &["say", "hi", "-o", "-", "--audio-format", "mp3"],
        &["say", "hi", "-o", "-", "--audio-format", "m4a"],
        &["say", "hi", "-o", "-", "--audio-format", "aac"],
        &["plan", "hi"],
        &["phonemize", "hi"],
        &["voices"],
        &["bench", "--runs", "1"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = kokoro().args(arguments).stdout(writer).stderr(Stdio::piped()).output();
        let line = failure(&output.unwrap(), 1);
        assert!(line.contains("roken pipe"), "{arguments:?}: {line}");
    }
}
