//! The normalizers of all languages: no panic; places in order and inside; what is protected stays;
//! what is to be spelled is inside. What is demanded by `say-as` is said, whatever it is.

#![no_main]

use std::ops::Range;

use kokoro_normalize::{
    Dialect, Emoji, Normalized, Options, SaidAs, SayAs, english, french, hindi, italian, japanese,
    mandarin, portuguese, spanish,
};
use libfuzzer_sys::fuzz_target;
use mapped_text::MappedText;

/// The normalizer of a language.
type Normalizer = fn(&MappedText, &[Range<usize>], &Options) -> Normalized;
/// What a language says for `say-as`.
type Say = fn(&str, &SayAs, &Options) -> SaidAs;

/// Names of signs do not matter here.
macro_rules! say {
    ($language:ident) => {
        |text, how, options| $language::say_as(text, how, options, &|_| None)
    };
}

const LANGUAGES: &[(Normalizer, Say)] = &[
    (
        |text, protected, options| english(text, protected, Dialect::American, options),
        |text, how, options| english::say_as(text, how, Dialect::American, options, &|_| None),
    ),
    (
        |text, protected, options| english(text, protected, Dialect::British, options),
        |text, how, options| english::say_as(text, how, Dialect::British, options, &|_| None),
    ),
    (french, say!(french)),
    (mandarin, say!(mandarin)),
    (hindi, say!(hindi)),
    (italian, say!(italian)),
    (japanese, say!(japanese)),
    (portuguese, say!(portuguese)),
    (spanish, say!(spanish)),
];

/// Kinds and formats.
const KINDS: &[(&str, &str)] = &[
    ("cardinal", ""),
    ("ordinal", ""),
    ("digits", ""),
    ("characters", ""),
    ("acronym", ""),
    ("date", ""),
    ("date", "dmy"),
    ("date", "ym"),
    ("time", "hms12"),
    ("time", "hms24"),
    ("duration", ""),
    ("duration", "hm"),
    ("telephone", ""),
    ("currency", "eur"),
    ("fraction", ""),
    ("unit", ""),
    ("address", ""),
];

// The first byte chooses the language, the third what is protected and what is demanded.
fuzz_target!(|input: (u8, bool, u8, &str)| {
    let (choice, named, at, text) = input;
    let (normalize, say) = LANGUAGES[usize::from(choice) % LANGUAGES.len()];
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

    let (kind, format) = KINDS[usize::from(at) % KINDS.len()];
    let how = SayAs::parse(kind, Some(format), None).expect(kind);
    let demanded = say(text, &how, &options);
    let must = text.contains(char::is_alphanumeric);
    assert!(!must || demanded.text.contains(char::is_alphanumeric));
    for letters in &demanded.letters {
        assert!(demanded.text.get(letters.clone()).is_some_and(|letters| !letters.is_empty()));
    }
});
