//! Pieces of a text put together again.

use std::ops::Range;

use crate::draft::Draft;
use crate::shape::{Joint, Shape};

/// What ends a line in a flowing text on purpose. LF is a space.
pub(crate) const HARD_BREAK: char = '\u{2028}';

/// The pieces of `draft`, each with how it goes on in the next, as one text.
pub(crate) fn joined(draft: &Draft, parts: &[(Range<usize>, Joint)]) -> Draft {
    let text = draft.text.as_str();
    let mut whole = Draft::default();
    for (at, (range, joint)) in parts.iter().enumerate() {
        let mut range = range.clone();
        if *joint == Joint::WithoutHyphen {
            range.end -= text[range.clone()].chars().next_back().map_or(0, char::len_utf8);
        }
        whole.push_part(draft, range.clone());
        if *joint == Joint::Space
            && let Some((next, _)) = parts.get(at + 1)
        {
            whole.text.push(" ", draft.text.source(range.end..next.start));
        }
    }
    whole
}

/// The texts that a flowing text is, as Markdown and HTML have it: words divided at the ends of
/// lines are joined, and a [`HARD_BREAK`] divides, unless the text plainly goes on after it.
pub(crate) fn flowing(draft: &Draft) -> Vec<Draft> {
    let text = draft.text.as_str();
    if !text.contains(['\n', HARD_BREAK]) {
        return vec![draft.clone()];
    }
    let mut texts = Vec::new();
    let mut parts: Vec<(Range<usize>, Joint)> = Vec::new();
    let lines = lines(text);
    for (at, (line, hard)) in lines.iter().enumerate() {
        let joint = match lines.get(at + 1) {
            Some((next, _)) => line.flow(text, next, *hard),
            None => Joint::Break,
        };
        parts.push((line.range.clone(), joint));
        if joint == Joint::Break {
            texts.push(joined(draft, &parts));
            parts.clear();
        }
    }
    texts
}

/// The lines of `text` that are not empty, and whether each ends on purpose.
fn lines(text: &str) -> Vec<(Shape, bool)> {
    let mut found: Vec<(Shape, bool)> = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(['\n', HARD_BREAK]) {
        let line = piece.trim();
        let from = start + (piece.len() - piece.trim_start().len());
        let hard = piece.ends_with(HARD_BREAK);
        if !line.is_empty() {
            found.push((Shape::new(text, from..from + line.len()), hard));
        } else if let Some((_, before)) = found.last_mut() {
            *before |= hard;
        }
        start += piece.len();
    }
    found
}
