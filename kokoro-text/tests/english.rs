//! English against the reference front end, and against text of every kind: nothing dropped,
//! nothing the model lacks.

use std::sync::LazyLock;

use kokoro_text::{Error, Language, Phonemizer, phonemizer, utterances};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

static AMERICAN: LazyLock<Box<dyn Phonemizer>> = LazyLock::new(|| load(Language::AmericanEnglish));
static BRITISH: LazyLock<Box<dyn Phonemizer>> = LazyLock::new(|| load(Language::BritishEnglish));

fn load(language: Language) -> Box<dyn Phonemizer> {
    phonemizer(language).expect("English has a front end")
}

/// The model's vocabulary, from upstream's `config.json`.
const VOCABULARY: &str = concat!(
    ";:,.!?—…\"()“” \u{303}ʣʥʦʨᵝꭧAIOQSTWYᵊabcdefhijklmnopqrstuvwxyz",
    "ɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌːʰʲ↓→↗↘ᵻ"
);

/// Phonemes and unknown words of American English.
fn say(text: &str) -> (String, Vec<String>) {
    let said = AMERICAN.phonemes(text).expect("English pronounces any text");
    (said.phonemes, said.unknown)
}

fn assert_in_vocabulary(phonemes: &str) {
    assert!(phonemes.chars().all(|c| VOCABULARY.contains(c)), "{phonemes:?}");
    assert_eq!(phonemes, phonemes.trim());
}

#[test]
fn the_vocabulary_is_the_models() {
    assert_eq!(kokoro_text::SYMBOLS, VOCABULARY);
}

#[test]
fn phonemes_equal_the_reference() {
    for (phonemizer, data) in [
        (&*AMERICAN, include_str!("data/en_us.jsonl")),
        (&*BRITISH, include_str!("data/en_gb.jsonl")),
    ] {
        assert_eq!(data.lines().count(), 24);
        for line in data.lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let said = phonemizer.phonemes(case["text"].as_str().unwrap()).unwrap();
            assert_eq!(said.phonemes, case["phonemes"].as_str().unwrap(), "{}", case["text"]);
            assert_eq!(said.unknown, [""; 0]);
        }
    }
}

#[test]
fn unknown_words_are_spelled_and_reported() {
    assert_eq!(say("qzx"), ("kjˌu zˌi ˈɛks".into(), vec!["qzx".into()]));
    assert_eq!(say("the qzx's end").0, "ðə kjˌu zˌi ˈɛksᵻz ˈɛnd");
    assert_eq!(say("中文 okay"), ("ˌOkˈA".into(), vec!["中文".into()]));
    let (phonemes, unknown) = say("12345678901234567890");
    assert!(phonemes.starts_with("wˌʌn tˌu θɹˌi") && phonemes.ends_with("zˈɪɹO"), "{phonemes}");
    assert_eq!(unknown.len(), 1);
}

#[test]
fn parts_that_the_lexicon_knows_are_read() {
    for (text, like) in [
        ("livestreamed", "lˈIvstɹˌimd"),
        ("camelCase", "kˈæmᵊlkˌAs"),
        ("π", "pˈI"),
        ("C# and C++", "sˈi ʃˈɑɹp ænd sˈi plˈʌs plˈʌs"),
        ("the '80s", "ði ˈATiz"),
        ("I'd've gone", "ˌIdəv ɡˈɔn"),
        ("flight A380", "flˈIt ˈA θɹˈi ˈATi"),
        ("3:45", "θɹˈi fˈɔɹTi fˈIv"),
    ] {
        assert_eq!(say(text), (like.to_owned(), vec![]), "{text}");
    }
    // Different spellings of one thing.
    for (text, like) in [
        ("10kg", "10 kilograms"),
        ("20°C", "20 degrees Celsius"),
        ("$5 million", "5 million dollars"),
        ("¥500", "500 yen"),
        ("don’t", "don't"),
        ("ﬁne", "fine"),
        ("Approx.", "approximately."),
        ("#1", "number 1"),
    ] {
        assert_eq!(say(text).0, say(like).0, "{text}");
    }
}

