//! Phonemes of any length in utterances that fit the model.

use std::ops::Range;

use kokoro_core::Vocab;
use kokoro_text::{MAX_PHONEMES, Utterance, split};

/// Divides phonemes at sentences, clauses or spaces. White space of any kind is a space. Symbols
/// that are not in the vocabulary are left out, and listed in the first utterance's `unknown`.
pub(crate) fn phoneme_utterances(phonemes: &str, vocab: &Vocab) -> Vec<Utterance> {
    let mut known = String::with_capacity(phonemes.len());
    let mut sources: Vec<Range<usize>> = Vec::new(); // of each character of `known`
    let mut unknown: Vec<String> = Vec::new();
    for (at, symbol) in phonemes.char_indices() {
        let spoken = if symbol.is_whitespace() { ' ' } else { symbol };
        if vocab.contains(spoken) {
            known.push(spoken);
            sources.push(at..at + symbol.len_utf8());
        } else {
            unknown.push(symbol.escape_debug().to_string());
        }
    }
    let pieces = split(&known, MAX_PHONEMES);
    let mut utterances: Vec<Utterance> = parts(&known, &pieces, &sources).collect();
    if let Some(first) = utterances.first_mut() {
        first.unknown = unknown;
    }
    utterances
}

/// The same utterance in pieces of its phonemes, which are slices of them in their order. What was
/// unknown is reported with the first.
pub(crate) fn pieces_of(utterance: &Utterance, pieces: &[&str]) -> Vec<Utterance> {
    let mut parts: Vec<Utterance> =
        parts(&utterance.phonemes, pieces, &utterance.sources).collect();
    for part in &mut parts {
        part.text.clone_from(&utterance.text);
    }
    if let Some(first) = parts.first_mut() {
        first.unknown.clone_from(&utterance.unknown);
    }
    parts
}

/// An utterance for each of `pieces`, which are slices of `whole` in their order. `sources` has the
/// source of each character of `whole`; one that is missing is empty.
fn parts(
    whole: &str,
    pieces: &[&str],
    sources: &[Range<usize>],
) -> impl Iterator<Item = Utterance> {
    let mut bytes = 0; // of `whole`, up to where the last piece ended
    let mut characters = 0;
    pieces.iter().map(move |&piece| {
        let start = piece.as_ptr() as usize - whole.as_ptr() as usize;
        characters += whole[bytes..start].chars().count();
        let count = piece.chars().count();
        let mut utterance = Utterance::new(piece, piece, 0..0);
        for (to, from) in utterance.sources.iter_mut().zip(sources.iter().skip(characters)) {
            to.clone_from(from);
        }
        (bytes, characters) = (start + piece.len(), characters + count);
        utterance
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_places() {
        let mut whole = Utterance::new("a text", "həlˈO, wˈɜɹld.", 0..6);
        for (at, source) in whole.sources.iter_mut().enumerate() {
            *source = at..at + 1;
        }
        whole.unknown = vec!["☃".into()];
        let pieces = pieces_of(&whole, &split(&whole.phonemes, 8));
        assert_eq!(pieces.len(), 2);
        assert_eq!((pieces[0].source(), pieces[1].source()), (0..6, 7..14));
        assert_eq!((pieces[0].unknown.len(), pieces[1].unknown.len()), (1, 0));
        assert!(pieces.iter().all(|piece| piece.text == "a text"));
    }
}
