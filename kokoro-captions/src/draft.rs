//! A written word while it is put together of what is said.

use std::ops::Range;

use crate::joined::are_one_word;

/// A word that is being put together.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub source: Range<usize>,
    pub said: Said,
    /// Where what is shown before it begins.
    pub outer_start: usize,
    pub before: String,
    pub sentence: usize,
    pub paragraph: usize,
}

/// What is said of one written word, and when.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub spoken: String,
    pub phonemes: String,
    pub time: Range<u64>,
}

impl Said {
    /// Adds what is said after it.
    pub fn append(&mut self, next: Self) {
        for (ours, theirs) in [(&mut self.spoken, next.spoken), (&mut self.phonemes, next.phonemes)]
        {
            if !ours.is_empty() && !theirs.is_empty() {
                ours.push(' ');
            }
            ours.push_str(&theirs);
        }
        self.time.end = next.time.end;
    }

    pub fn followed_by(mut self, next: Self) -> Self {
        self.append(next);
        self
    }
}

impl Draft {
    /// Whether what was read from `source` is part of this word. `separate`: unless both were read
    /// from the same bytes, it is not.
    pub fn takes(&self, text: &str, source: &Range<usize>, separate: bool) -> bool {
        let overlaps = source.start < self.source.end;
        overlaps || !separate && self.is_written_with(text, source)
    }

    fn is_written_with(&self, text: &str, source: &Range<usize>) -> bool {
        let between = &text[self.source.end..source.start];
        are_one_word(&text[self.source.clone()], between, &text[source.clone()])
    }
}
