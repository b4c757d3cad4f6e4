//! Text on its way to a block.

use std::ops::Range;

use mapped_text::{Edits, MappedText};

use crate::block::{Block, BlockKind, Mark};
use crate::fold;

/// A text with marks that may still have markup, line breaks and characters to fold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) text: MappedText,
    /// In the order of the text.
    pub(crate) marks: Vec<Mark>,
}

impl Draft {
    /// The text after `edits`, with its marks where they were.
    pub(crate) fn edited(&self, edits: &Edits) -> Self {
        let moved = |mark: &Mark| Mark { range: moved(edits, &mark.range), ..mark.clone() };
        Self { text: edits.apply(&self.text), marks: self.marks.iter().map(moved).collect() }
    }

    /// Appends a part of `other` with the marks that begin in it.
    pub(crate) fn push_part(&mut self, other: &Self, range: Range<usize>) {
        let start = self.text.len();
        let first = other.marks.partition_point(|mark| mark.range.start < range.start);
        for mark in other.marks[first..].iter().take_while(|mark| mark.range.start < range.end) {
            let end = mark.range.end.min(range.end);
            let moved = start + mark.range.start - range.start..start + end - range.start;
            self.marks.push(Mark { range: moved, ..mark.clone() });
        }
        self.text.push_part(&other.text, range);
    }

    /// Takes the marks of single places out.
    pub(crate) fn take_points(&mut self) -> Vec<Mark> {
        self.marks.extract_if(.., |mark| mark.kind.may_be_point()).collect()
    }

    /// The block that this is, with clean text; none if nothing is left to read and no mark of a
    /// single place to obey.
    pub(crate) fn into_block(self, kind: BlockKind) -> Option<Block> {
        let folded = self.edited(&fold::edits(self.text.as_str()));
        let text = folded.text.as_str();
        let start = text.len() - text.trim_start().len();
        let end = start + text.trim().len();
        let clean = |mark: Mark| {
            let range = mark.range.start.clamp(start, end)..mark.range.end.clamp(start, end);
            let kept = !range.is_empty() || mark.kind.may_be_point();
            kept.then(|| Mark { range: range.start - start..range.end - start, ..mark })
        };
        let marks: Vec<Mark> = folded.marks.into_iter().filter_map(clean).collect();
        let text = folded.text.part(start..end);
        let is_silent = text.is_empty() && marks.is_empty();
        (!is_silent).then_some(Block { kind, text, marks, voice: None })
    }
}

/// Where a range lies after `edits`. One that is empty stays so.
fn moved(edits: &Edits, range: &Range<usize>) -> Range<usize> {
    let moved = edits.moved(range);
    if range.is_empty() { moved.end..moved.end } else { moved }
}
