//! What is on the screen together.

use std::ops::Range;

use crate::written::WrittenWord;

/// What is shown together. Times are in samples.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cue {
    /// When it appears: with its first word.
    pub start: u64,
    /// When it goes: with its last word or some time later, never after the next cue's start.
    pub end: u64,
    /// Its words, in order.
    pub words: Vec<WrittenWord>,
    /// The words of each line.
    pub lines: Vec<Range<usize>>,
}

impl Cue {
    /// The text of each line.
    pub fn text(&self) -> impl Iterator<Item = String> {
        self.lines.iter().map(|line| {
            let mut text = String::new();
            for at in line.clone() {
                text.push_str(&self.piece(at, line));
            }
            text
        })
    }

    /// What word `at` adds to the text of its line, with the space before the next word.
    pub(crate) fn piece(&self, at: usize, line: &Range<usize>) -> String {
        let display = &self.words[at].display;
        let space = if display.space && at + 1 < line.end { " " } else { "" };
        [&*display.before, &*display.word, &*display.after, space].concat()
    }
}
