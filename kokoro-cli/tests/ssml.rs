//! SSML, plans and words in time through the program.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::{failure, kokoro, names, run, run_with_input, success};

#[test]
fn a_fault_is_told_with_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let ssml = "<speak>\nHello <b>world.</speak>";
    let say = || {
        let mut command = kokoro();
        command.args(["say", "-", "--format", "ssml", "-o", "x.wav"]).current_dir(&folder);
        command
    };
    let line = failure(&run_with_input(&mut say(), ssml.as_bytes()), 1);
    assert!(line.contains("line 2, column"), "{line}");
    assert_eq!(names(folder.path()), [""; 0]);

    let lenient = run_with_input(say().arg("--lenient"), ssml.as_bytes());
    let warnings = String::from_utf8(lenient.stderr).unwrap();
    assert!(lenient.status.success() && warnings.contains("line 2, column"), "{warnings}");
    assert_eq!(names(folder.path()), ["x.wav"]);
}

#[test]
fn bombs_and_entities_are_refused() {
    let bomb = "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><speak>&b;</speak>";
    let external = "<!DOCTYPE s SYSTEM \"file:///etc/passwd\"><speak>hi</speak>";
    let deep = "<prosody>".repeat(100_000);
    for ssml in [bomb, external, &deep] {
        let mut plan = kokoro();
        plan.args(["plan", "-", "--format", "ssml"]);
        failure(&run_with_input(&mut plan, ssml.as_bytes()), 1);
    }
}

#[test]
fn a_plan_is_a_line_for_each_step() {
    let shown = success(&run(&["plan", "One. [pause:2s] Two."]));
    let steps: Vec<&str> = shown.lines().map(|line| &line[..5]).collect();
    assert_eq!(steps, ["say  ", "pause", "say  "], "{shown}");
    assert!(shown.contains("2000 ms"), "{shown}");
    let json = success(&run(&["plan", "--json", "One. Two.", "--pause", "sentence=120ms"]));
    let steps: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((&steps[0]["type"], &steps[0]["text"]), (&"utterance".into(), &"One.".into()));
    assert_eq!((&steps[1]["kind"], &steps[1]["duration_ms"]), (&"sentence".into(), &120.into()));
}

#[test]
fn words_have_their_places_and_times() {
    let folder = tempfile::tempdir().unwrap();
    let text = "It cost $100 at 9:30PM. We were at 40–60 °C.";
    let arguments = [
        "say", text, "-o", "x.wav", "--words", "x.json", "--srt", "x.srt", "--vtt", "x.vtt",
        "--marks", "x.ndjson", "--plot", "x.svg",
    ];
    success(&kokoro().args(arguments).current_dir(&folder).output().unwrap());
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let words: serde_json::Value = serde_json::from_str(&read("x.json")).unwrap();
    let words = words["words"].as_array().unwrap();
    let written: Vec<&str> = words.iter().map(|word| word["word"].as_str().unwrap()).collect();
    assert_eq!(written, ["It", "cost", "$100", "at", "9:30PM", "We", "were", "at", "40–60 °C"]);
    let wav = hound::WavReader::open(folder.path().join("x.wav")).unwrap();
    let seconds = f64::from(wav.duration()) / f64::from(wav.spec().sample_rate);
    let mut before = 0.0;
    for word in words {
        let place = |key: &str| word[key].as_u64().unwrap() as usize;
        let time = |key: &str| word[key].as_f64().unwrap();
        assert_eq!(text[place("byte_start")..place("byte_end")], word["word"]);
        let chars =
            text.chars().skip(place("char_start")).take(place("char_end") - place("char_start"));
        assert_eq!(chars.collect::<String>(), word["word"].as_str().unwrap());
        assert!(before <= time("start") && time("start") < time("end"), "{word}");
        before = time("end");
    }
    assert!(before <= seconds);
    assert!(read("x.srt").starts_with("1\n00:00:0") && read("x.vtt").starts_with("WEBVTT\n\n"));
    assert!(read("x.ndjson").lines().count() == 11 && read("x.svg").contains("$100"));
}

#[test]
fn the_time_of_a_mark_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let ssml =
        "<speak>One. <mark name=\"two\"/> Two <break time=\"1s\"/> <mark name=\"end\"/></speak>";
    let arguments = ["say", ssml, "--format", "ssml", "-o", "x.wav", "--marks", "x.ndjson"];
    success(&kokoro().args(arguments).current_dir(&folder).output().unwrap());
    let marks = std::fs::read_to_string(folder.path().join("x.ndjson")).unwrap();
    let named: Vec<&str> = marks.lines().filter(|line| line.contains("\"ssml\"")).collect();
    assert!(named.len() == 2 && named[0].contains("\"two\"") && named[1].contains("\"end\""));
}
