//! `kokoro_lexicon::user`: a lexicon file and, after a NUL, a text that it is applied to. No panic;
//! errors are in a line of the file; matches in order, inside the text, in the model's symbols.

#![no_main]

use kokoro_lexicon::is_symbol;
use kokoro_lexicon::user::{Format, Matcher, Replacement, UserLexicon};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (file, text) = input.split_once('\0').unwrap_or((input, input));
    for format in [Format::Toml, Format::Csv] {
        match UserLexicon::parse(file, format, "file") {
            Ok(lexicon) => check(&lexicon, text),
            Err(error) => {
                assert!((1..=file.split('\n').count()).contains(&error.line), "{error}");
            }
        }
    }
});

fn check(lexicon: &UserLexicon, text: &str) {
    for language in ["en-us", "en-gb", "fr", "ja"] {
        let mut before = 0;
        for found in Matcher::new(lexicon, language).matches(text) {
            assert!(before <= found.range.start && found.range.start < found.range.end);
            assert!(text.get(found.range.clone()).is_some());
            before = found.range.end;
            match found.replacement {
                Replacement::Phonemes(phonemes) => assert!(phonemes.chars().all(is_symbol)),
                Replacement::Respelling(text) => assert!(!text.trim().is_empty()),
            }
        }
    }
}
