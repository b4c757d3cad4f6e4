//! `voices`: JSON, blends in files, samples, and what is wrong with them.

#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::{failure, kokoro, names, run, success};

#[test]
fn json_has_what_is_known() {
    let json = success(&run(&["voices", "--json", "--lang", "es"]));
    let voices: serde_json::Value = serde_json::from_str(&json).unwrap();
    let dora = &voices[0];
    assert_eq!((&dora["name"], &dora["gender"]), (&"ef_dora".into(), &"female".into()));
    assert_eq!((&dora["language"], &dora["grade"]), (&"es".into(), &serde_json::Value::Null));
}

#[test]
fn a_blend_in_a_file_speaks_as_the_blend_itself() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("my-voice.safetensors");
    let file = file.to_str().unwrap();
    assert_eq!(success(&run(&["voices", "blend", "af_heart(2)+af_bella(1)", "-o", file])), "");
    let say = |voice: &str| {
        let arguments = ["say", "--phonemes", "həlˈO.", "--voice", voice, "--lang", "a", "-o", "-"];
        let output = run(&arguments);
        assert!(output.status.success(), "{output:?}");
        output.stdout
    };
    let spoken = say(file);
    assert_eq!(spoken, say("af_heart:2, af_bella:1"));
    assert_ne!(spoken, say("af_heart"));
    assert_eq!(names(folder.path()), ["my-voice.safetensors"]);
}

#[test]
fn blends_that_are_none_leave_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.safetensors");
    let bad = folder.path().join("bad.bin");
    std::fs::write(&bad, [0; 100]).unwrap();
    let nan = folder.path().join("nan.bin");
    std::fs::write(&nan, [255; 522_240]).unwrap();
    let fails = |blend: &str| {
        failure(&kokoro().args(["voices", "blend", blend, "-o"]).arg(&path).output().unwrap(), 1)
    };
    assert!(fails("af_heart+af_hart").contains("did you mean `af_heart`?"));
    assert!(fails("af_heart(0)+af_bella").contains("expected a weight above 0"));
    assert!(fails("af_heart-af_bella").contains("sum to 0"));
    assert!(fails("af_heart(").contains("expected a weight"));
    assert!(fails("af_heart(NaN)").contains("NaN"));
    assert!(fails("").contains("`kokoro voices` lists them"));
    assert!(fails(bad.to_str().unwrap()).contains("expected 522240 bytes"));
    assert!(fails(nan.to_str().unwrap()).contains("expected a finite number"));
    assert!(fails("/no/such/voice.pt").contains("cannot open"));
    assert_eq!(names(folder.path()), ["bad.bin", "nan.bin"]);
    let other = folder.path().join("x.pt");
    let output = kokoro().args(["voices", "blend", "af_heart", "-o"]).arg(other).output().unwrap();
    assert!(failure(&output, 1).contains("ends in .safetensors"));
}

#[test]
fn samples_are_whole_files_of_the_voices_names() {
    let folder = tempfile::tempdir().unwrap();
    let samples = folder.path().join("new");
    let output =
        kokoro().args(["voices", "--lang", "fr", "--sample"]).arg(&samples).output().unwrap();
    success(&output);
    assert_eq!(names(&samples), ["ff_siwis.wav"]);
    let sound = hound::WavReader::open(samples.join("ff_siwis.wav")).unwrap();
    assert!(sound.duration() > 2 * 24_000);
    let taken = folder.path().join("file");
    std::fs::write(&taken, "").unwrap();
    let output =
        kokoro().args(["voices", "--lang", "fr", "--sample"]).arg(&taken).output().unwrap();
    failure(&output, 1);
}
