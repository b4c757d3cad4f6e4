//! Packs jieba's dictionary and its hidden Markov model.
//!
//! `cargo run --release -p jieba-segmenter --example pack -- FOLDER` reads `dict.txt` and
//! `finalseg/prob_emit.py` of FOLDER, which is `jieba` of the source package jieba 0.42.1, checks
//! their SHA-256, and writes `data/words.fst` and `data/emission.bin`.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use fst::MapBuilder;
use sha2::{Digest, Sha256};

const DICTIONARY_SHA256: &str = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8";
const EMISSION_SHA256: &str = "27d46b1c9efe4dd148fde8be042a21be40e3562d0c7f1273f9de7abae12ebb8d";

/// The places in a word, in the order in which the packed table has them.
const PLACES: [&str; 4] = ["B", "E", "M", "S"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("expected a folder")?;
    let folder = Path::new(&folder);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let dictionary = read(&folder.join("dict.txt"), DICTIONARY_SHA256)?;
    std::fs::write(data.join("words.fst"), pack_dictionary(&dictionary)?)?;
    let emission = read(&folder.join("finalseg/prob_emit.py"), EMISSION_SHA256)?;
    std::fs::write(data.join("emission.bin"), pack_emission(&emission)?)?;
    Ok(())
}

fn read(path: &Path, expected: &str) -> Result<String, Box<dyn Error>> {
    let bytes = std::fs::read(path)?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != expected {
        let path = path.display();
        return Err(format!("{path}: expected SHA-256 {expected}, found {found}").into());
    }
    Ok(String::from_utf8(bytes)?)
}

/// Lines of a word, its frequency and its part of speech become a map of words to frequencies. Of a
/// word that stands twice the last frequency counts.
fn pack_dictionary(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut words = BTreeMap::new();
    let mut total = 0;
    for line in text.lines() {
        let mut fields = line.split(' ');
        let word = fields.next().ok_or("no word")?;
        let frequency: u64 = fields.next().ok_or("no frequency")?.parse()?;
        words.insert(word, frequency);
        total += frequency;
    }
    println!("{} words, which are met {total} times", words.len());
    let mut builder = MapBuilder::memory();
    for (word, frequency) in words {
        builder.insert(word, frequency)?;
    }
    Ok(builder.into_inner()?)
}

/// Four Python dictionaries of characters and logarithms become the table that
/// `src/markov/emission.rs` describes.
fn pack_emission(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut rows: BTreeMap<u16, [u16; 4]> = BTreeMap::new();
    let mut values: Vec<f64> = Vec::new();
    let mut numbers: BTreeMap<u64, u16> = BTreeMap::new();
    let mut place = 0;
    for line in text.lines() {
        let begun = PLACES.iter().position(|place| line.contains(&format!("'{place}': {{")));
        place = begun.unwrap_or(place);
        let Some((_, pair)) = line.split_once("'\\u") else { continue };
        let (code, log) = pair.split_once("': ").ok_or("expected a character and a number")?;
        let log: f64 = log.trim_end_matches(['}', ',']).parse()?;
        let number = *numbers.entry(log.to_bits()).or_insert_with(|| {
            values.push(log);
            values.len() as u16 - 1
        });
        let character = u16::from_str_radix(code, 16)?;
        rows.entry(character).or_insert([u16::MAX; 4])[place] = number;
    }
    println!("{} characters, {} different logarithms", rows.len(), values.len());
    let mut bytes = (rows.len() as u32).to_le_bytes().to_vec();
    for (character, row) in rows {
        bytes.extend(character.to_le_bytes());
        bytes.extend(row.into_iter().flat_map(u16::to_le_bytes));
    }
    bytes.extend(values.into_iter().flat_map(f64::to_le_bytes));
    Ok(bytes)
}
