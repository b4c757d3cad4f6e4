//! Nobody reads: one line, exit code 1. Alone in its file: a test beside it that starts a program
//! would hold this pipe's reading end open for the moment between its fork and its exec, and a
//! short output would fit into the pipe.
#![cfg(unix)]
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::process::Stdio;

use common::{failure, kokoro};

#[test]
fn a_closed_pipe() {
    for arguments in [
        &["say", "hi", "-o", "-"][..],
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
