//! A block's sentences in passages: as many as the phonemizer is given at once.

use std::collections::VecDeque;
use std::ops::Range;

use crate::pieces::pieces;
use crate::sentences::sentences;

/// The longest text in bytes that a phonemizer is given, because its time and its memory may grow
/// faster than the length.
pub(crate) const MAX_TEXT: usize = 2048;

/// The sentences of `text`, by their bytes, in groups of at most [`MAX_TEXT`] bytes. A longer
/// sentence is divided. Words are pronounced by their neighbours, so the more a phonemizer sees,
/// the better.
pub(crate) fn passages(text: &str) -> VecDeque<Vec<Range<usize>>> {
    let mut passages: VecDeque<Vec<Range<usize>>> = VecDeque::new();
    for part in sentences(text).flat_map(|sentence| pieces(sentence, MAX_TEXT)) {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let range = start..start + part.len();
        match passages.back_mut() {
            Some(group) if range.end - group[0].start <= MAX_TEXT => group.push(range),
            _ => passages.push_back(vec![range]),
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
        assert!(passages.iter().flatten().all(|range| text[range.clone()].ends_with("end.")));
    }

    #[test]
    fn a_long_sentence_is_divided() {
        let text = "a".repeat(5000);
        let ranges: Vec<_> = passages(&text).into_iter().flatten().collect();
        assert_eq!(ranges, [0..2048, 2048..4096, 4096..5000]);
    }
}
