//! Packs a lexicon that is written as JSON, and checks that every entry comes back.
//!
//! `cargo run --release -p kokoro-lexicon --example pack -- IN.json OUT.lexicon`: the input is an
//! object from words to phonemes, or to objects from keys to phonemes or `null`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use kokoro_lexicon::{Entry, Lexicon, pack};
use serde::Deserialize;

/// The value of a word in the JSON file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Plain(String),
    Tagged(BTreeMap<String, Option<String>>),
}

impl Value {
    fn entry(&self) -> Entry<'_> {
        match self {
            Self::Plain(phonemes) => Entry::Plain(phonemes.clone()),
            Self::Tagged(readings) => Entry::Tagged(
                readings.iter().map(|(key, said)| (key.as_str(), said.clone())).collect(),
            ),
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("expected: IN.json OUT.lexicon".into());
    };
    let words: BTreeMap<String, Value> = serde_json::from_str(&fs::read_to_string(input)?)?;
    let packed = pack(words.iter().map(|(word, value)| (word.as_str(), value.entry())))?;
    fs::write(&output, &packed)?;

    let lexicon = Lexicon::from_bytes(fs::read(&output)?.into())?;
    assert_eq!(lexicon.len(), words.len());
    for (word, value) in &words {
        assert_eq!(lexicon.get(word), Some(value.entry()), "{word}");
    }
    println!("{output}: {} words, {} bytes", words.len(), packed.len());
    Ok(())
}
