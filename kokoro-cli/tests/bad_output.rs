//! Outputs that fail: one line, exit code 1, no half-written file.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::process::{Command, Stdio};

use common::{FORMATS, failure, kokoro, names};

#[test]
fn outputs_that_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "x").unwrap();
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    for (path, reason) in [
        ("no/such/a.wav", "o such file"),
        ("file/a.wav", "ot a directory"),
        ("folder", "is a directory"),
    ] {
        let output =
            kokoro().args(["say", "hi", "-o", path]).current_dir(&folder).output().unwrap();
        let line = failure(&output, 1);
        assert!(line.contains(path) && line.contains(reason) && !line.contains(".part"), "{line}");
    }
    assert_eq!(names(folder.path()), ["file", "folder"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    let says_full = |output| {
        let line = failure(&output, 1);
        assert!(line.starts_with("cannot write ") && line.contains("No space left"), "{line}");
    };
    says_full(kokoro().args(["say", "hi", "-o", "/dev/full"]).output().unwrap());
    says_full(kokoro().args(["say", "hi", "-o", "-"]).stdout(full()).output().unwrap());
    for format in FORMATS {
        let arguments = ["say", "hi", "-o", "-", "--audio-format", format];
        says_full(kokoro().args(arguments).stdout(full()).output().unwrap());
    }
    for file in ["--words", "--srt", "--vtt", "--marks", "--plot"] {
        let arguments = ["say", "hi", "-o", "/dev/null", file, "/dev/full"];
        says_full(kokoro().args(arguments).output().unwrap());
    }
    says_full(kokoro().args(["plan", "hi"]).stdout(full()).output().unwrap());
    says_full(kokoro().args(["phonemize", "hi"]).stdout(full()).output().unwrap());
    says_full(kokoro().args(["voices"]).stdout(full()).output().unwrap());
}

/// A limit on the size of files stands for a disk that fills while the file is written.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let script = "trap '' XFSZ; ulimit -f 2; \
                  exec \"$0\" say 'Hello world.' -o \"$1\" --words words.json";
    for format in FORMATS {
        let name = format!("out.{format}");
        std::fs::write(folder.path().join(&name), "old").unwrap();
        let mut shell = Command::new("sh");
        shell
            .args(["-c", script, env!("CARGO_BIN_EXE_kokoro"), &name])
            .env("KOKORO_WEIGHTS", common::weights());
        let output = shell.current_dir(&folder).stdin(Stdio::null()).output().unwrap();
        let line = failure(&output, 1);
        assert!(line.starts_with(&format!("cannot write {name}: ")), "{line}");
        assert_eq!(names(folder.path()), [name.as_str()]);
        assert_eq!(std::fs::read(folder.path().join(&name)).unwrap(), b"old");
        std::fs::remove_file(folder.path().join(&name)).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_program_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let text = "It was a long day at the end of a long year. ".repeat(200);
    let mut child = kokoro()
        .args(["say", &text, "-o", "out.wav"])
        .current_dir(&folder)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while names(folder.path()).is_empty() {
        assert!(child.try_wait().unwrap().is_none(), "it still works on the text");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(
        Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success()
    );
    child.wait().unwrap();
    assert_eq!(names(folder.path()), [""; 0]);
}
