//! `kokoro_text::utterances`, any text in each format and both dialects of English: no panic; at
//! most 510 symbols that the model knows; words in the order of their places, which are inside.

#![no_main]

use std::sync::LazyLock;

use kokoro_text::{
    Error, Format, Language, MAX_PHONEMES, Phonemizer, TextOptions, is_symbol, phonemizer,
    utterances,
};
use libfuzzer_sys::fuzz_target;

static ENGLISH: LazyLock<[Box<dyn Phonemizer>; 2]> = LazyLock::new(|| {
    [Language::AmericanEnglish, Language::BritishEnglish]
        .map(|language| phonemizer(language).expect("English has a front end"))
});

fuzz_target!(|input: &str| {
    for english in ENGLISH.iter() {
        for format in [Format::Plain, Format::Markdown, Format::Html, Format::Auto] {
            check(input, format, english.as_ref());
        }
    }
});

fn check(input: &str, format: Format, english: &dyn Phonemizer) {
    let mut options = TextOptions::default();
    options.format = format;
    let mut before = 0;
    for utterance in utterances(input, english, &options) {
        let utterance = match utterance {
            Ok(utterance) => utterance,
            Err(Error::NothingToSay { .. }) => return,
            Err(error) => panic!("{error}"),
        };
        let symbols = utterance.phonemes.chars().count();
        assert!((1..=MAX_PHONEMES).contains(&symbols) && symbols == utterance.sources.len());
        assert!(utterance.phonemes.chars().all(is_symbol));
        for word in &utterance.words {
            assert!(before <= word.source.start && input.get(word.source.clone()).is_some());
            assert!(!word.symbols.is_empty() && word.symbols.end <= symbols);
            before = word.source.start;
        }
    }
}
