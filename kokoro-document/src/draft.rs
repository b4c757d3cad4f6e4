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
        let moved = |mark: &Mark| Mark { range: edits.moved(&mark.range), kind: mark.kind.clone() };
        Self { text: edits.apply(&self.text), marks: self.marks.iter().map(moved).collect() }
    }

    /// Appends a part of `other` with the marks that begin in it.
    pub(crate) fn push_part(&mut self, other: &Self, range: Range<usize>) {
        let start = self.text.len();
        let first = other.marks.partition_point(|mark| mark.range.start < range.start);
        for mark in other.marks[first..].iter().take_while(|mark| mark.range.start < range.end) {
            let end = mark.range.end.min(range.end);
            let moved = start + mark.range.start - range.start..start + end - range.start;
            self.marks.push(Mark { range: moved, kind: mark.kind.clone() });
        }
        self.text.push_part(&other.text, range);
    }

    /// The block that this is, with clean text; none if nothing is left to read.
    pub(crate) fn into_block(self, kind: BlockKind) -> Option<Block> {
        let folded = self.edited(&fold::edits(self.text.as_str()));
        let text = folded.text.as_str();
        let start = text.len() - text.trim_start().len();
        let end = start + text.trim().len();
        if start == end {
            return None;
        }
        let mut trimmed = Self::default();
        trimmed.push_part(&folded, start..end);
        trimmed.marks.retain(|mark| !mark.range.is_empty());
        Some(Block { kind, text: trimmed.text, marks: trimmed.marks, voice: None })
    }
}
