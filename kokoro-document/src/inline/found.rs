//! What is found in a text, to be taken out of it.

use std::cmp::Reverse;
use std::ops::Range;

use mapped_text::Edits;

use crate::block::{Mark, MarkKind};
use crate::draft::Draft;

/// Markup found in a text, in any order, and what it says of words.
#[derive(Debug, Default)]
pub(super) struct Found {
    replaced: Vec<(Range<usize>, String)>,
    marks: Vec<Said>,
}

/// What markup says of words, in places of the text before anything is taken out.
#[derive(Debug)]
struct Said {
    words: Range<usize>,
    markup: Range<usize>,
    kind: MarkKind,
}

impl Found {
    /// Takes `range` out. Of what overlaps, only what begins first is replaced.
    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.replace(range, String::new());
    }

    pub(super) fn replace(&mut self, range: Range<usize>, new: impl Into<String>) {
        self.replaced.push((range, new.into()));
    }

    /// Takes note that `markup` says `kind` of `words`, which lie in it.
    pub(super) fn mark(&mut self, words: Range<usize>, markup: Range<usize>, kind: MarkKind) {
        self.marks.push(Said { words, markup, kind });
    }

    /// `draft` without what was found.
    pub(super) fn applied_to(mut self, draft: &Draft) -> Draft {
        self.replaced.sort_by_key(|(range, _)| range.start);
        let mut edits = Edits::default();
        for (range, new) in self.replaced {
            if range.start >= edits.end() {
                edits.replace(range, new);
            }
        }
        let mut marked = draft.clone();
        marked.marks.extend(self.marks.into_iter().map(|Said { words, markup, kind }| Mark {
            range: words,
            source: draft.text.source(markup),
            kind,
        }));
        marked.marks.sort_by_key(|mark| (mark.range.start, Reverse(mark.range.end)));
        marked.edited(&edits)
    }
}
