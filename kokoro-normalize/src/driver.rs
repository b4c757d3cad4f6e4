//! Tries the rules of a language at each place where something may begin.

use std::ops::Range;

use mapped_text::{Edits, MappedText};

use crate::cursor::{Cursor, Match, Rule};
use crate::said::Said;
use crate::{Dialect, Options};

/// A text as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Normalized {
    /// The text, in words.
    pub text: MappedText,
    /// Bytes of the text, in its order, that are read as the names of letters: "F B I".
    pub letters: Vec<Range<usize>>,
    /// Where the ranges are now that must not be touched.
    pub protected: Vec<Range<usize>>,
}

impl Normalized {
    /// `text` as it is: what a language without rules makes of it.
    pub fn unchanged(text: &MappedText, protected: &[Range<usize>]) -> Self {
        Self { text: text.clone(), letters: Vec::new(), protected: protected.to_vec() }
    }
}

impl From<Normalized> for Said {
    fn from(normalized: Normalized) -> Self {
        Self::new(normalized.text.as_str(), normalized.letters)
    }
}

/// What begins at a place. A rule is tried only where one of its kinds begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Start(u8);

impl Start {
    /// A word of small letters of ASCII before a comma, a semicolon, an exclamation or question
    /// mark, the end, or a space and no digit. Almost all words are such, and a rule for them costs
    /// time.
    pub(crate) const PLAIN: Self = Self(1);
    /// Any other word.
    pub(crate) const WORD: Self = Self(2);
    /// A digit of any script, a fraction, a superscript or another number in one character. Digits
    /// that follow letters begin here, too.
    pub(crate) const DIGIT: Self = Self(4);
    /// Any other character but a space.
    pub(crate) const MARK: Self = Self(8);

    /// Either.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The kind of what begins `text`, and how many bytes of it are passed over if no rule reads
    /// it.
    fn of(text: &str) -> (Self, usize) {
        let bytes = text.as_bytes();
        let small = bytes.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        let plain = match bytes.get(small) {
            None | Some(b',' | b';' | b'!' | b'?') => true,
            Some(b' ') => !bytes.get(small + 1).is_some_and(u8::is_ascii_digit),
            Some(_) => false,
        };
        if small > 0 && plain {
            return (Self::PLAIN, small);
        }
        let mut chars = text.chars();
        let Some(first) = chars.next() else { return (Self(0), 0) };
        let run = |kind: fn(char) -> bool| {
            text.char_indices().find(|(_, c)| !kind(*c)).map_or(text.len(), |(at, _)| at)
        };
        if first.is_alphabetic() && is_spaced(first) {
            (Self::WORD, run(|c| c.is_alphabetic() && is_spaced(c)))
        } else if first.is_alphabetic() {
            (Self::WORD, run(|c| c.is_alphabetic() && !is_spaced(c)))
        } else if first.is_numeric() {
            let one = first.len_utf8();
            (Self::DIGIT, if first.is_ascii() { run(|c| c.is_ascii_digit()) } else { one })
        } else if first.is_whitespace() {
            (Self(0), first.len_utf8())
        } else {
            (Self::MARK, first.len_utf8())
        }
    }
}

/// A rule and the places where it is tried.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tried<D = Dialect>(pub(crate) Start, pub(crate) Rule<D>);

/// Reads `text` by `rules`. At each place the first rule that knows it wins. What no rule knows
/// stays. The `protected` ranges are in the order of the text and do not overlap.
pub(crate) fn run<D: Copy>(
    text: &MappedText,
    protected: &[Range<usize>],
    rules: &[Tried<D>],
    dialect: D,
    options: &Options,
) -> Normalized {
    run_with(text, protected, rules, dialect, options, |_, found| found)
}

