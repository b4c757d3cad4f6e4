//! A text of which every piece knows the bytes of the source that it stands for.
//!
//! A text front end rewrites what it is given: it removes markup, folds characters and says numbers
//! in words. Word times, highlighting and error messages must nevertheless point into what the user
//! wrote. So each step takes a [`MappedText`] and makes another by [`Edits`].
//!
//! ```
//! use mapped_text::{Edits, MappedText};
//!
//! let source = "It costs $5 now.";
//! let mut edits = Edits::default();
//! edits.replace(9..11, "five dollars");
//! let spoken = edits.apply(&MappedText::from_source(source));
//! assert_eq!(spoken.as_str(), "It costs five dollars now.");
//! assert_eq!(spoken.source(14..21), 9..11); // "dollars" was read from "$5"
//! assert_eq!(spoken.source(22..25), 12..15); // "now" from "now"
//! ```

mod edits;

use std::ops::Range;

pub use edits::Edits;

/// A text, and for each of its bytes the range of a source text that it was made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MappedText {
    text: String,
    /// In the order of the text, without gaps; none is empty in the text.
    runs: Vec<Run>,
}

/// A piece of the text that was made from one piece of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    /// Where it ends in the text. It begins where the run before it ends.
    end: usize,
    source: Range<usize>,
    /// Whether it is the source, byte for byte. If not, all of it stands for all of `source`.
    copied: bool,
}

impl MappedText {
    /// A text that is its own source.
    pub fn from_source(source: &str) -> Self {
        let mut text = Self::default();
        text.push_copy(source, 0);
        text
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends `part`, which the source has, byte for byte, from `start` on.
    pub fn push_copy(&mut self, part: &str, start: usize) {
        self.push_run(part, start..start + part.len(), true);
    }

    /// Appends `part`, all of which stands for the bytes `source`. What stands for nothing, such as
    /// a mark that only makes a pause, has an empty `source` at its place.
    pub fn push(&mut self, part: &str, source: Range<usize>) {
        self.push_run(part, source, false);
    }

    /// Appends a part of `other`, with the sources that it has there.
    ///
    /// # Panics
    /// If `range` is not within the text of `other` or divides a character, as slicing does.
    pub fn push_part(&mut self, other: &Self, range: Range<usize>) {
        let text = &other.text[range.clone()];
        let mut from = range.start;
        let first = other.runs.partition_point(|run| run.end <= range.start);
        for (at, run) in other.runs.iter().enumerate().skip(first) {
            if from >= range.end {
                break;
            }
            let to = run.end.min(range.end);
            let start = if at == 0 { 0 } else { other.runs[at - 1].end };
            let source = if run.copied {
                run.source.start + (from - start)..run.source.start + (to - start)
            } else {
                run.source.clone()
            };
            self.push_run(&text[from - range.start..to - range.start], source, run.copied);
            from = to;
        }
    }

    /// A part of the text, with the sources that it has here.
    ///
    /// # Panics
    /// As [`MappedText::push_part`].
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        let mut part = Self::default();
        part.push_part(self, range);
        part
    }

    /// The bytes of the source, from the first to the last, that a range of the text stands for. Of
    /// an empty range, the empty place between what stands before and after it.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self.place(range.start);
            return at..at;
        }
        let first = self.runs.partition_point(|run| run.end <= range.start);
        let mut covered: Option<Range<usize>> = None;
        for (at, run) in self.runs.iter().enumerate().skip(first) {
            let start = if at == 0 { 0 } else { self.runs[at - 1].end };
            if start >= range.end {
                break;
            }
            let source = if run.copied {
                let end = run.source.start + (run.end.min(range.end) - start);
                run.source.start + range.start.saturating_sub(start)..end
            } else {
                run.source.clone()
            };
            covered = Some(match covered {
                Some(before) => before.start.min(source.start)..before.end.max(source.end),
                None => source,
            });
        }
        covered.unwrap_or_else(|| self.place(range.start)..self.place(range.start))
    }

    /// The first place in the text that was read from the source at or after `source`; the end of
    /// the text if none was. The pieces of the text must stand in the order of the source.
    pub fn place_of(&self, source: usize) -> usize {
        let at = self.runs.partition_point(|run| {
            run.source.start < source && (!run.copied || run.source.end <= source)
        });
        let start = if at == 0 { 0 } else { self.runs[at - 1].end };
        match self.runs.get(at) {
            Some(run) if run.copied => start + source.saturating_sub(run.source.start),
            _ => start,
        }
    }

    /// The place in the source of the place `at` in the text.
    fn place(&self, at: usize) -> usize {
        let index = self.runs.partition_point(|run| run.end <= at);
        let start = if index == 0 { 0 } else { self.runs[index - 1].end };
        match self.runs.get(index) {
            Some(run) if run.copied => run.source.start + (at - start),
            Some(run) => run.source.start,
            None => self.runs.last().map_or(0, |run| run.source.end),
        }
    }

    fn push_run(&mut self, part: &str, source: Range<usize>, copied: bool) {
        if part.is_empty() {
            return;
        }
        self.text.push_str(part);
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(last) if copied && last.copied && last.source.end == source.start => {
                (last.end, last.source.end) = (end, source.end);
            }
            _ => self.runs.push(Run { end, source, copied }),
        }
    }
}

#[cfg(test)]
mod tests;
