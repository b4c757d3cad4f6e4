//! Signs in front of numbers.

use crate::{cursor::Cursor, reader::Reader};

/// Signs in front of a number and how they are read.
const SIGNS: [(&str, &str); 14] = [
    ("+/-", "plus or minus"),
    ("+/−", "plus or minus"),
    ("±", "plus or minus"),
    ("-", "minus"),
    ("−", "minus"),
    ("–", "minus"),
    ("+", "plus"),
    ("~", "about"),
    ("≈", "approximately"),
    ("<", "less than"),
    (">", "greater than"),
    ("≤", "at most"),
    ("≥", "at least"),
    ("∓", "minus or plus"),
];

/// Reads a sign that stands right before a number, and returns it in words. A hyphen between
/// letters or digits is none.
pub(crate) fn sign(cursor: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<&'static str> {
    let open = |c: char| !c.is_alphanumeric() && !matches!(c, ')' | ']' | '-' | '–' | '.' | '%');
    if !cursor.before().is_none_or(open) {
        return None;
    }
    let (_, words) = SIGNS.iter().find(|(sign, _)| reader.eat(sign))?;
    let said = ["about", "around", "approximately", "roughly"].contains(&cursor.previous_word());
    Some(if said && words.starts_with('a') { "" } else { words })
}

/// As [`sign`], but a number may begin without one: then the words are empty. Nothing if the number
/// would begin within a word or another number.
pub(crate) fn start(cursor: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<&'static str> {
    if let Some(words) = sign(cursor, reader) {
        return Some(words);
    }
    let inside = match cursor.before() {
        Some('.' | ',') => cursor.past().ends_with_digit_and_mark(),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    let ellipsis = reader.peek() == Some('.') && cursor.before() == Some('.');
    (!inside && !ellipsis).then_some("")
}

/// A text that ends in the middle of a number.
trait InNumber {
    fn ends_with_digit_and_mark(&self) -> bool;
}

impl InNumber for str {
    /// "1." or "1,": what follows would go on.
    fn ends_with_digit_and_mark(&self) -> bool {
        self.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit())
    }
}

/// `words` after the words of a sign, which may be empty.
pub(crate) fn signed(sign: &str, words: &str) -> String {
    if sign.is_empty() { words.into() } else { format!("{sign} {words}") }
}
