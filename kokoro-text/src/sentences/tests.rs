use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::pieces::pieces;

fn split(text: &str) -> Vec<&str> {
    sentences(text).collect()
}

/// Asserts that each text is one sentence.
fn whole(texts: &[&str]) {
    for text in texts {
        assert_eq!(split(text), [*text]);
    }
}

#[test]
fn terminators_and_closing_quotes_stay() {
    assert_eq!(split("One. Two! Three? Four… Five"), ["One.", "Two!", "Three?", "Four…", "Five"]);
    assert_eq!(
        split("\"Stop.\" He ran. (Fast.) Good!?"),
        ["\"Stop.\"", "He ran.", "(Fast.)", "Good!?"]
    );
    assert_eq!(split("“Go!” Now."), ["“Go!”", "Now."]);
    assert_eq!(split("你好。再见！真的？是"), ["你好。", "再见！", "真的？", "是"]);
    assert_eq!(split("wait! what? no"), ["wait!", "what?", "no"]);
    assert_eq!(split("So.[12] Then.² And"), ["So.[12]", "Then.²", "And"]);
    assert_eq!(split("यह है। वह था।कौन"), ["यह है।", "वह था।", "कौन"]);
}

#[test]
fn speech_as_other_languages_write_it() {
    assert_eq!(split("¿Qué? ¡No! Sí."), ["¿Qué?", "¡No!", "Sí."]);
    assert_eq!(split("« Bonjour ! » Il sortit."), ["« Bonjour ! »", "Il sortit."]);
    assert_eq!(split("「はい。」と言った。次"), ["「はい。」と言った。", "次"]);
    whole(&["« Viens ! » dit-il.", "—¿Vienes? —preguntó ella.", "– Vieni? – chiese."]);
}

#[test]
fn lines_end_sentences_unless_wrapped() {
    assert_eq!(split("Title\nText\r\nmore\n\n\nPara"), ["Title", "Text", "more", "Para"]);
    whole(&["A line of fifty characters or more that goes on here\nin the next line."]);
}

#[test]
fn abbreviations_do_not_end_sentences() {
    whole(&[
        "Dr. Smith met Mr. and Mrs. Jones in St. Louis.",
        "Pi is 3.14 or so, e.g. 3.1 (approx. 3).",
        "J. K. Rowling and J.R.R. Tolkien wrote.",
        "The U.S. Army left at 5 p.m. sharp.",
        "See fig. 3 and no. 5, vol. 2.",
        "1. Introduction",
        "Wait... what?",
        "well… perhaps not",
        "Visit example.com/a?b=c today",
        "\"Stop!\" he cried.",
    ]);
    assert_eq!(split("No. I won't."), ["No.", "I won't."]);
    assert_eq!(split("So do I. Then go."), ["So do I.", "Then go."]);
    assert_eq!(split("In 1999. Then"), ["In 1999.", "Then"]);
    assert_eq!(split("Well... Then he left."), ["Well...", "Then he left."]);
}

#[test]
fn a_letter_ends_a_sentence_where_it_is_a_name() {
    whole(&[
        "J. R. R. Martin and C.S. Lewis were friends.",
        "George W. Bush met Samuel L. Jackson.",
        "A. The first answer",
        "IV. The end",
        "It was M. Dupont and C. Lewis.",
        "Roe v. Wade was argued at 5 p.m. Monday.",
    ]);
    for (first, second) in [
        ("We chose Plan B.", "They left at once."),
        ("He took vitamin C.", "It helped."),
        ("Go from A to Z.", "Tom did."),
        ("See Part A.", "Tom did."),
        ("So do I.", "Then go."),
        ("He lives in the U.S.A.", "My sister does not."),
        ("We left at 5 p.m.", "Tom stayed."),
        ("Bring cups, plates, etc.", "We start at noon."),
        ("She works at Acme Inc.", "They make bolts."),
        ("They live on Main St.", "The house is old."),
        ("Look at example.com.", "It is free."),
        ("I bought one.", "iPhones are dear."),
        ("It was x.", "Then y."),
    ] {
        assert_eq!(split(&format!("{first} {second}")), [first, second]);
    }
}

#[test]
fn speech_and_its_speaker_are_one_sentence() {
    assert_eq!(
        split("\"Stop!\" she cried. \"Why?\" he asked."),
        ["\"Stop!\" she cried.", "\"Why?\" he asked."]
    );
    whole(&[
        "\"Why?\" Tom asked.",
        "“Why?” I asked him.",
        "“Go!” the old Mr. Smith shouted.",
        "Yahoo! is a company.",
        "Oh! what a day.",
        "Wait . . . what?",
    ]);
    assert_eq!(split("“Why?” Tom left the room."), ["“Why?”", "Tom left the room."]);
    assert_eq!(split("\"Go.\" \"No,\" he said."), ["\"Go.\"", "\"No,\" he said."]);
}

#[test]
fn ranges_are_of_the_sentences() {
    let text = "  One.  Two! ";
    assert_eq!(sentence_ranges(text).collect::<Vec<_>>(), [2..6, 8..12]);
}

#[test]
fn only_punctuation_or_space() {
    assert_eq!(split(""), [""; 0]);
    assert_eq!(split(" \n\t\r\n"), [""; 0]);
    assert_eq!(split("..."), ["..."]);
    assert_eq!(split("?! ."), ["?!", "."]);
}

#[test]
fn a_megabyte_takes_linear_time() {
    // Quadratic time would be minutes here, not milliseconds.
    for text in ["a", ".", ". ", "!\"", "a.", "Dr. ", "\n", "a\n", "。", "[", "... a"] {
        let text = text.repeat(1_000_000 / text.len());
        let said: usize =
            sentences(&text).flat_map(|sentence| pieces(sentence, 2048)).map(str::len).sum();
        assert!(said <= text.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    #[test]
    fn only_space_is_lost(
        text in "[a-cA-C .!?…。\"'’)(\n\r0-9\u{a0}]{0,300}",
        limit in 0usize..50,
    ) {
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        let sentences: Vec<&str> = sentences(&text).collect();
        prop_assert_eq!(squeeze(&sentences.concat()), squeeze(&text));
        let pieces = sentences.iter().flat_map(|sentence| pieces(sentence, limit));
        let pieces: Vec<&str> = pieces.collect();
        prop_assert_eq!(squeeze(&pieces.concat()), squeeze(&text));
        for piece in pieces {
            prop_assert!(!piece.is_empty() && piece.len() <= limit.max(4));
        }
    }
}
