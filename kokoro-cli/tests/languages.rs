//! The nine languages, as the command speaks them.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use common::{failure, kokoro, run, success};

/// A voice, a sentence of its language, and the language's tag.
const SENTENCES: [(&str, &str, &str); 9] = [
    ("af_heart", "The rain is falling softly.", "en-us"),
    ("bf_emma", "The rain is falling softly.", "en-gb"),
    ("ef_dora", "La lluvia cae despacio sobre la casa.", "es"),
    ("ff_siwis", "La pluie tombe doucement sur la maison.", "fr"),
    ("hf_alpha", "बारिश धीरे धीरे हो रही है।", "hi"),
    ("if_sara", "La pioggia cade piano sulla casa.", "it"),
    ("jf_alpha", "雨が静かに降っています。", "ja"),
    ("pf_dora", "A chuva cai devagar sobre a casa.", "pt-br"),
    ("zf_xiaobei", "雨在慢慢地下着。", "zh"),
];

fn said(arguments: &[&str]) -> String {
    success(&run(arguments))
}

#[test]
fn every_voice_reads_its_language() {
    let folder = tempfile::tempdir().unwrap();
    for (voice, text, _) in SENTENCES {
        let file = folder.path().join(voice).with_extension("wav");
        let output = kokoro().args(["say", "--voice", voice, text, "-o"]).arg(&file).output();
        success(&output.unwrap());
        let samples = hound::WavReader::open(&file).unwrap().duration();
        assert!(samples > 24_000, "{voice}: {samples} samples");
    }
}

#[test]
fn a_language_is_found_out() {
    for (_, text, tag) in SENTENCES {
        let (named, found) = (["--lang", tag], ["--lang", "auto"]);
        let named = said(&["phonemize", text, named[0], named[1]]);
        let found = said(&["phonemize", text, found[0], found[1]]);
        assert!(named.chars().any(char::is_alphabetic), "{tag}");
        assert!(named == found || tag == "en-gb", "{tag}: {named:?}, {found:?}");
    }
    let line = failure(&run(&["phonemize", "1 2 3", "--lang", "auto"]), 1);
    assert!(line.contains("--lang"), "{line}");
}

#[test]
fn japanese_without_its_dictionary_says_where_it_was_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    let named = folder.path().to_str().unwrap();
    let line = failure(&run(&["phonemize", "雨です。", "--lang", "ja", "--text-data", named]), 1);
    assert!(line.contains(named) && line.contains("KOKORO_TEXT_DATA"), "{line}");
    assert!(said(&["phonemize", "Llueve.", "--lang", "es", "--text-data", named]).len() > 5);
}

#[test]
fn espeak_ng_is_asked_for_its_languages_alone() {
    let line = failure(&run(&["phonemize", "雨です。", "--lang", "ja", "--g2p", "espeak"]), 1);
    assert!(line.contains("Japanese") || line.contains("install espeak-ng"), "{line}");
    let arguments = ["phonemize", "La lluvia cae.", "--lang", "es", "--g2p", "espeak"];
    let output = kokoro().args(arguments).env("KOKORO_ESPEAK", "/no/such/program").output();
    let line = failure(&output.unwrap(), 1);
    assert!(line.contains("install espeak-ng"), "{line}");
}
