//! A regular expression followed through a text.

use std::ops::Range;

use regex::Regex;

/// How much of a text a regular expression sees at once, in bytes. It bounds the time of a search
/// that reads far and finds little, so that all searches together are linear.
const WINDOW: usize = 1024;

/// Looks for a regular expression, always for the next place where it matches something.
///
/// It sees the text in windows, from one line break to the next, and of longer lines at most
/// [`WINDOW`] bytes up to a space. No match crosses the end of a window.
pub(super) struct Search<'a> {
    regex: &'a Regex,
    text: &'a str,
    window_end: usize,
    next: Option<Range<usize>>,
}

impl<'a> Search<'a> {
    /// Of `regex` in `text`.
    pub fn new(regex: &'a Regex, text: &'a str) -> Self {
        let mut search = Self { regex, text, window_end: 0, next: None };
        search.look(0);
        search
    }

    /// The next match that begins at or after `at`, which never goes back.
    pub fn next(&mut self, at: usize) -> Option<Range<usize>> {
        if self.next.as_ref().is_some_and(|next| next.start < at) {
            self.look(at);
        }
        self.next.clone()
    }

    /// What `template` is with the groups of the match at `range`.
    pub fn expand(&self, template: &str, range: &Range<usize>) -> String {
        let mut expanded = String::new();
        if let Some(groups) = self.regex.captures_at(&self.text[..self.window_end], range.start) {
            groups.expand(template, &mut expanded);
        }
        expanded
    }

    fn look(&mut self, mut at: usize) {
        self.next = loop {
            if self.window_end <= at {
                if at == self.text.len() {
                    break None;
                }
                self.window_end = window_end(self.text, at);
            }
            match self.regex.find_at(&self.text[..self.window_end], at) {
                None => at = self.window_end,
                Some(found) if found.is_empty() => {
                    let passed = self.text[found.end()..].chars().next().map_or(0, char::len_utf8);
                    if passed == 0 {
                        break None;
                    }
                    at = found.end() + passed;
                }
                Some(found) => break Some(found.range()),
            }
        };
    }
}

/// Where the window that begins at `at`, which is before the end, ends.
fn window_end(text: &str, at: usize) -> usize {
    let mut end = text.len().min(at + WINDOW);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let window = &text[at..end];
    if let Some(line) = window.find('\n') {
        return at + line + 1;
    }
    if end == text.len() {
        return end;
    }
    match window.char_indices().rfind(|(_, c)| c.is_whitespace()) {
        Some((space, c)) => at + space + c.len_utf8(),
        None => end,
    }
}
