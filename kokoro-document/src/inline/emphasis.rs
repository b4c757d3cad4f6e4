//! Marks around words: `*so*`, `__so__`, `~~so~~`, `==so==` and code in backticks.

use std::collections::HashMap;

use super::found::Found;

/// The longest run of a mark that is emphasis.
const MAX_RUN: usize = 3;

/// The runs that may open, from left to right. A run closes the last open one of the same mark and
/// length, so that each run is looked at once.
#[derive(Debug, Default)]
pub(super) struct Emphasis {
    open: HashMap<(char, usize), usize>,
}

impl Emphasis {
    /// Takes note of the run of marks at `at` and returns where it ends.
    pub(super) fn step(&mut self, text: &str, at: usize, found: &mut Found) -> usize {
        let Some(mark) = text[at..].chars().next() else { return text.len() };
        let length = run(&text[at..], mark);
        let end = at + length;
        let allowed = match mark {
            '*' | '_' => (1..=MAX_RUN).contains(&length),
            _ => length == 2,
        };
        if !allowed {
            return end;
        }
        let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
        if closes(mark, length, before, &text[end..])
            && let Some(start) = self.open.remove(&(mark, length))
        {
            found.remove(start..start + length);
            found.remove(at..end);
        } else if opens(mark, before, after) {
            self.open.insert((mark, length), at);
        }
        end
    }
}

/// Whether a run can begin emphasis: at the start of a word.
fn opens(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let inside = |c: char| c.is_alphanumeric() || "\"'“‘«([{<$€£#@&+*_~`=!¡¿…—".contains(c);
    before.is_none_or(|c| {
        c.is_whitespace() || "([{\"'“‘«—–|>*_~`=!¡¿".contains(c) || mark == '*' && is_unspaced(c)
    }) && after.is_some_and(|c| inside(c) && c != mark)
}

/// Whether a run can end emphasis: at the end of a word.
fn closes(mark: char, length: usize, before: Option<char>, rest: &str) -> bool {
    let mut after = rest.chars();
    let next = after.next();
    let extension = next == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    let ends_word = match next {
        None => true,
        Some(c) if c.is_alphanumeric() => mark == '*' && (length > 1 || is_unspaced(c)),
        Some(c) => !("\\/@".contains(c) || mark == '_' && extension),
    };
    ends_word && before.is_some_and(|c| !c.is_whitespace() && c != mark)
}

/// Whether `c` belongs to a script without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{ffef}')
}

/// The runs of backticks of a text.
#[derive(Debug)]
pub(super) struct CodeSpans {
    /// Where each run begins, its length, and the next of the same length.
    runs: Vec<(usize, usize, Option<usize>)>,
    /// The first that was not passed.
    next: usize,
}

impl CodeSpans {
    pub(super) fn new(text: &str) -> Self {
        let mut runs = Vec::new();
        let mut at = 0;
        while let Some(found) = text[at..].find('`') {
            let length = run(&text[at + found..], '`');
            runs.push((at + found, length, None));
            at += found + length;
        }
        let mut later: HashMap<usize, usize> = HashMap::new();
        for (start, length, next) in runs.iter_mut().rev() {
            *next = later.insert(*length, *start);
        }
        Self { runs, next: 0 }
    }

    /// Takes out the backticks around the code that begins at `at`, if any does, and returns where
    /// to go on: after the code, which is left as it is.
    pub(super) fn step(&mut self, text: &str, at: usize, found: &mut Found) -> usize {
        while self.runs.get(self.next).is_some_and(|(start, ..)| *start < at) {
            self.next += 1;
        }
        let Some((start, length, Some(close))) = self.runs.get(self.next).copied() else {
            return at + 1;
        };
        let end = start + length;
        // Between letters it is an apostrophe, and after a space none closes.
        let opens = start == at && !text[..at].ends_with(char::is_alphanumeric);
        let code = text.get(end..close).unwrap_or_default();
        if !opens || code.trim().is_empty() || code.ends_with(' ') && !code.starts_with(' ') {
            return at.max(end);
        }
        found.remove(at..end);
        found.remove(close..close + length);
        close + length
    }
}

/// Byte length of the run of `mark`, which is ASCII, at the start of `text`.
fn run(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}
