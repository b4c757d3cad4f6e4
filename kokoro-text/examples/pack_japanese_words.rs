//! Packs misaki's list of Japanese words for the program.
//!
//! ```sh
//! pip download misaki==0.9.4 --no-deps && unzip misaki-0.9.4-py3-none-any.whl
//! cargo run -p kokoro-text --example pack_japanese_words -- misaki/data/ja_words.txt \
//!     kokoro-text/data/japanese/words.fst
//! ```

use std::error::Error;
use std::fs;

use sha2::{Digest, Sha256};

/// The SHA-256 of the list.
const EXPECTED: &str = "a93a8e8aee24db307a32becb8bf01c4c2908ecf37e6c91f7a705fafdfeba67ff";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let list = fs::read(arguments.next().ok_or("expected the list of words")?)?;
    let output = arguments.next().ok_or("expected the file to write")?;
    let found: String = Sha256::digest(&list).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != EXPECTED {
        return Err(format!("expected SHA-256 {EXPECTED}, found {found}").into());
    }
    let mut words: Vec<&str> = std::str::from_utf8(&list)?.lines().map(str::trim).collect();
    words.sort_unstable();
    words.dedup();
    let set = fst::Set::from_iter(words.iter().filter(|word| !word.is_empty()))?;
    println!("{} words, {} bytes", set.len(), set.as_fst().as_bytes().len());
    fs::write(output, set.as_fst().as_bytes())?;
    Ok(())
}
