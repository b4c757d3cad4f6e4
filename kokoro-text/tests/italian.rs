//! Italian against upstream's phonemes, and what its phonemizer promises.
#![cfg(feature = "italian")]

mod support;

use std::sync::LazyLock;

use kokoro_text::{
    Error, Format, Hint, Language, Origin, Passage, Phonemizer, Reading, TextOptions, Word,
    phonemizer, utterances,
};

use support::{Agreement, assert_linear_time};

/// Sentences with the phonemes of misaki 0.9.4 over espeak-ng 1.52; `data/README.md` has more.
const REFERENCE: &str = include_str!("data/it.jsonl");

static ITALIAN: LazyLock<Box<dyn Phonemizer>> =
    LazyLock::new(|| phonemizer(Language::Italian).expect("Italian has a front end"));

/// The most edits for a hundred phonemes of the reference. Nothing differs now; this is room for
/// words whose reading is mended against upstream.
const MOST_EDITS: f64 = 0.5;

fn words(text: &str, hints: &[Hint]) -> Vec<Word> {
    let options = TextOptions::default();
    ITALIAN.words(&Passage::new(text, hints, &options)).expect("no engine that could fail")
}

fn phonemes(text: &str) -> String {
    let said = words(text, &[]).into_iter().map(|word| word.phonemes);
    said.collect::<Vec<_>>().join(" ")
}

#[test]
fn sentences_are_said_as_upstream_says_them() {
    // Phonemes and stress marks without spaces and punctuation.
    let compared = |c: char| c.is_alphanumeric() || "ˈˌː".contains(c);
    let found = Agreement::with_reference(REFERENCE, ITALIAN.as_ref(), compared);
    assert!(10 * found.exact >= 9 * found.sentences, "{found}");
    assert!(found.error_rate <= MOST_EDITS, "{found}");
}

#[test]
fn spelling_in_other_forms_is_the_same() {
    assert_eq!(phonemes("perche\u{301} citta\u{300}"), phonemes("perché città"));
    assert_eq!(phonemes("l’amico dell’uomo"), phonemes("l'amico dell'uomo"));
    assert_eq!(phonemes("LA CITTÀ È BELLA"), phonemes("la città è bella"));
    assert_eq!(phonemes("50%"), "ʧinkwˈanta perʧˈɛnto");
}

#[test]
fn origins_say_where_phonemes_came_from() {
    let origins = |text| words(text, &[]).iter().map(|word| word.origin).collect::<Vec<_>>();
    assert_eq!(origins("computer"), [Origin::Lexicon]);
    assert_eq!(origins("amabilmente dell'uomo"), [Origin::Rule, Origin::Rule]);
    assert_eq!(
        origins("la TV, b"),
        [Origin::Rule, Origin::Letters, Origin::Punctuation, Origin::Letters]
    );
    assert_eq!(origins("日本 ≈"), [Origin::Silent, Origin::Silent]);
}

#[test]
fn hints_are_honoured() {
    let hint = |range, reading| Hint { range, reading };
    let hints = [
        hint(0..5, Reading::Letters),
        hint(6..10, Reading::Stress(-1.0)),
        hint(11..15, Reading::Phonemes("kˈaza".into())),
    ];
    let words = words("CASA2 casa casa", &hints);
    let said: Vec<_> = words.iter().map(|word| word.phonemes.as_str()).collect();
    assert_eq!(said, ["ʧˌiˌaːˌɛSeˈaː dˈue", "kˌaza", "kˈaza"]);
    assert_eq!(words[2].origin, Origin::Markup);
}

#[test]
fn what_cannot_be_said_is_reported() {
    let mut options = TextOptions::default();
    options.format = Format::Plain;
    let read: Result<Vec<_>, _> = utterances("Ciao 日本", ITALIAN.as_ref(), &options).collect();
    assert_eq!(read.expect("something is said")[0].unknown, ["日本"]);
    let read: Result<Vec<_>, Error> = utterances("日本", ITALIAN.as_ref(), &options).collect();
    assert!(read.is_err());
    assert_eq!(ITALIAN.sign_name('?'), Some("punto interrogativo"));
}

#[test]
fn time_is_linear_without_spaces() {
    let pieces = ["a", "z", "'", "-", "l'", "1", "a1", "aB", "è", "%", "zucchero", "i ", "\u{301}"];
    assert_linear_time(ITALIAN.as_ref(), &pieces);
}
