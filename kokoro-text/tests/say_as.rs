//! SSML's `say-as` from the markup to phonemes.

use kokoro_text::{
    Format, Language, Phonemizer, TextOptions, Utterance, normalize, phonemizer, utterances,
};

fn options() -> TextOptions {
    let mut options = TextOptions::default();
    options.format = Format::Ssml;
    options
}

fn english() -> Box<dyn Phonemizer> {
    phonemizer(Language::AmericanEnglish).expect("English is built in")
}

/// The text that the phonemizer is given for some SSML.
fn words(ssml: &str, language: &dyn Phonemizer) -> String {
    let options = options();
    let texts: Vec<_> = normalize(ssml, language, &options).collect();
    texts.iter().map(|text| text.as_str()).collect::<Vec<_>>().join("\n")
}

fn spoken(ssml: &str) -> Vec<Utterance> {
    let said: Result<Vec<_>, _> = utterances(ssml, english().as_ref(), &options()).collect();
    said.expect("something is said")
}

#[test]
fn what_is_demanded_is_said_in_its_sentence() {
    let english = english();
    for (ssml, expected) in [
        (
            "<speak>Dial <say-as interpret-as='digits'>911</say-as>, or room 911.</speak>",
            "Dial nine one one, or room nine eleven.",
        ),
        (
            "<speak>On <say-as interpret-as='date' format='dmy'>1/5/2026</say-as> it ends.</speak>",
            "On May first, twenty twenty six it ends.",
        ),
        (
            "<speak>It took <say-as interpret-as='time'>1'21&quot;</say-as>.</speak>",
            "It took one minute and twenty one seconds.",
        ),
        (
            "<speak>No <say-as interpret-as='expletive'>damn</say-as> way in 1984.</speak>",
            "No beep way in nineteen eighty four.",
        ),
        ("<speak>Room <say-as interpret-as='colour'>12</say-as>.</speak>", "Room twelve."),
    ] {
        assert_eq!(words(ssml, english.as_ref()), expected, "{ssml}");
    }
}

#[test]
fn letters_are_named_and_know_their_source() {
    let ssml = "<speak>It is <say-as interpret-as='characters'>a1b</say-as>.</speak>";
    let start = ssml.find("a1b").expect("it is there");
    let said = spoken(ssml);
    let words: Vec<_> = said[0].words.iter().map(|word| word.spoken.as_str()).collect();
    assert_eq!(words, ["It", "is", "A", "one", "B", "."]);
    assert!(said[0].phonemes.contains("ˈA wˈʌn bˈi"), "{}", said[0].phonemes);
    for word in &said[0].words[2..5] {
        assert_eq!(word.source, start..start + 3);
    }
}

/// A date is said in every language as its normalizer says it where nothing is in doubt.
#[test]
fn every_language_does_as_demanded() {
    for (language, expected) in [
        (Language::AmericanEnglish, "May second, twenty twenty six"),
        (Language::BritishEnglish, "the second of May, twenty twenty six"),
        (Language::Spanish, "dos de mayo de dos mil veintiséis"),
        (Language::French, "deux mai deux mille vingt-six"),
        (Language::Italian, "due maggio duemilaventisei"),
        (Language::BrazilianPortuguese, "dois de maio de dois mil e vinte e seis"),
        (Language::Hindi, "दो मई दो हज़ार छब्बीस"),
        (Language::Mandarin, "二零二六年五月二日"),
    ] {
        let phonemizer = phonemizer(language).expect("built in");
        let ssml = "<speak><say-as interpret-as='date' format='mdy'>5/2/2026</say-as></speak>";
        assert_eq!(words(ssml, phonemizer.as_ref()), expected, "{language:?}");
    }
}
