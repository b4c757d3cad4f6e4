//! Packs the CMU Pronouncing Dictionary into lexicons of both dialects.
//!
//! ```text
//! pack_cmudict INDEX.JS            writes data/english/{us,gb}_cmudict.lexicon
//! pack_cmudict INDEX.JS --measure  says how far it agrees with words that the gold lexicons have
//! ```
//!
//! INDEX.JS is `package/index.js` of the npm package cmu-pronouncing-dictionary 3.0.0. Words that
//! misaki's lexicons have are left out, and so are initialisms, words with others than letters and
//! an apostrophe in them, and possessives.
//!
//! The dictionary writes ARPAbet, and has fewer sounds than the lexicons, which tell flaps and
//! kinds of reduced vowels apart. So each of its sounds is a choice of phonemes (`arpabet.rs`), and
//! the model of the dialect, trained on its gold lexicon, chooses by letters and neighbours. The
//! British model does the same with the same sounds: which of them a British speaker has where is
//! what it has learned.

#[path = "pack_cmudict/arpabet.rs"]
mod arpabet;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use joint_ngram::Model;
use kokoro_lexicon::{Entry, Lexicon, pack};
use sha2::{Digest, Sha256};

use arpabet::{Dialect, sounds};

/// The SHA-256 of the file that is read.
const INDEX_SHA256: &str = "ef8b2b976d2e5801b7541ebcc7714f538d1ffa0ebb28645259536e2666bd2948";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let index = arguments.next().ok_or("expected INDEX.JS")?;
    let bytes = std::fs::read(index)?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != INDEX_SHA256 {
        return Err(format!("expected SHA-256 {INDEX_SHA256}, found {found}").into());
    }
    let dictionary = read(std::str::from_utf8(&bytes)?);
    let measure = arguments.next().is_some_and(|option| option == "--measure");
    for (name, dialect) in [("us", Dialect::American), ("gb", Dialect::British)] {
        let model = std::fs::read(data().join(format!("{name}_gold.jngm")))?;
        let model = Model::new(&model)?;
        match measure {
            true => print_agreement(&dictionary, name, dialect, &model)?,
            false => write(&dictionary, name, dialect, &model)?,
        }
    }
    Ok(())
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/english")
}

fn open(name: &str, kind: &str) -> Result<Lexicon, Box<dyn Error>> {
    let bytes = std::fs::read(data().join(format!("{name}_{kind}.lexicon")))?;
    Ok(Lexicon::from_bytes(bytes.into())?)
}

/// The words of the dictionary with their first pronunciation.
fn read(index: &str) -> BTreeMap<&str, &str> {
    index
        .lines()
        .filter_map(|line| {
            let (word, rest) = line.trim().strip_prefix('"')?.split_once("\": \"")?;
            Some((word, rest.strip_suffix("\",").or_else(|| rest.strip_suffix('"'))?))
        })
        .filter(|(word, _)| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter(|(word, _)| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\''))
        .filter(|(word, _)| !word.ends_with("'s") && !word.ends_with('\''))
        .collect()
}

/// How a word of the dictionary is said by a model, if its letters have to do with its sounds.
fn convert(model: &Model, dialect: Dialect, word: &str, arpabet: &str) -> Option<String> {
    model.pronounce_as(&word.replace('\'', ""), &sounds(arpabet, dialect)?)
}

/// Whether a lexicon has a word, in lower case or capitalised.
fn has(lexicon: &Lexicon, word: &str) -> bool {
    let capital = word[..1].to_ascii_uppercase() + &word[1..];
    [word, &capital, &word.to_ascii_uppercase()].iter().any(|form| lexicon.contains(form))
}

fn write(
    dictionary: &BTreeMap<&str, &str>,
    name: &str,
    dialect: Dialect,
    model: &Model,
) -> Result<(), Box<dyn Error>> {
    let lexicons = [open(name, "gold")?, open(name, "silver")?];
    let (mut words, mut other) = (Vec::new(), 0);
    for (word, arpabet) in dictionary {
        if lexicons.iter().any(|lexicon| has(lexicon, word)) {
            continue;
        }
        match convert(model, dialect, word, arpabet) {
            Some(phonemes) => words.push((*word, Entry::Plain(phonemes))),
            None => other += 1,
        }
    }
    let count = words.len();
    let packed = pack(words)?;
    println!("{name}: {count} words, {} bytes; {other} not converted", packed.len());
    std::fs::write(data().join(format!("{name}_cmudict.lexicon")), packed)?;
    Ok(())
}

fn print_agreement(
    dictionary: &BTreeMap<&str, &str>,
    name: &str,
    dialect: Dialect,
    model: &Model,
) -> Result<(), Box<dyn Error>> {
    let gold = open(name, "gold")?;
    let (mut same, mut all, mut failed) = (0, 0, 0);
    for (word, arpabet) in dictionary {
        let Some(Entry::Plain(expected)) = gold.get(word) else {
            continue;
        };
        all += 1;
        match convert(model, dialect, word, arpabet) {
            Some(phonemes) if phonemes == expected => same += 1,
            Some(phonemes) => println!("{word}\t{arpabet}\t{expected}\t{phonemes}"),
            None => {
                failed += 1;
                println!("{word}\t{arpabet}\t{expected}\t-");
            }
        }
    }
    println!("{name}: of {all} words of both, {same} the same, {failed} not converted");
    Ok(())
}
