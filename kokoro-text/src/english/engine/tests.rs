use std::sync::{LazyLock, OnceLock};
use std::time::{Duration, Instant};

use kokoro_tagger::Tag;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::hooks::{Before, Site, Unknown};
use super::*;
use crate::TextOptions;
use crate::word::{Hint, Origin, Reading};

/// Sentences with misaki's phonemes and spaCy's tokens.
const AMERICAN: &str = include_str!("../../../tests/data/engine_us.jsonl");
const BRITISH: &str = include_str!("../../../tests/data/engine_gb.jsonl");

struct Case {
    text: String,
    phonemes: String,
    tokens: Vec<Token>,
}

impl Case {
    fn parse(line: &str) -> Self {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let string = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let mut end = 0;
        let mut tokens = Vec::new();
        for token in case["tokens"].as_array().unwrap() {
            let (text, space) = (string(&token[0]), string(&token[2]));
            let range = end..end + text.len();
            end = range.end + space.len();
            let tag = string(&token[1]).parse().unwrap();
            tokens.push(Token { range, space: !space.is_empty(), tag });
        }
        Self { text: string(&case["text"]), phonemes: squeeze(&string(&case["phonemes"])), tokens }
    }

    fn passage(&self) -> Passage<'_> {
        passage(&self.text, &[])
    }
}

fn passage<'a>(text: &'a str, hints: &'a [Hint]) -> Passage<'a> {
    static OPTIONS: LazyLock<TextOptions> = LazyLock::new(TextOptions::default);
    Passage::new(text, hints, &OPTIONS)
}

/// The engine of a dialect as misaki is.
fn engine(dialect: Dialect) -> &'static Engine {
    static AMERICAN: OnceLock<Engine> = OnceLock::new();
    static BRITISH: OnceLock<Engine> = OnceLock::new();
    let engine = if dialect == Dialect::American { &AMERICAN } else { &BRITISH };
    engine.get_or_init(|| Engine::new(dialect, Hooks::default()))
}

/// White space as single spaces, none at the ends.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn phonemes(words: &[Word]) -> String {
    let said = words.iter().map(|w| w.phonemes.clone() + if w.space { " " } else { "" });
    squeeze(&said.collect::<String>())
}

#[test]
fn phonemes_are_misakis_from_the_same_tokens() {
    for (data, dialect) in [(AMERICAN, Dialect::American), (BRITISH, Dialect::British)] {
        let engine = engine(dialect);
        for case in data.lines().map(Case::parse) {
            let words = engine.read(&case.passage(), &case.text, &case.tokens);
            assert_eq!(phonemes(&words), case.phonemes, "{}", case.text);
        }
    }
}

#[test]
fn phonemes_are_misakis_with_our_tagger() {
    for (data, dialect) in [(AMERICAN, Dialect::American), (BRITISH, Dialect::British)] {
        let engine = engine(dialect);
        let cases: Vec<_> = data.lines().map(Case::parse).collect();
        let is_same = |case: &&Case| phonemes(&engine.words(&case.passage())) == case.phonemes;
        let same = cases.iter().filter(is_same).count();
        assert!(100 * same >= 99 * cases.len(), "{same} of {}", cases.len());
    }
}

fn say(text: &str, hints: &[Hint]) -> String {
    phonemes(&engine(Dialect::American).words(&passage(text, hints)))
}

fn hint(text: &str, part: &str, reading: Reading) -> Hint {
    let start = text.find(part).unwrap();
    Hint { range: start..start + part.len(), reading }
}

#[test]
fn hints_are_followed() {
    let text = "Kokoro is an open-weight TTS model.";
    let kokoro = hint(text, "Kokoro", Reading::Phonemes("kˈOkəɹO".into()));
    assert_eq!(say(text, &[kokoro]), "kˈOkəɹO ɪz ɐn ˈOpᵊnwˌAt tˌitˌiˈɛs mˈɑdᵊl.");
    let text = "This is really important, but that is not.";
    let hints =
        [hint(text, "really", Reading::Stress(2.0)), hint(text, "that", Reading::Stress(-1.0))];
    assert_eq!(say(text, &hints), "ðˌɪs ɪz ɹˈiᵊli ɪmpˈɔɹtᵊnt, bˌʌt ðˌæt ɪz nˌɑt.");
    let text = "Ab Cd's e";
    let hints = [hint(text, "Ab Cd", Reading::Phonemes("kˈO".into()))];
    assert_eq!(say(text, &hints), "kˈOz ˈi");
    let text = "It is in New York's pl2x-b.";
    let hints = [
        hint(text, "New York", Reading::Phonemes("nˈujˈɔɹk".into())),
        hint(text, "pl2x-b", Reading::Letters),
    ];
    assert_eq!(say(text, &hints), "ˌɪt ɪz ɪn nˈujˈɔɹks pˌiˈɛl tˈu ˈɛks dˈæʃ bˈi.");
}

