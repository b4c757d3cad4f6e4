//! English texts of signs, abbreviations and addresses, put together at random.

use std::time::{Duration, Instant};

use kokoro_normalize::{Dialect, Emoji, Normalized, Options, english};
use mapped_text::MappedText;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Pieces that rules begin with, end with or look back for.
const PIECES: [&str; 64] = [
    " ", ".", ",", "a", "A", "I", "IV", "St.", "Dr. ", "No. 5", "etc.", "U.S.", "Ph.D.", "e.g.",
    "Main ", "Henry ", "https://", "www.", "x.com", "@", "#", "/", "\\", "C:\\", "_", "foo_bar",
    "()", "C++", "Ctrl+", "$", "$x^2$", "\\frac{", "}", "{", "^", "²", "₂", "[1]", "[", "]", "*",
    "***", "--", "->", "&", "'n'", "≥", "→", "π", "é", "😀", "👍🏽", "🇺🇸", "\u{200d}", "1️⃣", ":)",
    "<3", "★★", "™", "\u{fe0f}", "Ⅳ", "ﬁ", "“", "\n",
];

fn read(text: &str, dialect: Dialect, emoji: Emoji) -> Normalized {
    let mut options = Options::default();
    options.emoji = emoji;
    english(&MappedText::from_source(text), &[], dialect, &options)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        cases: 300,
        ..Default::default()
    })]

    #[test]
    fn ranges_are_in_order_and_within_the_text(
        parts in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24),
    ) {
        let text = parts.concat();
        for (dialect, emoji) in
            [(Dialect::American, Emoji::Silent), (Dialect::British, Emoji::Named)]
        {
            let Normalized { text: read, letters, .. } = read(&text, dialect, emoji);
            let mut end = 0;
            for (at, c) in read.as_str().char_indices() {
                let source = read.source(at..at + c.len_utf8());
                prop_assert!(source.end <= text.len() && source.end >= end, "{text:?}");
                prop_assert!(text.is_char_boundary(source.start), "{text:?}");
                end = source.end;
            }
            let mut end = 0;
            for range in letters {
                prop_assert!(range.start >= end && !range.is_empty(), "{text:?}");
                prop_assert!(!read.as_str()[range.clone()].contains('.'), "{text:?}");
                end = range.end;
            }
        }
    }

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,60}") {
        let read = read(&text, Dialect::American, Emoji::Named);
        prop_assert!(read.text.source(0..read.text.len()).end <= text.len());
    }
}

#[test]
fn plain_prose_stays_as_it_is() {
    for text in [
        "I think that I will go, said Mark. May I? Will may march in the sun.",
        "He sat. It was a fig. The gen of art is no max.",
        "We saw Jan. They left. Ed ran. Al won. The Sun rose.",
        "She said no. He said yes, in a way. So it is.",
        "The mild, vivid civil mix did dim. Go on, I'm in.",
        "Well-known co-ops re-elect ex-members; it's John's.",
    ] {
        let read = read(text, Dialect::American, Emoji::Silent);
        assert_eq!(read.text.as_str(), text);
    }
}

#[test]
fn running_text_with_all_kinds() {
    for (text, expected) in [
        (
            "Dr. Lee of St. Louis, e.g., reads https://a.org/x at No. 5 Main St. It rains.",
            "Doctor Lee of Saint Louis, for example, reads A dot org slash X at number five \
             Main Street. It rains.",
        ),
        (
            "Henry VIII met J. R. Smith Jr. in Act IV :) at the U.N. They left.",
            "Henry the eighth met J R Smith Junior in Act four at the U N. They left.",
        ),
        (
            "If x ≥ 2 then $y^2 = 4$; CO₂ fell.[3] See C:\\a\\b.txt & @jo.",
            "If x is greater than or equal to two then Y squared equals four; C O two fell. See \
             C colon backslash A backslash B dot T X T and at jo.",
        ),
    ] {
        assert_eq!(read(text, Dialect::American, Emoji::Silent).text.as_str(), expected);
    }
}

#[test]
fn the_dialects_differ() {
    let text = "Rev Smith and Hon. Kay live at No 10.";
    let british = read(text, Dialect::British, Emoji::Silent);
    assert_eq!(british.text.as_str(), "Reverend Smith and Honourable Kay live at number ten.");
}

/// Four times the text takes about four times as long; a rule that looked at all of what follows
/// would take sixteen times as long.
#[test]
fn time_is_linear() {
    let pieces = [".", "a.", "@", "#", "://", "\\", "☃", "😀", "[", "$", "A&", "IV ", "'", ":)"];
    let time = |length: usize| -> Duration {
        let start = Instant::now();
        for piece in pieces {
            let text = piece.repeat(length / piece.len());
            let read = read(&text, Dialect::American, Emoji::Silent);
            assert!(read.letters.len() <= length);
        }
        start.elapsed()
    };
    time(500);
    let (short, long) = (time(4_000), time(16_000));
    assert!(long < 9 * short + Duration::from_millis(300), "{short:?}, then {long:?}");
}
