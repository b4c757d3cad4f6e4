//! Words in lines.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::options::CueOptions;
use super::partition::partition;
use crate::written::WrittenWord;

/// What a line costs, so that there are as few as possible.
const LINE: u64 = 1_000_000;
/// What it costs to end a line where no clause ends: as a difference of ten columns.
const INSIDE_CLAUSE: u64 = 100;

/// The columns of a word with its punctuation, without the space after it.
pub(super) fn width(word: &WrittenWord) -> usize {
    let display = &word.display;
    display.before.width() + display.word.width() + display.after.width()
}

/// The columns of words in one line.
pub(super) fn columns(words: &[WrittenWord]) -> usize {
    let spaces = words.iter().rev().skip(1).filter(|word| word.display.space).count();
    words.iter().map(width).sum::<usize>() + spaces
}

/// Whether a clause ends after this word: a mark says so.
pub(super) fn ends_clause(word: &WrittenWord) -> bool {
    word.display.after.contains([
        ',', ';', ':', '.', '!', '?', '…', '—', '–', '，', '、', '；', '：', '。', '！', '？', '।',
        ')',
    ])
}

/// Words that are put into lines, one after the other, as many into each as it takes.
#[derive(Debug, Clone, Default)]
pub(super) struct Filling {
    lines: usize,
    used: usize,
    space: usize,
}

impl Filling {
    /// Adds a word. Gives the lines so far.
    pub fn add(&mut self, word: &WrittenWord, columns: usize) -> usize {
        let width = width(word);
        if self.lines > 0 && self.used + self.space + width <= columns {
            self.used += self.space + width;
        } else {
            (self.lines, self.used) = (self.lines + 1, width);
        }
        self.space = usize::from(word.display.space);
        self.lines
    }
}

/// Whether these words fit a cue.
pub(super) fn fit<'a>(
    words: impl IntoIterator<Item = &'a WrittenWord>,
    options: &CueOptions,
) -> bool {
    let mut filling = Filling::default();
    words.into_iter().all(|word| filling.add(word, options.columns) <= options.lines)
}

/// The words of each line: as few lines as possible, of much the same width.
pub(super) fn divide(words: &[WrittenWord], columns: usize) -> Vec<Range<usize>> {
    let mut start = 0;
    let ends = partition(words.len(), |from, visit| {
        let mut used = 0;
        for at in from..words.len() {
            used += width(&words[at]);
            if used > columns && at > from {
                break;
            }
            let room = columns.saturating_sub(used) as u64;
            let inside = at + 1 < words.len() && !ends_clause(&words[at]);
            visit(at + 1, LINE + room * room + if inside { INSIDE_CLAUSE } else { 0 });
            used += usize::from(words[at].display.space);
        }
    });
    ends.into_iter().map(|end| std::mem::replace(&mut start, end)..end).collect()
}