/// Says what it was asked for.
struct Echo(Origin);

impl Unknown for Echo {
    fn pronounce(&self, word: &str, _: Tag) -> Option<(String, Origin)> {
        word.is_ascii().then(|| (format!("<{word}>"), self.0))
    }

    fn known(&self, word: &str, _: Tag) -> Option<(String, Origin)> {
        (word == "PostgreSQL").then(|| ("<known>".into(), Origin::Rule))
    }
}

impl Before for Echo {
    fn pronounce(&self, site: Site<'_>) -> Option<(String, Origin)> {
        let next = site.tokens.get(site.last + 1).map(|token| &site.text[token.range.clone()]);
        (site.word == "lead" && next == Some("pipe")).then(|| ("lˈɛd".into(), self.0))
    }
}

#[test]
fn hooks_are_asked() {
    let hooks = Hooks {
        before: Some(Box::new(Echo(Origin::Rule))),
        unknown: Some(Box::new(Echo(Origin::Guess))),
    };
    let engine = Engine::new(Dialect::American, hooks);
    let words = |text| engine.words(&passage(text, &[]));
    let said = |text| phonemes(&words(text));
    assert_eq!(said("a lead pipe"), "ɐ lˈɛd pˈIp");
    assert_eq!(said("they lead"), "ðA lˈid");
    assert_eq!(said("Smith-Kowalczyk"), "smˈɪθ<Kowalczyk>");
    assert_eq!(said("the Kowalczyk's"), "ðə <Kowalczyk's>");
    assert_eq!(said("O'Sqzzx"), "<O'Sqzzx>");
    assert_eq!(said("PostgreSQL"), "<known>");
    assert_eq!(said("the KOWALCZYK"), "ði <KOWALCZYK>");
    assert_eq!(said("WHO IS IT? IT IS US."), "hˈu ˈɪz ˈɪt? ˈɪt ˈɪz ˈʌs.");
    assert_eq!(said("THE US NAVY, and the US"), "ðə jˌuˈɛs nˈAvi, ænd ðə jˌuˈɛs");
    assert_eq!(words("Smith-Kowalczyk")[0].origin, Origin::Guess);
    assert_eq!(words("Żółw")[0].phonemes, "zˌiˌOˌɛldˈʌbᵊlju");
    assert_eq!(words("Żółw")[0].origin, Origin::Letters);
}

#[test]
fn words_say_where_they_came_from() {
    let words = engine(Dialect::American).words(&passage("The FBI's $5, qzqz.", &[]));
    let found: Vec<_> = words.iter().map(|word| (word.range.clone(), word.origin)).collect();
    let expected = [
        (0..3, Origin::Rule),
        (4..9, Origin::Letters),
        (10..11, Origin::Rule),
        (11..12, Origin::Rule),
        (12..13, Origin::Punctuation),
        (14..18, Origin::Silent),
        (18..19, Origin::Punctuation),
    ];
    assert_eq!(found, expected);
}

/// Time is linear in the length of a text without spaces. If it were not, this would take minutes.
#[test]
fn thousands_of_pieces_in_one_token_take_seconds() {
    for part in ["a", "A", "aB", "'", "a'", "1", "1,", ".", "a-", "-", "é", "日", "a.", "½", "2a"]
    {
        let text = part.repeat(5_000);
        for tag in [Tag::Nn, Tag::Cd, Tag::Colon] {
            let tokens = [Token { range: 0..text.len(), space: false, tag }];
            let start = Instant::now();
            engine(Dialect::American).read(&passage(&text, &[]), &text, &tokens);
            assert!(start.elapsed() < Duration::from_secs(30), "{part}: {:?}", start.elapsed());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        cases: 60,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read(
        text in prop_oneof![
            ".{0,60}",
            "([a-zA-Z]{1,6}|[0-9,.]{1,4}|['’ $£%&:/_-]|[²ⅧÉ½日]){0,20}",
        ],
        hint in (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        dialect in prop::sample::select(vec![Dialect::American, Dialect::British]),
        reading in prop_oneof![
            Just(Reading::Letters),
            Just(Reading::Stress(-1.0)),
            Just(Reading::Phonemes("kˈɑ".into())),
        ],
    ) {
        let borders: Vec<_> =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (from, to) = (hint.0.get(&borders), hint.1.get(&borders));
        let hints = [Hint { range: *from.min(to)..*from.max(to), reading }];
        let mut end = 0;
        for word in engine(dialect).words(&passage(&text, &hints)) {
            prop_assert!(end <= word.range.start && word.range.start <= word.range.end);
            prop_assert!(text.get(word.range.clone()).is_some());
            end = word.range.end;
        }
    }
}
