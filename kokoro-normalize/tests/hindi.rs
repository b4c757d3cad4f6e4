//! What holds for any text of Hindi.

#![cfg(feature = "hindi")]

mod support;

use std::ops::Range;
use std::time::{Duration, Instant};

use kokoro_normalize::{Normalized, Options, hindi};
use mapped_text::MappedText;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::read_from;

/// Pieces of which texts are made that rules may take for something.
#[rustfmt::skip]
const PIECES: [&str; 72] = [
    "1", "2", "0", "5", "10", "१", "२०", "007", "1984", "२०२६", "1,00,000", "3.14", ".5", "½", "¾",
    "②", "٣", "４", "₹", "$", "€", "रु.", "%", "°", "°C", "km", "कि.मी.", "g", "yr", "ला", "वीं",
    "th",
    "x", "PM", "बजे", "ई. पू.", "जनवरी", "सन्", "पिन", "फ़ोन", "रोड", "दिल्ली", "में", "है",
    "डॉ.", "IV",
    "a@b.com", "www.", "http://", "C:\\", "/etc/", ".in", "@", "#", "-", "–", "−", "/", ":", ".",
    ",",
    "(", ")", "+", "=", "&", " ", " ", " ", "।", "क्", "\u{93c}",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14);
    prop_oneof![3 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn read(source: &str, protected: &[Range<usize>]) -> Normalized {
    hindi(&MappedText::from_source(source), protected, &Options::default())
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '०'..='९' | '０'..='９')
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    #[test]
    fn every_letter_and_digit_is_read(source in texts()) {
        let normalized = read(&source, &[]);
        let text = normalized.text.as_str();
        let said = read_from(&normalized, &source);
        for (at, c) in source.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            prop_assert!(said[at], "{c:?} at {at} of {source:?} is lost in {text:?}");
        }
        prop_assert!(!text.contains(is_digit), "{text:?} from {source:?}");
    }

    #[test]
    fn protected_ranges_stay(parts in prop::collection::vec((texts(), any::<bool>()), 0..5)) {
        let mut source = String::new();
        let mut protected = Vec::new();
        for (part, kept) in &parts {
            if *kept {
                protected.push(source.len()..source.len() + part.len());
            }
            source.push_str(part);
        }
        let normalized = read(&source, &protected);
        prop_assert_eq!(normalized.protected.len(), protected.len());
        for (now, was) in normalized.protected.iter().zip(&protected) {
            prop_assert_eq!(&normalized.text.as_str()[now.clone()], &source[was.clone()]);
        }
    }
}

/// A text of `unit` again and again takes no more than a few times as long for each byte as a
/// short one.
#[test]
fn time_is_linear() {
    let units = [
        "1",
        "१",
        "1,",
        "1,00,",
        "1-",
        "₹",
        "1/",
        "1.",
        "1 ",
        "(",
        "+1",
        "-",
        "1:",
        "1x",
        "क",
        "क्",
        "a",
        "a.",
        "a ",
        "@",
        "/",
        "\\",
        "I ",
        "डॉ.",
        "½",
        "1ला",
        "5 km ",
        "रोड 1 ",
        "फ़ोन 1 ",
        "ई.",
    ];
    for unit in units {
        let time = |bytes: usize| {
            let source = unit.repeat(bytes / unit.len());
            let start = Instant::now();
            read(&source, &[]);
            start.elapsed()
        };
        let (short, long) = (time(1_000), time(8_000));
        let bound = 8 * 3 * short + Duration::from_millis(400);
        assert!(long < bound, "{unit:?}: {short:?} for 1 kB, {long:?} for 8 kB");
    }
}
