//! Counts, by category, how often the phonemes equal those of a reference file.
//!
//! `cargo run --release -p kokoro-text --example agreement -- en-us FILE [FIELD]`: `FILE` has one
//! JSON object a line with `text`, `category` and the reference in `FIELD` (default
//! `phonemes_no_fallback`). Text is read as misaki reads it without a fallback; the mark of unknown
//! words and the spaces around it are not compared.

use std::collections::BTreeMap;

use kokoro_text::{Normalization, TextOptions, UnknownWords, phonemizer, utterances};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().ok_or("expected a language")?.parse()?;
    let file = std::fs::read_to_string(arguments.next().ok_or("expected a reference file")?)?;
    let field = arguments.next().unwrap_or_else(|| "phonemes_no_fallback".into());

    let phonemizer = phonemizer(language)?;
    let mut options = TextOptions::default();
    options.normalization = Normalization::Off;
    options.unknown = UnknownWords::Skip;
    let mut counts = BTreeMap::<String, (usize, usize)>::new();
    for line in file.lines() {
        let case: serde_json::Value = serde_json::from_str(line)?;
        let get = |name: &str| case[name].as_str().ok_or(format!("no {name} in {line}"));
        let said = utterances(get("text")?, phonemizer.as_ref(), &options).flatten();
        let said = said.map(|utterance| utterance.phonemes).collect::<Vec<_>>().join(" ");
        let equal = squeeze(&said) == squeeze(get(&field)?);
        for category in [get("category")?, "all"] {
            let (equals, cases) = counts.entry(category.to_owned()).or_default();
            *equals += usize::from(equal);
            *cases += 1;
        }
    }
    for (category, (equals, cases)) in counts {
        println!("{category:12} {equals:4} of {cases}");
    }
    Ok(())
}

/// Single spaces, and no mark of unknown words.
fn squeeze(phonemes: &str) -> String {
    phonemes.replace('❓', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
