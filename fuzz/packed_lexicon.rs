//! `kokoro_lexicon::pack` and `Lexicon::from_bytes`: what was packed comes back, and damaged bytes
//! are refused or read, without a panic.

#![no_main]

use std::collections::BTreeMap;
use std::ops::Range;

use kokoro_lexicon::{Entry, Lexicon, pack};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (BTreeMap<String, String>, Vec<(usize, u8)>)| {
    let (words, damage) = input;
    let entries = words.iter().map(|(word, said)| (word.as_str(), Entry::Plain(said.clone())));
    let Ok(mut bytes) = pack(entries) else { return };
    let lexicon = Lexicon::from_bytes(bytes.clone().into()).expect("it was packed");
    for (word, said) in words {
        assert_eq!(lexicon.get(&word), Some(Entry::Plain(said)));
    }

    // The words have a checksum, which a fuzzer finds out how to correct.
    let checked = words_part(&bytes);
    for (at, value) in damage {
        let at = at % bytes.len();
        if !checked.contains(&at) {
            bytes[at] = value;
        }
    }
    if let Ok(lexicon) = Lexicon::from_bytes(bytes.into()) {
        assert!(lexicon.iter().count() <= lexicon.len());
    }
});

/// Where the words lie, and the numbers that tell it, in a packed lexicon.
fn words_part(bytes: &[u8]) -> Range<usize> {
    let number = |at: usize| u32::from_le_bytes(*bytes[at..].first_chunk().unwrap()) as usize;
    let (magic, header) = (8, 28);
    magic..header + number(magic + 4) + number(magic + 8)
}
