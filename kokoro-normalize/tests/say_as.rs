//! What holds for any text that is said to be anything, in every language.

use std::time::{Duration, Instant};

use kokoro_normalize::{
    Dialect, Options, SaidAs, SayAs, english, french, hindi, italian, japanese, mandarin,
    portuguese, spanish,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Says a text in a language.
type Say = fn(&str, &SayAs) -> SaidAs;

/// Options and names of signs do not matter here.
macro_rules! say {
    ($language:ident) => {
        |text, how| $language::say_as(text, how, &Options::default(), &|_| None)
    };
}

const LANGUAGES: [(&str, Say); 9] = [
    ("American English", |text, how| {
        english::say_as(text, how, Dialect::American, &Options::default(), &|_| None)
    }),
    ("British English", |text, how| {
        english::say_as(text, how, Dialect::British, &Options::default(), &|_| None)
    }),
    ("French", say!(french)),
    ("Hindi", say!(hindi)),
    ("Italian", say!(italian)),
    ("Japanese", say!(japanese)),
    ("Mandarin", say!(mandarin)),
    ("Portuguese", say!(portuguese)),
    ("Spanish", say!(spanish)),
];

/// All kinds with all sorts of formats.
#[rustfmt::skip]
const KINDS: [(&str, &str); 30] = [
    ("cardinal", ""), ("ordinal", ""), ("digits", ""), ("characters", ""), ("acronym", ""),
    ("date", ""), ("date", "dmy"), ("date", "mdy"), ("date", "ymd"), ("date", "ydm"),
    ("date", "my"), ("date", "ym"), ("date", "md"), ("date", "dm"), ("date", "d"), ("date", "m"),
    ("date", "y"), ("time", ""), ("time", "hms12"), ("time", "hms24"), ("duration", ""),
    ("duration", "hm"), ("duration", "ms"), ("telephone", ""), ("currency", ""),
    ("currency", "eur"), ("fraction", ""), ("unit", ""), ("address", ""), ("expletive", ""),
];

/// Pieces of which texts are made that may be any of these kinds.
#[rustfmt::skip]
const PIECES: [&str; 64] = [
    "0", "1", "7", "12", "31", "05", "2026", "1984", "007", "1,234", "1.234", "3.14", "99999999",
    "½", "²", "①", "٣", "４", "५", "年", "月", "日", "-", "–", "−", "/", ":", ".", ",", "'", "\"",
    "+", "?", "(", ")", "#", " ", " ", " ", "\u{a0}", "$", "€", "₹", "R$", "USD", "EUR", "am",
    "p.m.", "h", "min", "s", "PT", "th", "er", "ª", "वाँ", "ext.", "x", "km", "ft", "a", "Ñ", "क",
    "好",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..8);
    prop_oneof![3 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn kinds() -> impl Strategy<Value = SayAs> {
    prop::sample::select(&KINDS[..]).prop_map(|(kind, format)| kind_of(kind, format))
}

fn kind_of(kind: &str, format: &str) -> SayAs {
    SayAs::parse(kind, Some(format).filter(|format| !format.is_empty()), None).expect(kind)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 6000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    #[test]
    fn what_has_letters_or_digits_is_said(text in texts(), how in kinds(), language in 0..9_usize) {
        let (name, say) = LANGUAGES[language];
        let said = say(&text, &how);
        if text.contains(char::is_alphanumeric) {
            prop_assert!(said.text.contains(char::is_alphanumeric), "{name}: {text:?} {how:?}");
        }
        let mut end = 0;
        for letters in &said.letters {
            prop_assert!(end <= letters.start && said.text.get(letters.clone()).is_some());
            end = letters.end;
        }
    }

    /// No digit of ASCII remains, so that nothing is read in another way later.
    #[test]
    fn no_digit_remains(
        text in "[0-9]{1,4}([-/:., ][0-9]{1,4}){0,3}( ?[a-z$€]{1,3})?",
        how in kinds(),
        language in 0..9_usize,
    ) {
        let (name, say) = LANGUAGES[language];
        let said = say(&text, &how).text;
        prop_assert!(!said.contains(|c: char| c.is_ascii_digit()), "{name}: {text:?} {said:?}");
    }

    #[test]
    fn any_attributes_are_parsed(kind in any::<String>(), format in any::<String>()) {
        let _ = SayAs::parse(&kind, Some(&format), Some(&format));
        for (kind, _) in KINDS {
            let _ = SayAs::parse(kind, Some(&format), None);
        }
    }
}

/// A text of `unit` again and again takes no more than a few times as long for each byte as a
/// short one, for what is not left to the normalizers, whose own tests ask the same of them. Other
/// programs may take the processor for a while, so that one of three tries counts.
#[test]
fn time_is_linear() {
    const TRIES: usize = 3;
    let cases = [
        ("cardinal", "1"),
        ("digits", "1-"),
        ("characters", "a1 "),
        ("characters", "\u{301}"),
        ("acronym", "a1"),
        ("telephone", "1-"),
        ("expletive", "a"),
    ];
    for (kind, unit) in cases {
        let how = kind_of(kind, "");
        for (name, say) in LANGUAGES {
            let time = |bytes: usize| {
                let text = unit.repeat(bytes / unit.len());
                let start = Instant::now();
                say(&text, &how);
                start.elapsed()
            };
            let linear = |_| time(80_000) < 8 * 3 * time(10_000) + Duration::from_millis(400);
            assert!((0..TRIES).any(linear), "{name} {how:?} {unit:?}");
        }
    }
}
