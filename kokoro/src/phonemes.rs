//! Phonemes of any length in utterances that fit the model.

use kokoro_core::Vocab;
use kokoro_text::{MAX_PHONEMES, Utterance};

/// Divides phonemes at sentences, clauses or spaces. White space of any kind is a space. Symbols
/// that are not in the vocabulary stay, because upstream counts them when it chooses the row of the
/// voice; the model leaves them out. None, if no symbol is in the vocabulary.
pub(crate) fn phoneme_utterances(phonemes: &str, vocab: &Vocab) -> Vec<Utterance> {
    let mut whole = Utterance::default();
    for (at, symbol) in phonemes.char_indices() {
        whole.phonemes.push(if symbol.is_whitespace() { ' ' } else { symbol });
        whole.sources.push(at..at + symbol.len_utf8());
    }
    let mut utterances = whole.split(MAX_PHONEMES);
    let mut left_out = Vec::new(); // of utterances that have no known symbol
    utterances.retain(|utterance| {
        let known = utterance.phonemes.chars().any(|symbol| vocab.contains(symbol));
        if !known {
            left_out.extend(utterance.phonemes.chars().map(|c| c.escape_debug().to_string()));
        }
        known
    });
    for utterance in &mut utterances {
        utterance.text.clone_from(&utterance.phonemes); // phonemes are all the text there is
    }
    if let Some(first) = utterances.first_mut() {
        first.unknown = left_out;
    }
    utterances
}
