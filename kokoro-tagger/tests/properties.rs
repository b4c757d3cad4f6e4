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

/// What texts are made of that are as long as can be.
const REPEATED: [&str; 20] = [
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
];

/// Fails if a text of so many bytes takes longer than a minute, which is a hundred times as long as
/// it should, even without optimisation, and would not be enough for a time that is not linear.
fn check_time(bytes: usize, work: impl Fn(&str)) {
    const MOST: Duration = Duration::from_secs(60);
    for piece in REPEATED {
        let text = piece.repeat(bytes / piece.len());
        let start = Instant::now();
        work(&text);
        let time = start.elapsed();
        assert!(time < MOST, "{piece:?}: {time:?} for {bytes} bytes");
    }
}

#[test]
fn time_is_linear_in_the_length_of_a_text() {
    let tagger = Tagger::new();
    check_time(1024 * 1024, |text| drop(tagger.tokenize(text)));
    check_time(8 * 1024, |text| drop(tagger.tag(text)));
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
