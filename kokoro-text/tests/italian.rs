//! Italian against upstream's phonemes, and what its phonemizer promises.
#![cfg(feature = "italian")]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use kokoro_text::{
    Error, Format, Hint, Language, Normalization, Origin, Passage, Phonemizer, Reading,
    TextOptions, Word, phonemizer, utterances,
};

static ITALIAN: LazyLock<Box<dyn Phonemizer>> =
    LazyLock::new(|| phonemizer(Language::Italian).expect("Italian has a front end"));

/// The most edits for a hundred phonemes of the reference. Of the two files, nothing differs; the
/// rest is room for words whose reading is mended against upstream.
const MOST_EDITS: f64 = 0.5;

/// The phonemes of a text as upstream reads it, without a normalizer.
fn read(text: &str) -> String {
    let mut options = TextOptions::default();
    options.normalization = Normalization::Off;
    let said = utterances(text, ITALIAN.as_ref(), &options).flatten();
    said.map(|utterance| utterance.phonemes).collect::<Vec<_>>().join(" ")
}

fn words(text: &str, hints: &[Hint]) -> Vec<Word> {
    let options = TextOptions::default();
    ITALIAN.words(&Passage::new(text, hints, &options)).expect("no engine that could fail")
}

fn phonemes(text: &str) -> String {
    let said = words(text, &[]).into_iter().map(|word| word.phonemes);
    said.collect::<Vec<_>>().join(" ")
}

#[test]
fn sentences_are_read_as_upstream_reads_them() {
    let files = [include_str!("data/italian/given.jsonl"), include_str!("data/italian/own.jsonl")];
    for file in files {
        let (mut cases, mut exact, mut edits, mut length) = (0, 0, 0, 0);
        for line in file.lines() {
            let case: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let get = |name: &str| case[name].as_str().expect("a string").to_owned();
            let (expected, found) = (sounds(&get("phonemes")), sounds(&read(&get("text"))));
            let distance = distance(&expected, &found);
            cases += 1;
            exact += usize::from(distance == 0);
            edits += distance;
            length += expected.len();
        }
        let rate = 100.0 * edits as f64 / length as f64;
        assert!(10 * exact >= 9 * cases, "{exact} of {cases} sentences");
        assert!(rate <= MOST_EDITS, "{rate:.2} edits for a hundred phonemes");
    }
}

/// Phonemes and stress marks without spaces and punctuation.
fn sounds(phonemes: &str) -> Vec<char> {
    phonemes.chars().filter(|c| c.is_alphanumeric() || "ˈˌː".contains(*c)).collect()
}

/// Levenshtein's distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
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
fn time_is_linear_in_the_length_of_the_text() {
    let start = Instant::now();
    for piece in ["a", "z", "'", "-", "l'", "1", "a1", "aB", "è", "%", "zucchero", "i ", "\u{301}"]
    {
        phonemes(&piece.repeat((1 << 20) / piece.len()));
    }
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
}
