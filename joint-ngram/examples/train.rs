//! Trains the models of English on misaki's lexicons, or measures them on words held out.
//!
//! ```text
//! train FOLDER us|gb OUT         trains on all words of FOLDER/us_gold.json and writes OUT
//! train FOLDER us|gb --hold-out  trains without 1,500 words, and says how well it guesses them
//! ```
//!
//! FOLDER is `misaki/data` of the wheel of misaki 0.9.4 (https://pypi.org/project/misaki/0.9.4/).
//! Only the gold lexicons are used: the silver ones mark stress and reduced vowels by other habits,
//! and words are guessed worse with them.
//!
//! Held out are words of the gold lexicon by the order of their SHA-256: the settings were chosen
//! with the first 1,500, and what is measured is the next 1,500. Words of the same family remain.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use joint_ngram::{Model, Settings, train};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// How many words are held out to measure, and passed over because settings were tuned on them.
const HELD_OUT: usize = 1500;

/// The files that are read, and the SHA-256 that they must have.
const LEXICONS: [(&str, &str, &str); 2] = [
    ("us", "us_gold.json", "dc414872a49a28ae6c141463d502fd945f3b2fde040484fdc47d00cc4612686f"),
    ("gb", "gb_gold.json", "29e62f4b60261c88f7f3c2c7811ca3825978948090b72d2b27d565b729282f71"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, dialect, out] = arguments.as_slice() else {
        return Err("expected FOLDER us|gb OUT, or FOLDER us|gb --hold-out".into());
    };
    let mut words = read(Path::new(folder), dialect)?;
    if out == "--hold-out" {
        words.sort_by_cached_key(|(word, _)| Sha256::digest(word).to_vec());
        let held_out: Vec<_> = words.drain(HELD_OUT..2 * HELD_OUT).collect();
        words.sort();
        return measure(&train(&pairs(&words), &settings())?, &held_out);
    }
    std::fs::write(out, train(&pairs(&words), &settings())?)?;
    Ok(())
}

/// The settings of the models that the project ships.
fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.order = 7;
    settings.threshold = 1.5e-7;
    settings
}

fn pairs(words: &[(String, String)]) -> Vec<(&str, &str)> {
    words.iter().map(|(word, phonemes)| (word.as_str(), phonemes.as_str())).collect()
}

/// The words of a lexicon in lower case, sorted, each once. Initialisms and letters are left out.
fn read(folder: &Path, dialect: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let lexicon = LEXICONS.iter().find(|lexicon| lexicon.0 == dialect);
    let &(_, file, expected) = lexicon.ok_or("the dialect is us or gb")?;
    let bytes = std::fs::read(folder.join(file))?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != expected {
        return Err(format!("{file}: expected SHA-256 {expected}, found {found}").into());
    }
    let entries: serde_json::Map<String, Value> = serde_json::from_slice(&bytes)?;
    let mut words: Vec<(String, String)> = entries
        .iter()
        .filter(|(word, _)| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .filter(|(word, _)| word.bytes().any(|byte| byte.is_ascii_lowercase()))
        .filter_map(|(word, entry)| {
            let phonemes = entry.as_str().or_else(|| entry.get("DEFAULT")?.as_str())?;
            Some((word.to_ascii_lowercase(), phonemes.to_string()))
        })
        .collect();
    words.sort();
    words.dedup_by(|a, b| a.0 == b.0);
    Ok(words)
}

/// Prints how well a model says words that it has not seen.
fn measure(packed: &[u8], held_out: &[(String, String)]) -> Result<(), Box<dyn Error>> {
    let model = Model::new(packed)?;
    let start = Instant::now();
    let guesses: Vec<String> =
        held_out.iter().map(|(word, _)| model.pronounce(word).unwrap_or_default()).collect();
    let time = start.elapsed() / held_out.len() as u32;
    let (mut wrong, mut all, mut exact) = (0, 0, 0);
    for ((_, phonemes), guess) in held_out.iter().zip(&guesses) {
        wrong += distance(guess, phonemes);
        all += phonemes.chars().count();
        exact += usize::from(guess == phonemes);
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    println!(
        "{} bytes; of {} words held out, {:.1} % exact; errors with stress {:.2} %; \
         {time:?} a word",
        packed.len(),
        held_out.len(),
        percent(exact, held_out.len()),
        percent(wrong, all),
    );
    Ok(())
}

/// The fewest symbols that must be put in, taken out or exchanged to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for x in a.chars() {
        let mut diagonal = row[0];
        row[0] += 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
