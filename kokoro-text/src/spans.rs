//! A passage cut where its hints begin and end.

use std::ops::Range;

use crate::word::{Passage, Reading};

/// A part of a passage that one hint covers, or none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span<'a> {
    /// The bytes of the passage's text; never empty.
    pub(crate) range: Range<usize>,
    /// How the part is to be read, if the author or the user's lexicon says it.
    pub(crate) hint: Option<&'a Reading>,
}

/// The parts of a passage, in order and without a gap. Hints that cover no characters of the text
/// are passed over.
pub(crate) fn spans<'a>(passage: &Passage<'a>) -> Vec<Span<'a>> {
    let mut spans = Vec::with_capacity(2 * passage.hints.len() + 1);
    let mut at = 0;
    for hint in passage.hints {
        let Range { start, end } = hint.range;
        if start < at || passage.text.get(start..end).is_none_or(str::is_empty) {
            continue;
        }
        if at < start {
            spans.push(Span { range: at..start, hint: None });
        }
        spans.push(Span { range: start..end, hint: Some(&hint.reading) });
        at = end;
    }
    if at < passage.text.len() {
        spans.push(Span { range: at..passage.text.len(), hint: None });
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TextOptions;
    use crate::word::Hint;

    #[test]
    fn parts_have_no_gap() {
        let hint = |range| Hint { range, reading: Reading::Letters };
        let hints = [hint(2..4), hint(3..5), hint(4..6), hint(9..20)];
        let options = TextOptions::default();
        let found = spans(&Passage::new("abcdefgh", &hints, &options));
        let found: Vec<_> = found.iter().map(|s| (s.range.clone(), s.hint.is_some())).collect();
        assert_eq!(found, [(0..2, false), (2..4, true), (4..6, true), (6..8, false)]);
        assert_eq!(spans(&Passage::new("", &[], &options)), []);
    }
}
