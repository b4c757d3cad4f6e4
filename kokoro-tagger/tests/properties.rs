//! What is true of every text.

use std::time::{Duration, Instant};

use kokoro_tagger::Tagger;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Words and marks that rules are about.
const PIECES: [&str; 32] = [
    "a",
    "B",
    "the",
    "9",
    "km",
    "'s",
    "n't",
    "don't",
    "U.S.",
    ":-)",
    "http://a.b",
    "@",
    ".",
    "...",
    "…",
    "-",
    "--",
    "—",
    "/",
    "(",
    ")",
    "\"",
    "”",
    "$",
    "°C.",
    "é",
    "中",
    "👍",
    " ",
    "  ",
    "\n",
    "\u{a0}",
];

/// Fails unless the tokens of a text are in order, and cover all of it but one space after each.
fn check(tagger: &Tagger, text: &str) {
    let mut end = 0;
    for token in tagger.tag(text) {
        assert_eq!(token.range.start, end, "{text:?}");
        assert!(!text[token.range.clone()].is_empty(), "{text:?}");
        end = token.range.end;
        if token.space {
            assert!(text[end..].starts_with(' '), "{text:?}");
            end += 1;
        }
    }
    assert_eq!(end, text.len(), "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn tokens_cover_texts_of_any_characters(text in any::<String>()) {
        check(&Tagger::new(), &text);
    }

    #[test]
    fn tokens_cover_texts_of_odd_pieces(
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)
    ) {
        check(&Tagger::new(), &pieces.concat());
    }
}

/// Fails if a text that is sixteen times as long takes more than eight times as long for each
/// byte: large memory is slower, but sixteen times as long would be quadratic.
fn check_linear(short: usize, work: impl Fn(&str)) {
    const FACTOR: usize = 16;
    for piece in [
        "a",
        ".",
        "(",
        ")",
        "-",
        "'",
        "a-",
        "a-a-a-",
        "a.",
        "http://a.a.a.",
        "a@",
        "((a))",
        "9km",
        "…",
        "don't",
        "a ",
        "  a",
        "\n",
        "é",
        "👍",
    ] {
        let time = |len: usize| {
            let text = piece.repeat(len / piece.len());
            let start = Instant::now();
            work(&text);
            start.elapsed()
        };
        let least = (0..3).map(|_| time(short)).min().unwrap_or_default();
        let most = 8 * FACTOR as u32 * least.max(Duration::from_millis(1));
        let long = (0..3).map(|_| time(FACTOR * short)).min().unwrap_or_default();
        assert!(long < most, "{piece:?}: {least:?} for {short} bytes, {long:?} for {FACTOR} times");
    }
}

#[test]
fn time_is_linear_in_the_length_of_a_text() {
    let tagger = Tagger::new();
    check_linear(64 * 1024, |text| drop(tagger.tokenize(text)));
    check_linear(1024, |text| drop(tagger.tag(text)));
}

#[test]
fn threads_share_a_tagger() {
    let tagger = Tagger::new();
    let text = "She read the report, and didn't like it. ".repeat(50);
    let expected = tagger.tag(&text);
    std::thread::scope(|scope| {
        let run = || assert_eq!(tagger.tag(&text), expected);
        let _threads = [(); 4].map(|()| scope.spawn(run));
    });
}
