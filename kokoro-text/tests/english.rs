//! English against the reference front end, and against text of every kind: nothing dropped,
//! nothing the model lacks.

use std::sync::{Arc, LazyLock};

use kokoro_text::user_lexicon::{self, Matcher, UserLexicon};
use kokoro_text::{
    Error, Language, Normalization, Origin, Phonemizer, TextOptions, UnknownWords, is_sound,
    phonemizer, utterances,
};
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

/// Phonemes of a text, its sentences joined, and what was left out.
fn read(text: &str, phonemizer: &dyn Phonemizer, options: &TextOptions) -> (String, Vec<String>) {
    let (mut phonemes, mut unknown) = (Vec::new(), Vec::new());
    for utterance in utterances(text, phonemizer, options) {
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

/// Phonemes and what was left out of American English.
fn say(text: &str) -> (String, Vec<String>) {
    read(text, AMERICAN.as_ref(), &TextOptions::default())
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
    let mut as_misaki = TextOptions::default();
    as_misaki.normalization = Normalization::Off;
    as_misaki.unknown = UnknownWords::Skip;
    for (phonemizer, data) in [
        (&*AMERICAN, include_str!("data/en_us.jsonl")),
        (&*BRITISH, include_str!("data/en_gb.jsonl")),
    ] {
        assert_eq!(data.lines().count(), 24);
        for line in data.lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = case["text"].as_str().unwrap();
            let (phonemes, unknown) = read(text, phonemizer.as_ref(), &as_misaki);
            assert_eq!(phonemes, case["phonemes"].as_str().unwrap(), "{text}");
            assert_eq!(unknown, [""; 0]);
        }
    }
}

#[test]
fn another_script_is_left_out_and_named() {
    assert_eq!(say("中文 okay"), ("ˌOkˈA".into(), vec!["中文".into()]));
    let (phonemes, unknown) = say("Привет, мир.");
    assert_eq!((phonemes.as_str(), unknown.len()), ("", 2), "{unknown:?}");
}

#[test]
fn different_spellings_of_one_thing_sound_alike() {
    for (text, like) in [
        ("10kg", "10 kilograms"),
        ("20°C", "20 degrees Celsius"),
        ("$5 million", "5 million dollars"),
        ("¥500", "500 yen"),
        ("don’t", "don't"),
        ("ﬁne", "fine"),
        ("#1", "number 1"),
        ("C# and C++", "C sharp and C plus plus"),
        ("π", "pi"),
    ] {
        assert_eq!(say(text).0, say(like).0, "{text}");
    }
}

#[test]
fn every_name_is_known_in_both_dialects() {
    let units = "km cm mm kg mg ml ft yd lb oz mph hr min sec ms Hz kHz MHz GHz kW".split(' ');
    let units = units.flat_map(|unit| [format!("1 {unit}"), format!("5{unit}")]);
    let words = "Jan. Feb. Apr. Aug. Sept. Oct. Nov. Dec. approx. dept. govt. blvd. capt. sgt. jr.";
    let symbols = "5° 5℃ 5℉ ½ ¼ ¾ ⅓ ⅔ 5¢ ¥5 ₹5 ₩5 #5 #hash C# x≈y x≠y x≤y";
    let words = words.split(' ').chain(symbols.split(' ')).map(String::from);
    let greek = ('α'..='ω').map(|letter| letter.to_string());
    for text in units.chain(words).chain(greek) {
        for phonemizer in [&*AMERICAN, &*BRITISH] {
            let (phonemes, unknown) = read(&text, phonemizer.as_ref(), &TextOptions::default());
            assert!(unknown.is_empty() && phonemes.contains(is_sound), "{text}: {unknown:?}");
        }
    }
}

#[test]
fn every_word_knows_its_bytes_and_its_origin() {
    let text = "Dr. Qzxlorn paid $5.3 billion to the FBI.";
    let options = TextOptions::default();
    let mut all = utterances(text, AMERICAN.as_ref(), &options);
    let utterance = all.next().unwrap().unwrap();
    assert!(all.next().is_none());
    let word = |written: &str| {
        let place = text.find(written).unwrap();
        let place = place..place + written.len();
        let words = utterance.words.iter().filter(|word| word.source == place);
        words.map(|word| (word.spoken.as_str(), word.origin)).collect::<Vec<_>>()
    };
    assert_eq!(word("Dr."), [("Doctor", Origin::Lexicon)]);
    assert_eq!(word("Qzxlorn"), [("Qzxlorn", Origin::Guess)]);
    assert_eq!(word("$5.3 billion").len(), 5, "{:?}", utterance.words);
    assert_eq!(word("FBI"), [("FBI", Origin::Letters)]);
}

#[test]
fn given_phonemes_are_said() {
    assert_eq!(say("[Kokoro TTS](/kˈOkəɹO/)'s voice"), ("kˈOkəɹOz vˈYs".into(), vec![]));
    assert_eq!(say("[gã](/ɡã/)").0, "ɡa\u{303}");
    assert_eq!(say("a [b](/¿x/)"), ("ɐ x".into(), vec!["¿".into()]));
    let stressed = "This is [really](+2) important, but [that](-1) is not.";
    assert_eq!(say(stressed).0, "ðˌɪs ɪz ɹˈiᵊli ɪmpˈɔɹtᵊnt, bˌʌt ðˌæt ɪz nˌɑt.");
}

#[test]
fn a_lexicon_of_the_users_comes_first() {
    let file = "[[entry]]\nword = \"hello\"\nphonemes = \"jˈO\"\n\
        [[entry]]\nword = \"$9\"\nrespelling = \"nine bucks\"\n";
    let lexicon = UserLexicon::parse(file, user_lexicon::Format::Toml, "own.toml").unwrap();
    let mut options = TextOptions::default();
    options.lexicon = Some(Arc::new(Matcher::new(&lexicon, "en-us")));
    let (phonemes, _) = read("Hello, world.", AMERICAN.as_ref(), &options);
    assert_eq!(phonemes, "jˈO, wˈɜɹld.");
}

#[test]
fn languages_that_a_build_lacks_say_so() {
    for language in Language::ALL {
        let Err(error) = phonemizer(language) else { continue };
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
        for utterance in utterances(&text, AMERICAN.as_ref(), &TextOptions::default()) {
            let Ok(utterance) = utterance else { continue }; // nothing to say
            assert_in_vocabulary(&utterance.phonemes);
            assert!((1..=kokoro_text::MAX_PHONEMES).contains(&utterance.phonemes.chars().count()));
            phonemes += utterance.phonemes.chars().count();
        }
        assert_eq!(phonemes > 0, unit.contains(|c: char| c.is_ascii_alphanumeric()), "{unit}");
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
        assert_in_vocabulary(&read(&text, BRITISH.as_ref(), &TextOptions::default()).0);
    }

    /// Every word of letters is heard, whatever stands around it.
    #[test]
    fn no_word_is_dropped(words in prop::collection::vec("[a-zA-Z]{1,8}[.,!?]?", 1..6)) {
        let (phonemes, _) = say(&words.join(" "));
        let spoken = phonemes.split(' ').filter(|word| word.contains(char::is_alphabetic)).count();
        prop_assert!(spoken >= words.len(), "{:?}: {}", words, phonemes);
    }
}
