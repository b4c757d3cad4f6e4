//! Mandarin against the reference front end, and what is added to it.

#![cfg(feature = "mandarin")]

use std::sync::LazyLock;

use kokoro_text::{
    Error, Language, Normalization, Phonemizer, TextOptions, is_symbol, phonemizer, utterances,
};

static MANDARIN: LazyLock<Box<dyn Phonemizer>> =
    LazyLock::new(|| phonemizer(Language::Mandarin).expect("Mandarin has a front end"));

/// The phonemes of a text, its sentences joined, and what was left out.
fn read(text: &str, normalization: Normalization) -> (String, Vec<String>) {
    let mut options = TextOptions::default();
    options.normalization = normalization;
    let (mut phonemes, mut unknown) = (Vec::new(), Vec::new());
    for utterance in utterances(text, MANDARIN.as_ref(), &options) {
        match utterance {
            Ok(utterance) => {
                phonemes.push(utterance.phonemes);
                unknown.extend(utterance.unknown);
            }
            Err(Error::NothingToSay { left_out, .. }) => unknown.extend(left_out),
            Err(error) => panic!("{error}"),
        }
    }
    (phonemes.join(" "), unknown)
}

fn say(text: &str) -> (String, Vec<String>) {
    read(text, Normalization::On)
}

/// Of the reference, only what the model knows: it leaves out other symbols, such as the dot
/// between names. Two spaces are one here.
fn as_the_model_hears_it(phonemes: &str) -> String {
    let known: String = phonemes.chars().filter(|c| is_symbol(*c)).collect();
    known.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn phonemes_equal_the_reference() {
    for line in include_str!("data/mandarin.tsv").lines() {
        let (text, expected) = line.split_once('\t').expect("a sentence and its phonemes");
        let expected = as_the_model_hears_it(expected);
        for normalization in [Normalization::On, Normalization::Off] {
            let (phonemes, unknown) = read(text, normalization);
            assert_eq!(phonemes, expected, "{text} {normalization:?}");
            assert_eq!(unknown, [""; 0], "{text}");
        }
    }
}

#[test]
fn another_script_is_left_out_and_named() {
    let (phonemes, unknown) = say("他说Привет和こんにちは。");
    assert_eq!(phonemes, "tʰa→ ʂwo→ xɤ↗ .");
    assert_eq!(unknown, ["Привет", "こんにちは"]);
}

#[test]
fn rare_characters_are_read() {
    assert_eq!(say("二〇二四").0, say("二零二四").0);
    assert_eq!(say("㐀").0, "ʨʰjou→");
    assert_eq!(say("𠀀").0, "xɤ→");
}
