//! The normalizers of all languages: no panic; places in order and inside; what is protected stays;
//! what is to be spelled is inside.

#![no_main]

use std::ops::Range;

use kokoro_normalize::{
    Dialect, Emoji, Normalized, Options, english, french, hindi, italian, japanese, mandarin,
    portuguese, spanish,
};
use libfuzzer_sys::fuzz_target;
use mapped_text::MappedText;

/// The normalizer of a language.
type Normalizer = fn(&MappedText, &[Range<usize>], &Options) -> Normalized;

const LANGUAGES: &[Normalizer] = &[
    |text, protected, options| english(text, protected, Dialect::American, options),
    |text, protected, options| english(text, protected, Dialect::British, options),
    french,
    mandarin,
    hindi,
    italian,
    japanese,
    portuguese,
    spanish,
];

// The first byte chooses the language.
fuzz_target!(|input: (u8, bool, u8, &str)| {
    let (choice, named, at, text) = input;
    let normalize = LANGUAGES[usize::from(choice) % LANGUAGES.len()];
    let mut options = Options::default();
    options.emoji = if named { Emoji::Named } else { Emoji::Silent };
    let start = text.floor_char_boundary(usize::from(at));
    let end = text.floor_char_boundary(start + 8);
    let protected: Vec<_> = (start < end).then_some(start..end).into_iter().collect();

    let said = normalize(&MappedText::from_source(text), &protected, &options);
    let after = said.text.as_str();
    let mut before = 0;
    for (at, c) in after.char_indices() {
        let source = said.text.source(at..at + c.len_utf8());
        assert!(before <= source.start && text.get(source.clone()).is_some());
        before = source.start;
    }
    for (was, is) in protected.iter().zip(&said.protected) {
        assert_eq!(text.get(was.clone()), after.get(is.clone()));
    }
    for letters in &said.letters {
        assert!(after.get(letters.clone()).is_some_and(|letters| !letters.is_empty()));
    }
});
