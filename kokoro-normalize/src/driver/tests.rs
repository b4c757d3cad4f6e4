use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::said::Said;

fn digit(cursor: &Cursor<'_>) -> Option<Match> {
    let len = cursor.rest().bytes().take_while(u8::is_ascii_digit).count();
    (len > 0).then(|| Match::words(len, "number"))
}

fn initials(cursor: &Cursor<'_>) -> Option<Match> {
    let len = cursor.rest().bytes().take_while(u8::is_ascii_uppercase).count();
    let said = Said::letters(cursor.rest().get(..len)?);
    (len > 1).then_some(Match { len, said })
}

fn star(cursor: &Cursor<'_>) -> Option<Match> {
    cursor.rest().starts_with('*').then(|| Match { len: 1, said: Said::silent() })
}

const RULES: &[Tried] = &[
    Tried(Start::DIGIT, digit),
    Tried(Start::WORD, initials),
    Tried(Start::MARK.or(Start::PLAIN), star),
];

fn read(text: &str, protected: &[Range<usize>]) -> Normalized {
    let text = MappedText::from_source(text);
    run(&text, protected, RULES, Dialect::American, &Options::default())
}

#[test]
fn nothing_glues_and_punctuation_stays() {
    let cases = [
        ("(12), 3.", "(number), number."),
        ("FBI7x", "F B I number x"),
        ("x5y 5-a", "x number y number-a"),
        ("a*b * c", "a b c"),
        ("* a*", "a"),
        ("5*6", "number number"),
    ];
    for (text, read_as) in cases {
        assert_eq!(read(text, &[]).text.as_str(), read_as, "{text}");
    }
}

#[test]
fn ranges_of_letters_and_protected_ranges_are_those_of_the_new_text() {
    let read = read("7 FBI 88 TV 9 0", &[6..8, 14..15]);
    assert_eq!(read.text.as_str(), "number F B I 88 T V number 0");
    assert_eq!(read.letters, [7..12, 16..19]);
    assert_eq!(read.protected, [13..15, 27..28]);
    assert_eq!(read.text.source(7..12), 2..5);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    #[test]
    fn protected_ranges_stay(
        parts in prop::collection::vec(("[a1B* é]{0,5}", any::<bool>()), 0..8),
    ) {
        let mut text = String::new();
        let mut protected = Vec::new();
        for (part, kept) in &parts {
            if *kept {
                protected.push(text.len()..text.len() + part.len());
            }
            text.push_str(part);
        }
        let after = read(&text, &protected);
        prop_assert_eq!(after.protected.len(), protected.len());
        for (now, was) in after.protected.iter().zip(&protected) {
            prop_assert_eq!(&after.text.as_str()[now.clone()], &text[was.clone()]);
            if !was.is_empty() {
                prop_assert_eq!(after.text.source(now.clone()), was.clone());
            }
        }
        for letters in &after.letters {
            prop_assert!(after.text.as_str()[letters.clone()].contains(char::is_uppercase));
        }
    }
}
