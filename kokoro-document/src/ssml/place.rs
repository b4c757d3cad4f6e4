//! Lines and columns.

use std::fmt;

/// A place in a text, as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// 1 for the first line. A line ends with LF, CR or both.
    pub line: usize,
    /// 1 for the first character of a line.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Finds places, each after the one before, in one pass over the text.
#[derive(Debug)]
pub(super) struct Places<'a> {
    text: &'a str,
    at: usize,
    place: Place,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, place: Place { line: 1, column: 1 } }
    }

    /// The place of the byte `at`, which begins a character and is not before the last one asked
    /// for.
    pub(super) fn of(&mut self, at: usize) -> Place {
        let bytes = self.text.as_bytes();
        for c in self.text.get(self.at..at).unwrap_or_default().chars() {
            self.at += c.len_utf8();
            match c {
                '\r' if bytes.get(self.at) == Some(&b'\n') => {}
                '\r' | '\n' => self.place = Place { line: self.place.line + 1, column: 1 },
                '\u{feff}' if self.at == c.len_utf8() => {}
                _ => self.place.column += 1,
            }
        }
        self.place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_each_way_and_columns_are_characters() {
        let mut places = Places::new("\u{feff}é<\r\n<\r<\n\n<");
        let place = |line, column| Place { line, column };
        assert_eq!(places.of(3), place(1, 1));
        assert_eq!(places.of(5), place(1, 2));
        assert_eq!(places.of(8), place(2, 1));
        assert_eq!(places.of(10), place(3, 1));
        assert_eq!(places.of(13), place(5, 1));
        assert_eq!(places.of(14), place(5, 2));
        assert_eq!(place(5, 2).to_string(), "line 5, column 2");
    }
}
