//! Replacements in a text.

use std::ops::Range;

use crate::MappedText;

/// Replacements in one text, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    range: Range<usize>,
    text: String,
    /// Where what it puts in begins in the text after the edits.
    start: usize,
}

impl Edits {
    /// Puts `text` in the place of `range`. An empty range inserts, an empty text removes.
    ///
    /// # Panics
    /// If `range` begins before the end of the last replacement.
    pub fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        assert!(self.end() <= range.start && range.start <= range.end, "edits go forward");
        let moved = |last: &Edit| range.start - last.range.end + last.start + last.text.len();
        let start = self.0.last().map_or(range.start, moved);
        self.0.push(Edit { range, text: text.into(), start });
    }

    /// Whether nothing is replaced.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the last replacement ends in the text before the edits; the next begins there or
    /// later.
    pub fn end(&self) -> usize {
        self.0.last().map_or(0, |edit| edit.range.end)
    }

    /// The text after the edits. What is put in stands for the source of what it replaces.
    ///
    /// # Panics
    /// If a range is not within the text or divides a character.
    #[must_use]
    pub fn apply(&self, text: &MappedText) -> MappedText {
        let mut edited = MappedText::default();
        let mut from = 0;
        for Edit { range, text: new, .. } in &self.0 {
            edited.push_part(text, from..range.start);
            edited.push(new, text.source(range.clone()));
            from = range.end;
        }
        edited.push_part(text, from..text.len());
        edited
    }

    /// Where `range` of the text before the edits lies after them. An end of it that lies within a
    /// replacement goes to the end of what was put in, a start to its start.
    pub fn moved(&self, range: &Range<usize>) -> Range<usize> {
        self.moved_place(range.start, false)..self.moved_place(range.end, true)
    }

    /// The place of one end of a range: its start, or its `end`.
    fn moved_place(&self, at: usize, end: bool) -> usize {
        let before = |edit: &Edit| {
            edit.range.start < at || edit.range.start == at && !end && edit.range.is_empty()
        };
        let Some(last) = self.0[..self.0.partition_point(before)].last() else { return at };
        match at.checked_sub(last.range.end) {
            Some(distance) => last.start + last.text.len() + distance,
            None if end => last.start + last.text.len(),
            None => last.start,
        }
    }
}
