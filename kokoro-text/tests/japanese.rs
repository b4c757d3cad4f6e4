//! Japanese against the reference front end.
#![cfg(feature = "japanese")]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use kokoro_text::{
    Error, Format, Language, Normalization, Phonemizer, TextData, TextOptions, phonemizer,
    phonemizer_with, utterances,
};

static JAPANESE: LazyLock<Box<dyn Phonemizer>> =
    LazyLock::new(|| phonemizer(Language::Japanese).expect("the data lie in the repository"));

/// Phonemes of a text, its sentences joined, and what was left out.
fn read(text: &str, options: &TextOptions) -> (String, Vec<String>) {
    let (mut phonemes, mut unknown) = (Vec::new(), Vec::new());
    for utterance in utterances(text, JAPANESE.as_ref(), options) {
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

fn as_upstream() -> TextOptions {
    let mut options = TextOptions::default();
    options.normalization = Normalization::Off;
    options
}

#[test]
fn phonemes_equal_the_reference() {
    let data = include_str!("data/ja.jsonl");
    assert!(data.lines().count() >= 20);
    for line in data.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let (phonemes, unknown) = read(text, &as_upstream());
        assert_eq!(phonemes, case["phonemes"].as_str().unwrap(), "{text}");
        assert_eq!(unknown, [""; 0]);
    }
}

#[test]
fn missing_data_name_the_places() {
    let mut data = TextData::default();
    data.folder = Some("/nowhere".into());
    let error = phonemizer_with(Language::Japanese, &data).err().unwrap();
    assert!(matches!(&error, Error::NoTextData { looked, .. } if looked.len() == 1), "{error}");
    assert!(error.to_string().contains("/nowhere"), "{error}");
}

#[test]
fn time_is_linear_in_the_length() {
    let mut options = TextOptions::default();
    options.format = Format::Plain;
    for piece in ["あ", "ア", "漢", "ー", "「", "。", "1", "々", "a", "０", "㍻", "ゞ", "・", "ｶﾞ"]
    {
        let text = piece.repeat(60_000 / piece.len());
        let start = Instant::now();
        read(&text, &options);
        assert!(start.elapsed() < Duration::from_secs(20), "{piece}: {:?}", start.elapsed());
    }
}
