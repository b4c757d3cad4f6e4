//! Hindi against what upstream says, and against text of every kind.

#![cfg(feature = "hindi")]

mod support;

use kokoro_text::{Error, Language, Origin, Phonemizer, TextOptions, phonemizer, utterances};
use unicode_normalization::UnicodeNormalization;

use support::{Agreement, assert_linear_time, read};

/// Sentences with the phonemes of misaki 0.9.4 over espeak-ng 1.52; `data/README.md` has more.
const REFERENCE: &str = include_str!("data/hi.jsonl");

/// The most errors in 100 phonemes. All but one of the sentences are said as upstream says them: it
/// reads the danda behind a bracket aloud, which nobody wants to hear.
const MAX_ERROR_RATE: f64 = 0.5;

fn hindi() -> Box<dyn Phonemizer> {
    phonemizer(Language::Hindi).expect("Hindi has a front end")
}

#[test]
fn sentences_are_said_as_upstream_says_them() {
    // The dot of "r." is a part of a sound.
    let compared = |c: char| !c.is_whitespace() && !";:,!?—…\"()“”".contains(c);
    let found = Agreement::with_reference(REFERENCE, hindi().as_ref(), compared);
    assert!(found.exact + 1 == found.sentences && found.error_rate <= MAX_ERROR_RATE, "{found}");
}

#[test]
fn punctuation_is_upstreams() {
    let hindi = hindi();
    assert_eq!(read("ठीक है (हाँ), है न?", hindi.as_ref()), "ʈʰˈiːk hɛː (hˈa\u{303}), hɛː nˈə?");
    assert_eq!(read("वह आया। वह गया॥", hindi.as_ref()), "ʋˌəh ˈaːjaː ʋˌəh ɡˈʌjaː");
    assert_eq!(read("(वह घर में)।", hindi.as_ref()), "(ʋˌəh ɡʰˈʌɾ mˈẽː)".nfd().to_string());
    assert_eq!(read("।", hindi.as_ref()), "pˈuːrɳə ʋɪɾˈaːm");
}

#[cfg(feature = "english")]
#[test]
fn latin_words_are_read_in_british_english() {
    let hindi = hindi();
    assert_eq!(read("यह software अच्छा है", hindi.as_ref()), "jˌəh sˈɒftwɛː ˈʌcʰcʰaː hɛː");
    assert_eq!(read("good morning भाई", hindi.as_ref()), "ɡˈʊd mˈɔːnɪŋ bʰˈaːi");
    assert_eq!(read("मेरा iPhone-का", hindi.as_ref()), "mˌeːɾaː ˈIfˌQn kaː");
}

#[test]
fn origins_and_hints() {
    let hindi = hindi();
    let origins = |text: &str| -> Vec<_> {
        let spoken = utterances(text, hindi.as_ref(), &TextOptions::default()).flatten();
        let words = spoken.flat_map(|utterance| utterance.words);
        words.map(|word| (word.spoken, word.origin)).collect()
    };
    let found = origins("वह किताब [घर](/ɡʰˈʌɾ/)");
    let origins = found.iter().map(|(_, origin)| *origin);
    assert_eq!(origins.collect::<Vec<_>>(), [Origin::Lexicon, Origin::Rule, Origin::Markup]);
    assert_eq!(read("[किताब](-2) यह", hindi.as_ref()), "kɪtaːb jˌəh");
    assert_eq!(read("[है](+2) यह", hindi.as_ref()), "hˈɛː jˌəh");
}

#[test]
fn forms_of_unicode_do_not_matter() {
    let hindi = hindi();
    for (one, other) in [("ज़रूर पढ़ो", "\u{95b}रूर प\u{95d}ो"), ("अन्य", "अन्\u{200d}य")]
    {
        assert_eq!(read(one, hindi.as_ref()), read(other, hindi.as_ref()));
    }
}

#[test]
fn what_cannot_be_said_is_reported() {
    let hindi = hindi();
    let said = utterances("नमस्ते Привет", hindi.as_ref(), &TextOptions::default());
    let said = said.collect::<Result<Vec<_>, Error>>().expect("something is said");
    assert_eq!(said[0].phonemes, "nəmˈʌsteː");
    assert_eq!(said[0].unknown, ["Привет"]);
}

#[test]
fn time_is_linear_without_spaces() {
    let pieces = ["क", "क्", "ं", "ि", "अ", "a", "१", "।", "(", "क-", "\u{93c}", "र्"];
    assert_linear_time(hindi().as_ref(), &pieces);
}
