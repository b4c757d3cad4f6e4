//! Phonemes of any length in utterances that fit the model.

use kokoro_core::Vocab;
use kokoro_text::{MAX_PHONEMES, Utterance};

/// Divides phonemes at sentences, clauses or spaces. White space of any kind is a space. Symbols
/// that are not in the vocabulary are left out, and listed in the first utterance's `unknown`.
pub(crate) fn phoneme_utterances(phonemes: &str, vocab: &Vocab) -> Vec<Utterance> {
    let mut whole = Utterance::default();
    for (at, symbol) in phonemes.char_indices() {
        let spoken = if symbol.is_whitespace() { ' ' } else { symbol };
        if vocab.contains(spoken) {
            whole.phonemes.push(spoken);
            whole.sources.push(at..at + symbol.len_utf8());
        } else {
            whole.unknown.push(symbol.escape_debug().to_string());
        }
    }
    let mut utterances = whole.split(MAX_PHONEMES);
    for utterance in &mut utterances {
        utterance.text.clone_from(&utterance.phonemes); // phonemes are all the text there is
    }
    utterances
}
