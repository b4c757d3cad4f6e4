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
    assert!(data.lines().count() >= 40);
    for line in data.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let (phonemes, unknown) = read(text, &as_upstream());
        assert_eq!(phonemes, case["phonemes"].as_str().unwrap(), "{text}");
        assert_eq!(unknown, [""; 0]);
    }
}

/// Where upstream reads digits, counters and Latin letters otherwise than a reader says them.
#[test]
fn numbers_and_latin_words_are_read_as_they_are_said() {
    let options = TextOptions::default();
    let mut wrong = Vec::new(); // text, read, expected, left out
    for (text, said) in [
        ("1本、3本、6本、10本", "iʔpoɴ, saɴ boɴ, ɾoʔpoɴ, ʥɨʔpoɴ"),
        ("4時9分", "joʥi kʲɨː ɸɯɴ"),
        ("5月20日", "ɡoɡaʦɨ haʦɨka"),
        ("Tシャツ", "tʲiː ɕaʦɨ"),
        ("AI", "eː ai"),
        ("ＡＩ", "eː ai"),
        ("ｱｲｽ", "aisɨ"),
        ("3羽の鳥、第1話、3対2", "saɴ βa no toɾʲi, daiiʨi βa, saɴ tai ɲi"),
        ("二〇二四年、一兆。", "ɲiseɴ ɲiʥɨːjo neɴ, iʔʨoː."),
        ("二泊三日", "ɲi hakɯ mʲiʔka"),
        ("3時10分、もう十分だ。", "saɲʥi ʥɨʔpɯɴ, moː ʥɨːbɯɴ da."),
        ("世界中、会議中", "sekai ʥɨː, kaiɡʲi ʨɨː"),
        ("すごーーい！", "sɨɡoːi!"),
        ("漢字（かんじ）を書く", "kaɲʥi o kakɯ"),
        ("笑った(^_^)。", "βaɾaʔta."),
        ("3Dプリンター", "sɨɾʲiː dʲiː pɯɾʲintaː"),
    ] {
        let (read, unknown) = read(text, &options);
        if read != said || !unknown.is_empty() {
            wrong.push((text, read, said, unknown));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_cannot_be_read_is_named() {
    let options = TextOptions::default();
    let (said, unknown) = read("鼗鷸とПривет。（はい）", &options);
    assert_eq!((said.as_str(), unknown), ("to. hai", vec!["鼗鷸".into(), "Привет".into()]));
}

#[test]
fn words_know_what_they_were_read_from() {
    let text = "「2024年」のWi-Fiｶﾞ";
    let all = utterances(text, JAPANESE.as_ref(), &TextOptions::default());
    let words: Vec<_> = all.flatten().flat_map(|utterance| utterance.words).collect();
    let sources: Vec<&str> = words.iter().map(|word| &text[word.source.clone()]).collect();
    assert!(sources.contains(&"Wi-Fi"), "{sources:?}");
    assert_eq!(sources.last(), Some(&"ｶﾞ"));
    assert_eq!(JAPANESE.sign_name('。'), Some("句点"));
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
