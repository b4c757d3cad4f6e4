//! What holds for any text in the languages that share their rules.

mod support;

use std::ops::Range;
use std::time::{Duration, Instant};

use kokoro_normalize::{Normalized, Options};
use mapped_text::MappedText;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::{in_order, read_from};

/// Pieces of which texts are made that rules may take for something.
const PIECES: [&str; 122] = [
    "1",
    "2",
    "0",
    "5",
    "10",
    "12",
    "007",
    "1984",
    "2026",
    "1.000",
    "3,14",
    ",5",
    "½",
    "²",
    "①",
    "٣",
    "４",
    "$",
    "€",
    "£",
    "US$",
    "USD",
    "R$",
    "%",
    "°",
    "°C",
    "km",
    "kg",
    "m",
    "m²",
    "h",
    "s",
    "º",
    "ª",
    ".º",
    "er",
    "e",
    "ème",
    "ᵉ",
    "x",
    "k",
    "M",
    "Md",
    "p. m.",
    "a.m.",
    "a. C.",
    "av. J.-C.",
    "enero",
    "mai",
    "marzo",
    "de",
    "del",
    "le",
    "lun.",
    "déc.",
    "XIV",
    "siglo",
    "siècle",
    "Ier",
    "V",
    "s.",
    "n.º",
    "n°",
    "p.",
    "pág.",
    "Sr.",
    "M.",
    "D.",
    "Dr",
    "etc.",
    "#",
    "№",
    "tel.",
    "a",
    "la",
    "las",
    "páginas",
    "pages",
    "millones",
    "million",
    "-",
    "–",
    "−",
    "/",
    ":",
    ".",
    ",",
    "'",
    "’",
    "\"",
    "′",
    "″",
    "(",
    ")",
    "[",
    "]",
    "+",
    "*",
    "=",
    "^",
    "<",
    "~",
    "±",
    "×",
    " ",
    " ",
    " ",
    " ",
    "\u{a0}",
    "\u{202f}",
    "é",
    "世",
    "@",
    "www.",
    "a@b.es",
    "https://",
    "\u{301}",
    "🙂",
    "c/",
    "vs",
    "UTC",
    "d'",
];

/// The normalizer of a language.
type Normalizer = fn(&MappedText, &[Range<usize>], &Options) -> Normalized;

/// The languages that are compiled in.
const LANGUAGES: &[Normalizer] = &[
    #[cfg(feature = "french")]
    kokoro_normalize::french,
    #[cfg(feature = "italian")]
    kokoro_normalize::italian,
    #[cfg(feature = "portuguese")]
    kokoro_normalize::portuguese,
    #[cfg(feature = "spanish")]
    kokoro_normalize::spanish,
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14);
    prop_oneof![3 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    /// Silent are, on purpose, numbers in square brackets and superscripts: marks of footnotes.
    #[test]
    fn every_letter_and_digit_is_read(source in texts()) {
        let text = MappedText::from_source(&source);
        for language in LANGUAGES {
            let normalized = language(&text, &[], &Options::default());
            prop_assert!(in_order(&normalized.letters, normalized.text.as_str()));
            let read = read_from(&normalized, &source);
            for (at, c) in source.char_indices() {
                let silent = source[..at].contains('[') || matches!(c, '¹' | '²' | '³' | '⁰'..='⁹');
                if c.is_alphanumeric() && !silent {
                    prop_assert!(read[at], "{c:?} at {at} of {source:?} is lost in {:?}",
                        normalized.text.as_str());
                }
            }
        }
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
        let text = MappedText::from_source(&source);
        for language in LANGUAGES {
            let normalized = language(&text, &protected, &Options::default());
            prop_assert!(in_order(&normalized.protected, normalized.text.as_str()));
            prop_assert_eq!(normalized.protected.len(), protected.len());
            for (now, was) in normalized.protected.iter().zip(&protected) {
                prop_assert_eq!(&normalized.text.as_str()[now.clone()], &source[was.clone()]);
            }
        }
    }

    /// No digit of ASCII remains.
    #[test]
    fn no_digit_remains(source in "[a-zA-Z0-9 .,:/$€%'()+ºª°-]{0,40}") {
        let text = MappedText::from_source(&source);
        for language in LANGUAGES {
            let normalized = language(&text, &[], &Options::default());
            prop_assert!(!normalized.text.as_str().contains(|c: char| c.is_ascii_digit()),
                "{:?} from {source:?}", normalized.text.as_str());
        }
    }
}

/// A text of `unit` again and again takes no more than a few times as long for each byte as a
/// short one.
#[test]
fn time_is_linear() {
    let units = [
        "1", "1.", "1-", "$", "1/1/", "1,", "1 ", "(", "+1", "-", "1:", "1x", "a1", "A", "a", "a ",
        "1.000.", "1 000 ", "5 mayo ", "mayo 5 ", "'", "\"5", "½", "٣", "[1", "v1.", "1h", "A-",
        "x.", "5 m ", "1–", "US$", "#1", "1e", "e", "1km/", "5'", "X", "@", "/", ".", "_", "\\",
        "Sr. ", "p.", "a@", "www.", "1º", "XIV ", "lun. ", "(1)", "1 €-",
    ];
    for (unit, language) in units.iter().flat_map(|unit| LANGUAGES.iter().map(move |l| (unit, l))) {
        let time = |bytes: usize| {
            let source = MappedText::from_source(&unit.repeat(bytes / unit.len()));
            let start = Instant::now();
            language(&source, &[], &Options::default());
            start.elapsed()
        };
        let (short, long) = (time(1_000), time(8_000));
        let bound = 8 * 3 * short + Duration::from_millis(400);
        assert!(long < bound, "{unit:?}: {short:?} for 1 kB, {long:?} for 8 kB");
    }
}
