//! A place in the text, as a rule sees it.

use crate::{Dialect, Options, said::Said};

/// The most bytes that a rule sees ahead and looks back. It bounds the time that a place takes.
const REACH: usize = 512;

/// A place where something may begin that is not read as it is written.
///
/// `D` tells varieties of a language apart whose rules are the same code: for English its dialect.
#[derive(Debug)]
pub(crate) struct Cursor<'a, D = Dialect> {
    text: &'a str,
    at: usize,
    end: usize,
    /// The variety of the language that is spoken.
    pub(crate) dialect: D,
    /// The caller's settings.
    pub(crate) options: &'a Options,
}

/// What a rule found at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    /// How many bytes from the place on are read.
    pub(crate) len: usize,
    /// What is said for them.
    pub(crate) said: Said,
}

impl Match {
    /// `words` in the place of `len` bytes.
    pub(crate) fn words(len: usize, words: &str) -> Self {
        Self { len, said: Said::words(words) }
    }
}

/// Reads what begins at a place, or says that it does not know it.
pub(crate) type Rule<D = Dialect> = fn(&Cursor<'_, D>) -> Option<Match>;

impl<'a, D> Cursor<'a, D> {
    /// The place `at` of `text`, whose rule may not read beyond `end`.
    pub(crate) fn new(
        text: &'a str,
        at: usize,
        end: usize,
        dialect: D,
        options: &'a Options,
    ) -> Self {
        let end = text.floor_char_boundary(end.min(at + REACH));
        Self { text, at, end, dialect, options }
    }

    /// What follows, up to the next range that must not be touched, and at most [`REACH`] bytes.
    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    /// Whether [`Cursor::rest`] reaches the end of the text.
    pub(crate) fn sees_end(&self) -> bool {
        self.end == self.text.len()
    }

    /// The first character of [`Cursor::rest`].
    pub(crate) fn first(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What stands before, at most [`REACH`] bytes.
    pub(crate) fn past(&self) -> &'a str {
        &self.text[self.text.ceil_char_boundary(self.at.saturating_sub(REACH))..self.at]
    }

    /// The character before.
    pub(crate) fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    /// The letters before the place and the spaces, as in "Chapter 5" for the place of the 5; a
    /// full stop of an abbreviation ("No. 5") counts as a space. Empty if something else is there.
    pub(crate) fn previous_word(&self) -> &'a str {
        let past = self.past();
        let spaces = past.trim_end_matches(' ');
        if spaces.len() == past.len() {
            return "";
        }
        let word = spaces.strip_suffix('.').unwrap_or(spaces);
        &word[word.trim_end_matches(char::is_alphabetic).len()..]
    }

    /// The letters that follow `len` bytes of the rest and one space or hyphen, or none.
    pub(crate) fn next_word(&self, len: usize) -> &'a str {
        let rest = &self.rest()[len..];
        let rest = rest.strip_prefix([' ', '-']).unwrap_or(rest);
        &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_a_place() {
        let options = Options::default();
        let text = "See Fig. 4 cups, or 5";
        let four = Cursor::new(text, 9, text.len(), Dialect::American, &options);
        assert_eq!(
            (four.previous_word(), four.next_word(1), four.before()),
            ("Fig", "cups", Some(' '))
        );
        let five = Cursor::new(text, 20, text.len(), Dialect::American, &options);
        assert_eq!((five.previous_word(), five.next_word(1), five.rest()), ("or", "", "5"));
        let cups = Cursor::new(text, 11, 13, Dialect::American, &options);
        assert_eq!((cups.previous_word(), cups.rest()), ("", "cu"));
    }
}
