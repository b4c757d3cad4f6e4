//! `kokoro_lexicon::Lexicon::from_bytes`: damaged bytes are refused or read, without a panic.

#![no_main]

use kokoro_lexicon::Lexicon;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(lexicon) = Lexicon::from_bytes(bytes.to_vec().into()) {
        for (word, entry) in lexicon.iter() {
            assert_eq!(lexicon.get(&word), Some(entry));
        }
    }
});
