//! Another program's parser reads what is written here: webvtt-py, which pip gets from PyPI, pinned
//! by version and hash. Without python3, pip or a network these tests check nothing, and say so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use kokoro_captions::{CueOptions, Cues, SubtitleFormat, Subtitles, WrittenWord};

mod support;

use support::{RATE, file, read};

/// A cue as the parser gives it: start, end, text.
type Parsed = (String, String, String);

fn python(arguments: &[&Path], modules: &Path) -> std::io::Result<Output> {
    Command::new("python3").args(arguments).env("PYTHONPATH", modules).output()
}

/// The folder that the parser is installed in; why it could not be, if so.
fn parser() -> Result<&'static Path, &'static str> {
    static PARSER: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("webvtt-py-0.6.0");
        if folder.join("webvtt/__init__.py").is_file() {
            return Ok(folder);
        }
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        let pip = Command::new("python3")
            .args(["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes"])
            .args(["--disable-pip-version-check", "--upgrade", "--target"])
            .arg(&folder)
            .arg("-r")
            .arg(tests.join("requirements.txt"))
            .output();
        match pip {
            Ok(pip) if pip.status.success() => Ok(folder),
            Ok(pip) => Err(String::from_utf8_lossy(&pip.stderr).into_owned()),
            Err(error) => Err(format!("python3: {error}")),
        }
    });
    PARSER.as_deref().map_err(String::as_str)
}

/// What the parser makes of a file; none if there is no parser.
fn parsed(name: &str, text: &str) -> Option<Vec<Parsed>> {
    let modules = match parser() {
        Ok(modules) => modules,
        Err(error) => {
            eprintln!("NOT CHECKED: no webvtt-py to read {name} with: {error}");
            return None;
        }
    };
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("the folder for tests can be written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parse_subtitles.py");
    let output = python(&[&script, &path], modules).expect("python3 ran before");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {said}");
    Some(serde_json::from_slice(&output.stdout).expect("a list of cues"))
}

/// The cues themselves: start and end in seconds, lines.
fn cues(words: &[WrittenWord]) -> Vec<(f64, f64, Vec<String>)> {
    let mut cues = Cues::new(RATE, CueOptions::default());
    let mut given: Vec<_> = words.iter().flat_map(|word| cues.push(word)).collect();
    given.extend(cues.finish(words.last().map_or(0, |word| word.end) + u64::from(RATE)));
    let seconds = |samples| samples as f64 / f64::from(RATE);
    let cue =
        |cue: &kokoro_captions::Cue| (seconds(cue.start), seconds(cue.end), cue.text().collect());
    given.iter().map(cue).collect()
}

fn seconds(clock: &str) -> f64 {
    clock.split(':').fold(0.0, |sum, part| {
        60.0 * sum + part.replace(',', ".").parse::<f64>().expect("a part of a time")
    })
}

/// The text without the times of words, and what was escaped as it was.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    for (at, part) in text.split('<').enumerate() {
        plain += if at == 0 { part } else { part.split_once('>').map_or(part, |(_, text)| text) };
    }
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

const TEXT: &str = "The price, 5 < 6 & 7 > 4, is $100. “Why?” she asked: go --> there, or don't! \
    It is a long sentence, with clauses that go on, and on, until two lines are not enough for \
    all that it says. 東京で百円を払った。 Né à Köln &amp; Äpfel. Hm. Ah.";

#[test]
fn another_parser_reads_the_same_cues() {
    let words = read(TEXT);
    let expected = cues(&words);
    assert!(expected.len() > 3);
    let formats = [
        ("plain.vtt", SubtitleFormat::WebVtt),
        ("words.vtt", SubtitleFormat::WebVttWords),
        ("plain.srt", SubtitleFormat::Srt),
    ];
    for (name, format) in formats {
        let text = file(&mut Subtitles::new(format, RATE, CueOptions::default()), &words);
        let Some(parsed) = parsed(name, &text) else { return };
        assert_eq!(parsed.len(), expected.len(), "{name}");
        for ((start, end, text), (cue_start, cue_end, lines)) in parsed.iter().zip(&expected) {
            let late = |time: &str, exact: f64| exact - seconds(time);
            assert!((0.0..0.001).contains(&late(start, *cue_start)), "{name}: {start}");
            assert!((0.0..0.001).contains(&late(end, *cue_end)), "{name}: {end}");
            let written = lines.join("\n");
            match format {
                SubtitleFormat::Srt => {
                    let read = text.replace('\u{200b}', "").replace('→', "-->");
                    assert_eq!(read, written);
                }
                _ => assert_eq!(unescaped(text), written),
            }
        }
    }
}

#[test]
fn another_parser_reads_an_empty_file() {
    let text = file(&mut Subtitles::new(SubtitleFormat::WebVtt, RATE, CueOptions::default()), &[]);
    if let Some(parsed) = parsed("empty.vtt", &text) {
        assert!(parsed.is_empty());
    }
}