/// As [`run`], where `revise` has the last word on what a rule found at a place.
pub(crate) fn run_with<D: Copy>(
    text: &MappedText,
    protected: &[Range<usize>],
    rules: &[Tried<D>],
    dialect: D,
    options: &Options,
    revise: fn(&Cursor<'_, D>, Match) -> Match,
) -> Normalized {
    let mut writer = Writer::new(text.as_str());
    let mut at = 0;
    for kept in protected.iter().chain([&(text.len()..text.len())]) {
        while at < kept.start {
            let cursor = Cursor::new(text.as_str(), at, kept.start, dialect, options);
            let (start, len) = Start::of(cursor.rest());
            match first_match(&cursor, start, rules) {
                Some(found) => {
                    let found = revise(&cursor, found);
                    at = writer.replace(at..at + found.len, &found, kept.start);
                }
                None => at += len,
            }
        }
        at = at.max(kept.end);
        writer.keep(kept);
    }
    writer.protected.truncate(protected.len());
    Normalized {
        text: writer.edits.apply(text),
        letters: writer.letters,
        protected: writer.protected,
    }
}

/// What the first of the rules says that knows what begins here.
fn first_match<D>(cursor: &Cursor<'_, D>, start: Start, rules: &[Tried<D>]) -> Option<Match> {
    rules
        .iter()
        .filter(|Tried(starts, _)| starts.0 & start.0 != 0)
        .find_map(|Tried(_, rule)| rule(cursor))
        .filter(|found| found.len > 0)
}

/// Collects the replacements and where everything lies after them.
struct Writer<'a> {
    text: &'a str,
    edits: Edits,
    /// How many bytes the replacements put in and how many they took out.
    put: usize,
    taken: usize,
    /// The last character of the last replacement, if there is one.
    last: Option<char>,
    letters: Vec<Range<usize>>,
    protected: Vec<Range<usize>>,
    /// Where the last range ends, in the text as it was, that was not touched.
    kept: usize,
}

impl<'a> Writer<'a> {
    fn new(text: &'a str) -> Self {
        let (letters, protected) = (Vec::new(), Vec::new());
        let edits = Edits::default();
        Self { text, edits, put: 0, taken: 0, last: None, letters, protected, kept: 0 }
    }

    /// Where a place behind all replacements lies after them.
    fn moved(&self, at: usize) -> usize {
        at + self.put - self.taken
    }

    /// Says what was found in the place of `range`, with spaces where letters would touch. Returns
    /// where the text goes on, which is not beyond `limit`.
    fn replace(&mut self, mut range: Range<usize>, found: &Match, limit: usize) -> usize {
        let said = found.said.text();
        let before = match self.text[..range.start].chars().next_back() {
            Some(_) if self.edits.end() == range.start && self.last.is_some() => self.last,
            kept => kept,
        };
        let after = self.text[range.end..].chars().next();
        let touch =
            |a: Option<char>, b: Option<char>| a.is_some_and(is_spaced) && b.is_some_and(is_spaced);
        let mut text = String::with_capacity(said.len() + 2);
        let first = said.chars().next();
        let listed =
            matches!(before, Some(',' | ';' | ':')) && first.is_some_and(char::is_alphanumeric);
        if touch(before, first.or(after)) || listed {
            text.push(' ');
        }
        let start = self.moved(range.start) + text.len();
        text.push_str(said);
        if touch(said.chars().next_back(), after) {
            text.push(' ');
        }
        let alone = before.is_none_or(|c| c == ' ') && after == Some(' ');
        if text.is_empty() && alone && range.end < limit {
            range.end += 1; // one space is enough where two would meet
        } else if text.is_empty() && self.is_free_space(range.start) && ends_phrase(after) {
            range.start -= 1; // none before a full stop
        }
        let ranges = found.said.letter_ranges();
        self.letters.extend(ranges.iter().map(|at| at.start + start..at.end + start));
        self.last = text.chars().next_back().or(before);
        self.put += text.len();
        self.taken += range.len();
        let end = range.end;
        self.edits.replace(range, text);
        end
    }

    /// Whether the character before the place `at` is a space that is still as it was.
    fn is_free_space(&self, at: usize) -> bool {
        self.text[..at].ends_with(' ') && at > self.edits.end().max(self.kept)
    }

    /// Notes where a range lies that was not touched.
    fn keep(&mut self, range: &Range<usize>) {
        self.kept = range.end;
        self.protected.push(self.moved(range.start)..self.moved(range.end));
    }
}

/// Whether `c` belongs to a word that is written with spaces around it, as Chinese characters and
/// kana are not.
fn is_spaced(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3000}'..='\u{30ff}' | '\u{31f0}'..='\u{9fff}')
}

/// Whether no space stands before this character, or before the end of the text.
fn ends_phrase(next: Option<char>) -> bool {
    next.is_none_or(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '…' | '।'))
}

#[cfg(test)]
mod tests;
