//! Reads a text from its front, piece by piece.

use std::ops::RangeInclusive;

/// A text and how much of it is read. A copy tries what may fail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    /// How many bytes are read.
    pub(crate) at: usize,
}

impl<'a> Reader<'a> {
    /// Nothing of `text` is read.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What is not read yet.
    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next character.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The last character that was read.
    pub(crate) fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    /// Reads `what`, if it comes next.
    pub(crate) fn eat(&mut self, what: &str) -> bool {
        let eaten = self.rest().starts_with(what);
        self.at += if eaten { what.len() } else { 0 };
        eaten
    }

    /// Reads one of `these` characters, if one comes next.
    pub(crate) fn eat_one(&mut self, these: &[char]) -> Option<char> {
        let next = self.peek().filter(|next| these.contains(next))?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Reads `what`, whose letters are small ones, in small letters or capitals.
    pub(crate) fn eat_any_case(&mut self, what: &str) -> bool {
        let eaten = self.rest().get(..what.len()).is_some_and(|s| s.eq_ignore_ascii_case(what));
        self.at += if eaten { what.len() } else { 0 };
        eaten
    }

    /// Reads a space, if one comes next: an ordinary, a thin or one that does not break.
    pub(crate) fn space(&mut self) -> bool {
        self.eat_one(&[' ', '\u{a0}', '\u{2009}', '\u{202f}']).is_some()
    }

    /// Reads a hyphen, a dash or a sign of minus, if one comes next.
    pub(crate) fn dash(&mut self) -> bool {
        self.eat_one(&['-', '\u{2010}', '\u{2011}', '–', '—', '−']).is_some()
    }

    /// Reads all ASCII digits that follow, if their number is one of `lengths`.
    pub(crate) fn digits(&mut self, lengths: RangeInclusive<usize>) -> Option<&'a str> {
        let rest = self.rest();
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        lengths.contains(&len).then(|| {
            self.at += len;
            &rest[..len]
        })
    }

    /// Reads a number from `values` in one or two digits.
    pub(crate) fn small(&mut self, values: RangeInclusive<usize>) -> Option<usize> {
        let mut ahead = *self;
        let value = ahead.digits(1..=2)?.parse().ok()?;
        values.contains(&value).then(|| {
            *self = ahead;
            value
        })
    }

    /// Reads all letters that follow, perhaps none.
    pub(crate) fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }

    /// Whether no letter or digit follows.
    pub(crate) fn ends(&self) -> bool {
        !self.peek().is_some_and(char::is_alphanumeric)
    }

    /// Whether a digit follows.
    pub(crate) fn at_digit(&self) -> bool {
        self.peek().is_some_and(|next| next.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_come_next_is_not_read() {
        let mut reader = Reader::new("12–5 KM/h");
        assert_eq!(reader.digits(1..=1), None);
        assert_eq!(reader.small(13..=20), None);
        assert_eq!(reader.small(1..=12), Some(12));
        assert!(!reader.space() && reader.dash() && reader.at_digit() && !reader.ends());
        assert_eq!(reader.digits(1..=2), Some("5"));
        assert!(reader.space() && reader.eat_any_case("km") && !reader.eat("h"));
        assert_eq!(
            (reader.eat_one(&['/', '.']), reader.word(), reader.rest()),
            (Some('/'), "h", "")
        );
        assert!(reader.ends() && !reader.eat_any_case("é"));
    }
}
