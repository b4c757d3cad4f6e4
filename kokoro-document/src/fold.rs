//! Characters folded to those that a reader would type.
//!
//! White space of every kind becomes single spaces, what has no sound and no width goes, letters
//! of special styles become plain letters, every apostrophe becomes `'`, and what is left is in
//! Unicode's form NFC.

mod chars;
mod foreign;
mod quotes;

use mapped_text::Edits;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

pub(crate) use chars::is_invisible;
use foreign::Foreign;
use quotes::{Place, Quotes};

/// The most combining marks that are composed with one letter. More of them are decoration.
const MAX_CLUSTER: usize = 64;

/// The edits that fold `text`. White space at its ends is left: one space at most.
pub(crate) fn edits(text: &str) -> Edits {
    let mut folder = Folder {
        text,
        edits: Edits::default(),
        last: None,
        small: (0, false),
        quotes: Quotes::default(),
        foreign: Foreign::default(),
    };
    let mut at = 0;
    while at < text.len() {
        at = folder.step(at);
    }
    folder.edits
}

struct Folder<'a> {
    text: &'a str,
    edits: Edits,
    /// The last character after the edits.
    last: Option<char>,
    /// Where the letters end that look like small capitals, and whether they are.
    small: (usize, bool),
    quotes: Quotes,
    foreign: Foreign,
}

impl Folder<'_> {
    /// Folds what begins at `at` and returns where it ends.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let Some(c) = rest.chars().next() else { return self.text.len() };
        let after = at + c.len_utf8();
        if c.is_whitespace() || chars::is_blank(c) {
            match self.last {
                None | Some(' ') => self.put(at, after, ""),
                Some(_) if self.is_before_closing(after) => self.put(at, after, ""),
                Some(_) if c == ' ' => self.last = Some(' '),
                Some(_) => self.put(at, after, " "),
            }
            return after;
        }
        if c.is_ascii() && !c.is_control() && c != '`' && self.is_single(after) {
            self.last = Some(c);
            return after;
        }
        if is_invisible(c) {
            if !chars::joins(c, self.last, self.next(after)) {
                self.put(at, after, "");
            }
            return after;
        }
        let place = Place { before: self.last, rest: &self.text[after..], next: self.next(after) };
        let folded = self.foreign.folded(c, place).or_else(|| self.quotes.folded(c, place));
        if let Some((length, new)) = folded {
            let end = at + length;
            if self.text[at..end] == *new {
                self.last = Some(c);
            } else {
                self.put(at, end, new);
            }
            return end;
        }
        self.letter(at, c)
    }

    /// Folds the letter or symbol `c` with the marks over it.
    fn letter(&mut self, at: usize, c: char) -> usize {
        let after = at + c.len_utf8();
        if at >= self.small.0 {
            let (length, small) = chars::small_capitals(&self.text[at..]);
            self.small = (at + length, small);
        }
        let small = at < self.small.0 && self.small.1;
        let marks = self.text[after..].chars().take(MAX_CLUSTER).take_while(|c| is_mark(*c));
        let end = after + marks.map(char::len_utf8).sum::<usize>();
        let cluster = &self.text[at..end];
        let base = chars::plain(c, small, || self.is_among_ideographs(after));
        let folded: String = match base {
            Some(base) => base.chars().chain(cluster[c.len_utf8()..].chars()).nfc().collect(),
            None => cluster.nfc().collect(),
        };
        if folded == cluster {
            self.last = Some(c);
        } else {
            self.put(at, end, &folded);
        }
        end
    }

    /// Whether no mark that belongs to the character before stands at `at`.
    fn is_single(&self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_none_or(u8::is_ascii)
            || !self.text[at..].starts_with(is_mark)
    }

    /// Whether what stands before or what stands at `after` is an ideograph.
    fn is_among_ideographs(&self, after: usize) -> bool {
        let neighbours = [self.last, self.next(after)];
        neighbours.into_iter().flatten().any(chars::is_ideograph)
    }

    /// The next character that is seen.
    fn next(&self, at: usize) -> Option<char> {
        self.text[at..].chars().take(MAX_CLUSTER).find(|c| !is_invisible(*c))
    }

    /// Whether white space up to `at` stands before a mark that closes a quotation, as in « so ».
    fn is_before_closing(&self, at: usize) -> bool {
        let mut rest = self.text[at..].chars().take(MAX_CLUSTER);
        self.foreign.is_inside(rest.find(|c| !c.is_whitespace()))
    }

    /// Puts `new` in the place of `at..end`.
    fn put(&mut self, at: usize, end: usize, new: &str) {
        self.edits.replace(at..end, new);
        self.last = new.chars().last().or(self.last);
    }
}

/// Whether `c` is written over the character before it.
fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0 || matches!(c, '\u{1160}'..='\u{11ff}')
}

#[cfg(test)]
mod tests;
