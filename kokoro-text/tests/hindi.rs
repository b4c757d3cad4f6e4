//! Hindi against what upstream says, and against text of every kind.

#![cfg(feature = "hindi")]

use std::time::Instant;

use kokoro_text::{
    Error, Language, Normalization, Origin, Phonemizer, TextOptions, phonemizer, utterances,
};
use unicode_normalization::UnicodeNormalization;

/// Sentences with the phonemes of misaki 0.9.4 over espeak-ng 1.52; `data/README.md` has more.
const REFERENCE: &str = include_str!("data/hi.jsonl");

/// The most errors in 100 phonemes. All but one of the sentences are said as upstream says them: it
/// reads the danda behind a bracket aloud, which nobody wants to hear.
const MAX_ERROR_RATE: f64 = 0.5;

fn hindi() -> Box<dyn Phonemizer> {
    phonemizer(Language::Hindi).expect("Hindi has a front end")
}

/// The phonemes of a text, its sentences joined, as upstream writes them: without numbers as words.
fn read(text: &str, hindi: &dyn Phonemizer) -> String {
    let mut options = TextOptions::default();
    options.normalization = Normalization::Off;
    let said: Result<Vec<_>, _> = utterances(text, hindi, &options).collect();
    let said = said.expect("no error").into_iter().map(|utterance| utterance.phonemes);
    said.collect::<Vec<_>>().join(" ")
}

/// What is compared: no space and no punctuation.
fn compared(phonemes: &str) -> Vec<char> {
    // The dot of "r." is a part of a sound.
    phonemes.nfd().filter(|c| !c.is_whitespace() && !";:,!?—…\"()“”".contains(*c)).collect()
}

/// How many symbols must be put in, taken out or changed to make one of the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

#[test]
fn sentences_are_said_as_upstream_says_them() {
    let hindi = hindi();
    let (mut errors, mut symbols) = (0, 0);
    let mut wrong = Vec::new();
    for line in REFERENCE.lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let field = |name: &str| case[name].as_str().expect(name);
        let said = read(field("text"), hindi.as_ref());
        let (ours, theirs) = (compared(&said), compared(field("phonemes")));
        errors += distance(&ours, &theirs);
        symbols += theirs.len();
        if ours != theirs {
            wrong.push(format!("{}\n  {said}\n  {}", field("text"), field("phonemes")));
        }
    }
    let rate = 100.0 * errors as f64 / symbols as f64;
    assert!(rate <= MAX_ERROR_RATE && wrong.len() == 1, "{rate:.2} %\n{}", wrong.join("\n"));
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

/// The time of four times as much text is about four times as long, with room for a busy machine.
#[test]
fn time_is_linear_without_spaces() {
    let hindi = hindi();
    for piece in ["क", "क्", "ं", "ि", "अ", "a", "१", "।", "(", "क-", "\u{93c}", "र्"]
    {
        let seconds = |count: usize| {
            let text = piece.repeat(count);
            let start = Instant::now();
            utterances(&text, hindi.as_ref(), &TextOptions::default()).for_each(drop);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (seconds(4_000), seconds(16_000));
        assert!(long < 12.0 * short + 0.5, "{piece:?}: {short:.3} s, then {long:.3} s");
    }
}
