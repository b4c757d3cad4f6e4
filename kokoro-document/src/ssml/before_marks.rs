//! Breaks before marks of punctuation.
//!
//! Authors write `I can pause <break/>.` and mean the pause at the end of the sentence. A break
//! that stands before a mark comes to stand behind it, and the space before the mark goes.

use std::ops::Range;

use mapped_text::Edits;

use crate::block::MarkKind;
use crate::draft::Draft;

/// How many characters of white space, and how many marks, are looked at.
const MAX_RUN: usize = 16;

/// `draft` with its breaks behind the marks of punctuation that follow them.
pub(super) fn behind_marks(draft: &Draft) -> Draft {
    let text = draft.text.as_str();
    let mut moved = draft.clone();
    let mut gaps: Vec<Range<usize>> = Vec::new();
    for mark in &mut moved.marks {
        let at = mark.range.start;
        if let MarkKind::Break(_) = mark.kind
            && let Some((gap, behind)) = marks_after(text, at)
        {
            mark.range = behind..behind;
            gaps.push(gap);
        }
    }
    gaps.sort_by_key(|gap| gap.start);
    let mut edits = Edits::default();
    for gap in gaps.into_iter().filter(|gap| !gap.is_empty()) {
        if gap.start >= edits.end() {
            edits.replace(gap, "");
        }
    }
    moved.edited(&edits)
}

/// The white space around `at` up to marks that close a sentence or a clause, and where those end.
fn marks_after(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let space = |c: &char| c.is_whitespace();
    let length = |run: &mut dyn Iterator<Item = char>| run.map(char::len_utf8).sum::<usize>();
    let start = at - length(&mut text[..at].chars().rev().take(MAX_RUN).take_while(space));
    let first = at + length(&mut text[at..].chars().take(MAX_RUN).take_while(space));
    let closes = |c: &char| ".,;:!?…。，、；：！？".contains(*c);
    let marks = length(&mut text[first..].chars().take(MAX_RUN).take_while(closes));
    let quotes = |c: &char| "\"'”’)»」』".contains(*c);
    let end = first + marks;
    let end = end + length(&mut text[end..].chars().take(MAX_RUN).take_while(quotes));
    let is_end = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    (marks > 0 && start > 0 && is_end).then_some((start..first, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_follow_with_or_without_space() {
        for (text, at, wanted) in [
            ("pause .", 6, Some((5..6, 7))),
            ("pause. Now", 5, Some((5..5, 6))),
            ("one , two", 3, Some((3..4, 5))),
            ("“so ?” he", 5, Some((5..6, 10))),
            ("so .5", 3, None),
            ("so two.", 3, None),
            (". so", 0, None),
            ("so ", 3, None),
        ] {
            assert_eq!(marks_after(text, at), wanted, "{text}");
        }
    }
}
