//! Counts, by category, how often the phonemes equal those of a reference file.
//!
//! `cargo run --release -p kokoro-text --example agreement -- en-us FILE [FIELD]`: `FILE` has one
//! JSON object a line with `text`, `category` and the reference in `FIELD` (default `phonemes`).

use std::collections::BTreeMap;

use kokoro_text::phonemizer;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().ok_or("expected a language")?.parse()?;
    let file = std::fs::read_to_string(arguments.next().ok_or("expected a reference file")?)?;
    let field = arguments.next().unwrap_or_else(|| "phonemes".into());

    let phonemizer = phonemizer(language)?;
    let mut counts = BTreeMap::<String, (usize, usize)>::new();
    for line in file.lines() {
        let case: serde_json::Value = serde_json::from_str(line)?;
        let get = |name: &str| case[name].as_str().ok_or(format!("no {name} in {line}"));
        let equal = phonemizer.phonemes(get("text")?)?.phonemes == get(&field)?;
        for category in [get("category")?, "all"] {
            let (equals, cases) = counts.entry(category.to_owned()).or_default();
            *equals += usize::from(equal);
            *cases += 1;
        }
    }
    for (category, (equals, cases)) in counts {
        println!("{category:10} {equals:4} of {cases}");
    }
    Ok(())
}
