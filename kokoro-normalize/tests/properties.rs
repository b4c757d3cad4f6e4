//! What holds for any text.

mod support;

use std::time::{Duration, Instant};

use kokoro_normalize::{Dialect, Options, english};
use mapped_text::MappedText;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::{in_order, read_from};

/// Pieces of which texts are made that rules may take for something.
const PIECES: [&str; 96] = [
    "1", "2", "0", "5", "10", "12", "007", "1984", "2026", "1,000", "3.14", ".5", "½", "²", "①",
    "٣", "４", "$", "€", "£", "US$", "USD", "¢", "%", "°", "°C", "km", "kg", "in", "m", "h", "st",
    "th", "nd", "s", "x", "k", "M", "bn", "p.m.", "am", "AD", "B.C.", "Jan", "May", "March",
    "Mon.", "Sept.", "Q3", "FY", "v", "No.", "p.", "#", "№", "call", "at", "the", "in", "a", "-",
    "–", "−", "/", ":", ".", ",", "'", "’", "\"", "′", "″", "(", ")", "[", "]", "+", "*", "=", "^",
    "<", "~", "±", "×", " ", " ", " ", " ", "\u{a0}", "\u{2009}", "é", "世", "Straße", "\u{301}",
    "🙂", "e",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14);
    prop_oneof![3 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn dialects() -> impl Strategy<Value = Dialect> {
    prop_oneof![Just(Dialect::American), Just(Dialect::British)]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    /// Silent are, on purpose: numbers in square brackets and superscripts (marks of footnotes),
    /// and what no voice reads (emoticons, combining marks).
    #[test]
    fn every_letter_and_digit_is_read(source in texts(), dialect in dialects()) {
        let text = MappedText::from_source(&source);
        let normalized = english(&text, &[], dialect, &Options::default());
        prop_assert!(in_order(&normalized.letters, normalized.text.as_str()));
        let read = read_from(&normalized, &source);
        for (at, c) in source.char_indices() {
            let silent = source[..at].contains('[') || source.contains(['²', '³', '<', ':', ';']);
            if c.is_ascii_alphanumeric() && !silent {
                prop_assert!(read[at], "{c:?} at {at} of {source:?} is lost in {:?}",
                    normalized.text.as_str());
            }
        }
    }

    #[test]
    fn protected_ranges_stay(
        parts in prop::collection::vec((texts(), any::<bool>()), 0..5),
        dialect in dialects(),
    ) {
        let mut source = String::new();
        let mut protected = Vec::new();
        for (part, kept) in &parts {
            if *kept {
                protected.push(source.len()..source.len() + part.len());
            }
            source.push_str(part);
        }
        let text = MappedText::from_source(&source);
        let normalized = english(&text, &protected, dialect, &Options::default());
        prop_assert!(in_order(&normalized.protected, normalized.text.as_str()));
        prop_assert_eq!(normalized.protected.len(), protected.len());
        for (now, was) in normalized.protected.iter().zip(&protected) {
            prop_assert_eq!(&normalized.text.as_str()[now.clone()], &source[was.clone()]);
        }
    }

    /// No digit of ASCII remains.
    #[test]
    fn no_digit_remains(source in "[a-zA-Z0-9 .,:/$%'()+-]{0,40}", dialect in dialects()) {
        let text = MappedText::from_source(&source);
        let normalized = english(&text, &[], dialect, &Options::default());
        prop_assert!(!normalized.text.as_str().contains(|c: char| c.is_ascii_digit()),
            "{:?} from {source:?}", normalized.text.as_str());
    }
}

/// A text of `unit` again and again takes no more than a few times as long for each byte as a
/// short one.
#[test]
fn time_is_linear() {
    let units = [
        "1", "1,", "1-", "$", "1/1/", "1.", "1 ", "(", "+1", "-", "1:", "1x", "a1", "A", "a", "a ",
        "1,000,", "1 000 ", "Jan ", "5 May ", "'", "\"5", "½", "٣", "[1", "v1.", "1:1", "A-", "x.",
        "5 in ", "1–", "US$", "#1", "1e", "e", "1km/", "5'", "won 3-2 ", "@", "/", ".", "_", "\\",
    ];
    for unit in units {
        let time = |bytes: usize| {
            let source = MappedText::from_source(&unit.repeat(bytes / unit.len()));
            let start = Instant::now();
            english(&source, &[], Dialect::American, &Options::default());
            start.elapsed()
        };
        let (short, long) = (time(1_000), time(8_000));
        let bound = 8 * 3 * short + Duration::from_millis(400);
        assert!(long < bound, "{unit:?}: {short:?} for 1 kB, {long:?} for 8 kB");
    }
}
