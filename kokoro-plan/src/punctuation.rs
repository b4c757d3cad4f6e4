//! Punctuation between the sounds of an utterance.

use std::ops::Range;

use crate::PauseKind;

/// Marks, brackets, quotes and spaces without a sound between them: between two sounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    /// Their place among the phonemes.
    pub symbols: Range<usize>,
    /// Which pause the marks among them make, if any.
    pub kind: Option<PauseKind>,
}

/// The gaps between the sounds of `phonemes`, in order.
pub(crate) fn gaps(phonemes: &[char]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut at = 0;
    while let Some(silent) = (at..phonemes.len()).find(|at| is_silent(phonemes, *at)) {
        let gap = gap_at(phonemes, silent);
        at = gap.symbols.end;
        if gap.symbols.start > 0 && at < phonemes.len() {
            gaps.push(gap);
        }
    }
    gaps
}

/// The gap around the place `at`; empty if that is within a word.
pub(crate) fn gap_at(phonemes: &[char], at: usize) -> Gap {
    let is_silent = |at: &usize| is_silent(phonemes, *at);
    let start = (0..at).rev().take_while(is_silent).last().unwrap_or(at);
    let end = at + (at..phonemes.len()).take_while(is_silent).count();
    let kind = match &phonemes[start..end] {
        marks if marks.iter().any(|mark| ";:—….!?".contains(*mark)) => Some(PauseKind::Clause),
        marks if marks.contains(&',') => Some(PauseKind::Comma),
        _ => None,
    };
    Gap { symbols: start..end, kind }
}

/// Whether a symbol is no part of a word. The dot of "r.", as upstream writes the ड़ of Hindi, is.
fn is_silent(phonemes: &[char], at: usize) -> bool {
    let flap = phonemes[at] == '.'
        && at.checked_sub(1).is_some_and(|before| phonemes[before] == 'r')
        && phonemes.get(at + 1).is_some_and(|after| after.is_alphabetic() || *after == 'ˌ');
    " ;:,.!?—…\"()“”".contains(phonemes[at]) && !flap
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_lie_between_sounds() {
        let found = |phonemes: &str| -> Vec<(Range<usize>, Option<PauseKind>)> {
            let phonemes: Vec<char> = phonemes.chars().collect();
            gaps(&phonemes).into_iter().map(|gap| (gap.symbols, gap.kind)).collect()
        };
        let (comma, clause) = (Some(PauseKind::Comma), Some(PauseKind::Clause));
        assert_eq!(found("“a, b” — c!”"), [(2..4, comma), (5..9, clause)]);
        assert_eq!(gap_at(&['a', ',', ' ', 'b'], 3).symbols, 1..3);
        assert_eq!(gap_at(&['a', 'b'], 1).symbols, 1..1);
        assert_eq!(found("a b"), [(1..2, None)]);
        assert_eq!(found("pˈʌr.aː, r. a"), [(7..9, comma), (10..12, clause)]);
        assert_eq!(found(", ."), []);
    }
}
