//! Reads lines from the standard input and writes each as it is read aloud.
//!
//! ```sh
//! echo 'Cuesta 5 €.' | cargo run -p kokoro-normalize --example normalize -- --lang es
//! ```

use std::error::Error;
use std::io::{BufRead, BufWriter, Write, stdin, stdout};

use kokoro_normalize::{Normalized, Options};
use mapped_text::MappedText;

/// Reads a text as a language does.
type Normalizer = fn(&MappedText) -> Normalized;

/// The languages by their codes.
const LANGUAGES: &[(&str, Normalizer)] = &[
    #[cfg(feature = "english")]
    ("en-us", |text| {
        kokoro_normalize::english(text, &[], kokoro_normalize::Dialect::American, &options())
    }),
    #[cfg(feature = "english")]
    ("en-gb", |text| {
        kokoro_normalize::english(text, &[], kokoro_normalize::Dialect::British, &options())
    }),
    #[cfg(feature = "french")]
    ("fr", |text| kokoro_normalize::french(text, &[], &options())),
    #[cfg(feature = "hindi")]
    ("hi", |text| kokoro_normalize::hindi(text, &[], &options())),
    #[cfg(feature = "italian")]
    ("it", |text| kokoro_normalize::italian(text, &[], &options())),
    #[cfg(feature = "portuguese")]
    ("pt-br", |text| kokoro_normalize::portuguese(text, &[], &options())),
    #[cfg(feature = "japanese")]
    ("ja", |text| kokoro_normalize::japanese(text, &[], &options())),
    #[cfg(feature = "mandarin")]
    ("zh", |text| kokoro_normalize::mandarin(text, &[], &options())),
    #[cfg(feature = "spanish")]
    ("es", |text| kokoro_normalize::spanish(text, &[], &options())),
];

fn options() -> Options {
    Options::default()
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let code = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => "en-us",
        ["--lang", code] => code,
        _ => return Err("expected --lang and the code of a language".into()),
    };
    let Some((_, normalize)) = LANGUAGES.iter().find(|(own, _)| *own == code) else {
        let known: Vec<&str> = LANGUAGES.iter().map(|(own, _)| *own).collect();
        return Err(format!("unknown language {code}, expected {}", known.join(", ")).into());
    };
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let read = normalize(&MappedText::from_source(&line?));
        writeln!(out, "{}", read.text.as_str())?;
    }
    Ok(out.flush()?)
}
