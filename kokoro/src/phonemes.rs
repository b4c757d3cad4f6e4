//! Phonemes of any length in utterances that fit the model.

use kokoro_core::Vocab;
use kokoro_plan::{Item, PauseKind, PlannedUtterance};
use kokoro_text::{Language, MAX_PHONEMES, Utterance};

use crate::SpeechOptions;
use crate::options::Silence;

/// The plan of phonemes: utterances with pauses between them, as after a sentence where one ends.
pub(crate) fn phoneme_items(phonemes: &str, vocab: &Vocab, options: &SpeechOptions) -> Vec<Item> {
    let language = options.text_language().unwrap_or(Language::AmericanEnglish);
    let mut items = Vec::new();
    for utterance in utterances(phonemes, vocab) {
        if let (Silence::Policy(policy), Some(Item::Utterance(before))) =
            (&options.silence, items.last())
        {
            let ends = before.utterance.phonemes.ends_with(ENDS);
            let kind = if ends { PauseKind::Sentence } else { PauseKind::Split };
            items.push(Item::Pause(policy.pause(kind, utterance.source().start)));
        }
        let mut planned = PlannedUtterance::new(utterance, &options.voice, language);
        planned.base = options.prosody();
        items.push(Item::Utterance(Box::new(planned)));
    }
    items
}

/// Marks with which a sentence ends.
const ENDS: [char; 4] = ['.', '!', '?', '…'];

/// Divides phonemes at sentences, clauses or spaces. White space of any kind is a space. Symbols
/// that are not in the vocabulary stay, because upstream counts them when it chooses the row of the
/// voice; the model leaves them out. None, if no symbol is in the vocabulary.
fn utterances(phonemes: &str, vocab: &Vocab) -> Vec<Utterance> {
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
