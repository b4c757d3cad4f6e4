//! Counts, by category, how often the phonemes equal those of a reference file, and how many
//! phonemes and marks of stress are wrong.
//!
//! `cargo run --release -p kokoro-text --example agreement -- LANGUAGE FILE [FIELD]`: `FILE` has
//! one JSON object a line with `text`, perhaps `category`, and the reference in `FIELD` (default
//! `phonemes`; for English without a fallback `phonemes_no_fallback`). Text is read as misaki reads
//! it without a fallback; symbols that the model lacks, such as the mark of unknown words, are not
//! compared. The error rate is that of all symbols but spaces and punctuation.

use std::collections::BTreeMap;

use kokoro_text::{Normalization, TextOptions, UnknownWords, is_symbol, phonemizer, utterances};

/// What was counted in a category.
#[derive(Default)]
struct Counts {
    cases: usize,
    equal: usize,
    symbols: usize,
    errors: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().ok_or("expected a language")?.parse()?;
    let file = std::fs::read_to_string(arguments.next().ok_or("expected a reference file")?)?;
    let field = arguments.next().unwrap_or_else(|| "phonemes".into());

    let phonemizer = phonemizer(language)?;
    let mut options = TextOptions::default();
    options.normalization = Normalization::Off;
    options.unknown = UnknownWords::Skip;
    let mut counts = BTreeMap::<String, Counts>::new();
    for line in file.lines() {
        let case: serde_json::Value = serde_json::from_str(line)?;
        let get = |name: &str| case[name].as_str().ok_or(format!("no {name} in {line}"));
        let said = utterances(get("text")?, phonemizer.as_ref(), &options).flatten();
        let said = said.map(|utterance| utterance.phonemes).collect::<Vec<_>>().join(" ");
        let [ours, theirs] = [&said, get(&field)?].map(squeeze);
        let [our_symbols, their_symbols] = [&ours, &theirs].map(|phonemes| symbols(phonemes));
        for category in get("category").into_iter().chain(["all"]) {
            let counts = counts.entry(category.to_owned()).or_default();
            counts.cases += 1;
            counts.equal += usize::from(ours == theirs);
            counts.symbols += their_symbols.len();
            counts.errors += distance(&our_symbols, &their_symbols);
        }
    }
    for (category, Counts { cases, equal, symbols, errors }) in counts {
        let rate = 100.0 * errors as f64 / symbols as f64;
        println!("{category:12} {equal:4} of {cases}, {rate:.2} % wrong");
    }
    Ok(())
}

/// Single spaces, and no symbol that the model does not know, which its wrapper leaves out.
fn squeeze(phonemes: &str) -> String {
    let known: String = phonemes.chars().filter(|c| c.is_whitespace() || is_symbol(*c)).collect();
    known.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the error rate counts.
fn symbols(phonemes: &str) -> Vec<char> {
    phonemes.chars().filter(|c| !c.is_whitespace() && !";:,.!?—…\"()“”".contains(*c)).collect()
}

/// How many symbols must be put in, taken out or changed to make one of the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
