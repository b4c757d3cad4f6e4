//! Packs the pronunciations of Chinese characters and phrases.
//!
//! `cargo run --release -p kokoro-text --example pack_pinyin -- FOLDER` reads `phrases_dict.json`
//! and `pinyin_dict.json` of FOLDER, which is `pypinyin` of the wheel pypinyin 0.55.0, checks their
//! SHA-256, and writes `data/mandarin/{words.fst,readings.bin,syllables.txt}`.
//! `src/mandarin/pinyin.rs` describes the form.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use fst::MapBuilder;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

const PHRASES_SHA256: &str = "a45ff140a6b631ca9c82127b280a2f414e0aba6bb2824a0e9d1e77fff359c665";
const CHARACTERS_SHA256: &str = "5f294c01e6c6c0a1c8e329c79335a3f8e0b27d06bf1de7a99244b765892d1e5b";

/// The combining signs of the tones 1 to 4: macron, acute, caron, grave.
const TONES: [char; 4] = ['\u{304}', '\u{301}', '\u{30c}', '\u{300}'];

/// The first pronunciation of each word: the syllable of each of its characters.
type Words = BTreeMap<String, Vec<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("expected a folder")?;
    let folder = Path::new(&folder);
    let phrases: BTreeMap<String, Vec<Vec<String>>> =
        read(&folder.join("phrases_dict.json"), PHRASES_SHA256)?;
    let characters: BTreeMap<u32, String> =
        read(&folder.join("pinyin_dict.json"), CHARACTERS_SHA256)?;

    let mut words = Words::new();
    for (code, syllables) in characters {
        let character = char::from_u32(code).ok_or("expected a character")?;
        let first = syllables.split(',').next().unwrap_or_default();
        words.insert(character.into(), vec![with_number(first)]);
    }
    for (phrase, syllables) in phrases {
        if phrase.chars().count() != syllables.len() || syllables.len() < 2 {
            return Err(format!("{phrase} has {} syllables", syllables.len()).into());
        }
        let firsts = syllables.iter().map(|choice| with_number(&choice[0])).collect();
        words.insert(phrase, firsts);
    }
    pack(&words, &Path::new(env!("CARGO_MANIFEST_DIR")).join("data/mandarin"))
}

fn read<T: DeserializeOwned>(path: &Path, expected: &str) -> Result<T, Box<dyn Error>> {
    let bytes = std::fs::read(path)?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != expected {
        let path = path.display();
        return Err(format!("{path}: expected SHA-256 {expected}, found {found}").into());
    }
    Ok(serde_json::from_slice(&bytes)?)
}

/// `zhōng` as `zhong1`; `ü` is `v`, and the neutral tone is 5.
fn with_number(syllable: &str) -> String {
    let tone = syllable.nfd().find_map(|sign| TONES.iter().position(|tone| *tone == sign));
    let letters = syllable.nfd().filter(|sign| !TONES.contains(sign)).nfc();
    let letters: String = letters.collect::<String>().replace('ü', "v");
    format!("{letters}{}", tone.map_or(5, |tone| tone + 1))
}

fn pack(words: &Words, folder: &Path) -> Result<(), Box<dyn Error>> {
    let syllables: BTreeSet<&String> = words.values().flatten().collect();
    let syllables: Vec<&String> = syllables.into_iter().collect();
    let number = |syllable: &String| syllables.binary_search(&syllable).unwrap_or_default();
    let mut readings: Vec<u8> = Vec::new();
    let mut builder = MapBuilder::memory();
    let mut phrases = 0;
    for (word, spoken) in words {
        let by_characters = |(c, syllable): (char, &String)| {
            words.get(&c.to_string()).is_some_and(|alone| alone[0] == *syllable)
        };
        let value = if let [syllable] = &spoken[..] {
            number(syllable)
        } else if word.chars().zip(spoken).all(by_characters) {
            0
        } else {
            let at = readings.len() / 2;
            readings.extend(spoken.iter().flat_map(|s| (number(s) as u16).to_le_bytes()));
            at + 1
        };
        phrases += usize::from(spoken.len() > 1);
        builder.insert(word, value as u64)?;
    }
    println!("{} characters, {phrases} phrases", words.len() - phrases);
    let lines: String = syllables.iter().map(|syllable| format!("{syllable}\n")).collect();
    std::fs::write(folder.join("syllables.txt"), lines)?;
    std::fs::write(folder.join("readings.bin"), readings)?;
    std::fs::write(folder.join("words.fst"), builder.into_inner()?)?;
    Ok(())
}
