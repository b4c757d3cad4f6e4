//! `kokoro_text::utterances`, any text in each format and language: no panic; at
//! most 510 symbols that the model knows; words in the order of their places, which are inside.

#![no_main]

use std::sync::LazyLock;

use kokoro_text::{
    Error, Format, Language, MAX_PHONEMES, Phonemizer, TextOptions, is_symbol, phonemizer,
    utterances,
};
use libfuzzer_sys::fuzz_target;

static READERS: LazyLock<Vec<Box<dyn Phonemizer>>> = LazyLock::new(|| {
    let built = Language::ALL.map(|language| phonemizer(language).expect("all are built in"));
    built.into()
});

// The first byte chooses language and format.
fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let choice = usize::from(choice);
    let formats = [Format::Plain, Format::Markdown, Format::Html, Format::Auto];
    let reader = &READERS[choice / formats.len() % READERS.len()];
    check(text, formats[choice % formats.len()], reader.as_ref());
});

fn check(input: &str, format: Format, reader: &dyn Phonemizer) {
    let mut options = TextOptions::default();
    options.format = format;
    let mut before = 0;
    for utterance in utterances(input, reader, &options) {
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