#[test]
fn every_name_is_known_in_both_dialects() {
    let units = "km cm mm kg mg ml ft yd lb oz mph hr min sec ms Hz kHz MHz GHz kW".split(' ');
    let units = units.flat_map(|unit| [format!("1 {unit}"), format!("5{unit}")]);
    let words = "Jan. Feb. Apr. Aug. Sept. Oct. Nov. Dec. approx. dept. govt. blvd. capt. sgt. jr."
        .split(' ')
        .map(String::from);
    let symbols = "= < > × ÷ ± ≈ ≠ ≤ ≥ √ ∞ 5° 5℃ 5℉ ½ ¼ ¾ ⅓ ⅔ © ® ™ § ¶ 5¢ ¥5 ₹5 ₩5 #5 #hash C#"
        .split(' ')
        .map(String::from);
    let greek = ('α'..='ω').map(|letter| letter.to_string());
    let texts: Vec<String> = units.chain(words).chain(symbols).chain(greek).collect();
    for phonemizer in [&*AMERICAN, &*BRITISH] {
        let said = texts.iter().map(|text| (text, phonemizer.phonemes(text).unwrap()));
        let unsaid: Vec<_> =
            said.filter(|(_, said)| !said.unknown.is_empty() || said.phonemes.is_empty()).collect();
        assert!(unsaid.is_empty(), "{}: {unsaid:?}", phonemizer.language());
    }
}

#[test]
fn given_phonemes_are_said() {
    assert_eq!(say("[Kokoro TTS](/kˈOkəɹO/)'s voice"), ("kˈOkəɹOz vˈYs".into(), vec![]));
    assert_eq!(say("[gã](/gã/)").0, "ɡa\u{303}");
    assert_eq!(say("a [b](/¿x/)"), ("ɐ x".into(), vec!["¿".into()]));
    let stressed = "This is [really](+2) important, but [that](-1) is not.";
    assert_eq!(say(stressed).0, "ðˌɪs ɪz ɹˈiᵊli ɪmpˈɔɹtᵊnt, bˌʌt ðˌæt ɪz nˌɑt.");
}

#[test]
fn what_cannot_be_said_is_left_out_and_reported() {
    assert_eq!(say("a\u{7}😀"), ("ɐ".into(), vec!["U+0007".into(), "😀".into()]));
    assert_eq!(say("").0, "");
    assert_eq!(say("...").0, "...");
}

#[test]
fn other_languages_say_that_they_are_missing() {
    for language in Language::ALL.into_iter().skip(2) {
        let error = phonemizer(language).err().expect("no front end yet");
        assert!(matches!(error, Error::NoFrontEnd { .. }));
        assert!(error.to_string().contains(language.tag()));
    }
}

#[test]
fn long_text_without_spaces_streams() {
    // Superlinear time would show here as minutes, not as a failed comparison of times.
    for unit in ["a", "ab-", "x7!", "'", "(", "1", "aB", "中"] {
        let text = unit.repeat(6_000 / unit.len());
        let mut phonemes = 0;
        for utterance in utterances(&text, AMERICAN.as_ref()) {
            let utterance = utterance.unwrap();
            assert_in_vocabulary(&utterance.phonemes);
            assert!((1..=kokoro_text::MAX_PHONEMES).contains(&utterance.phonemes.chars().count()));
            phonemes += utterance.phonemes.chars().count();
        }
        assert!(unit == "中" || phonemes > 0, "{unit}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    #[test]
    fn any_text_gives_symbols_of_the_model(text in "\\PC{0,60}") {
        assert_in_vocabulary(&say(&text).0);
    }

    /// Shapes that the tokenizer, the stemmers and the number reader branch on.
    #[test]
    fn hostile_words_give_symbols_of_the_model(
        text in concat!(
            "([A-Ca-e]{0,3}|['’.,:/$#%&+@_-]|[0-9]{0,4}|(s|es|ed|ing|ies|'s|th|st)",
            "|[(\\[\\])\"“”]|[ é²½…–—£‘ж]|\\n){0,14}",
        )
    ) {
        assert_in_vocabulary(&say(&text).0);
        assert_in_vocabulary(&BRITISH.phonemes(&text).unwrap().phonemes);
    }

    /// Every word of letters is heard, whatever stands around it.
    #[test]
    fn no_word_is_dropped(words in prop::collection::vec("[a-zA-Z]{1,8}[.,!?]?", 1..6)) {
        let (phonemes, _) = say(&words.join(" "));
        let spoken = phonemes.split(' ').filter(|word| word.contains(char::is_alphabetic)).count();
        prop_assert!(spoken >= words.len(), "{:?}: {}", words, phonemes);
    }
}
