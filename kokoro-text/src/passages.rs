//! A block's sentences in passages: as many as the phonemizer is given at once.

use std::collections::VecDeque;
use std::ops::Range;

use crate::pieces::pieces;
use crate::sentences::sentences;

/// A sentence, or a part of one that is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether it is the last part of its sentence.
    pub ends: bool,
}

/// The longest text in bytes that a phonemizer is given, because its time and its memory may grow
/// faster than the length.
pub(crate) const MAX_TEXT: usize = 2048;

/// The sentences of `text`, by their bytes, in groups of at most [`MAX_TEXT`] bytes. A longer
/// sentence is divided. Words are pronounced by their neighbours, so the more a phonemizer sees,
/// the better.
pub(crate) fn passages(text: &str) -> VecDeque<Vec<Sentence>> {
    let mut passages: VecDeque<Vec<Sentence>> = VecDeque::new();
    let place = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    for whole in sentences(text) {
        for part in pieces(whole, MAX_TEXT) {
            let range = place(part)..place(part) + part.len();
            let ends = range.end == place(whole) + whole.len();
            let sentence = Sentence { range, ends };
            match passages.back_mut() {
                Some(group) if sentence.range.end - group[0].range.start <= MAX_TEXT => {
                    group.push(sentence);
                }
                _ => passages.push_back(vec![sentence]),
            }
        }
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_grouped_up_to_the_limit() {
        let sentence = "Word ".repeat(200) + "end. ";
        let text = sentence.repeat(5);
        let passages = passages(&text);
        let sizes: Vec<usize> = passages.iter().map(Vec::len).collect();
        assert_eq!(sizes, [2, 2, 1]);
        let ends = |part: &Sentence| part.ends && text[part.range.clone()].ends_with("end.");
        assert!(passages.iter().flatten().all(ends));
    }

    #[test]
    fn a_long_sentence_is_divided() {
        let text = "a".repeat(5000);
        let parts: Vec<_> = passages(&text).into_iter().flatten().collect();
        let parts: Vec<_> = parts.into_iter().map(|part| (part.range, part.ends)).collect();
        assert_eq!(parts, [(0..2048, false), (2048..4096, false), (4096..5000, true)]);
    }
}
