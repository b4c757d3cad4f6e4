//! Numbers that no other rule has read: with or without a sign or a fraction.

use super::numbers;
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

/// A number as it is written: digits, perhaps in groups of three, perhaps with a fraction.
#[derive(Debug, Clone)]
pub(super) struct Number {
    pub(super) whole: String,
    pub(super) fraction: Option<String>,
    pub(super) negative: bool,
}

impl Number {
    /// How it is said.
    pub(super) fn said(&self) -> String {
        let minus = if self.negative { "マイナス" } else { "" };
        let number = match &self.fraction {
            Some(fraction) => numbers::decimal(&self.whole, fraction),
            None => numbers::cardinal(&self.whole),
        };
        format!("{minus}{number}")
    }
}

/// Reads a number without a sign.
pub(super) fn plain(reader: &mut Reader<'_>) -> Option<Number> {
    let mut ahead = *reader;
    let mut whole = digits(&mut ahead)?;
    let grouped = whole.len() <= 3;
    while grouped && whole.len() <= 24 {
        let mut group = ahead;
        let comma = group.eat_one(&[',', '，']).is_some();
        let Some(three) = digits(&mut group).filter(|three| comma && three.len() == 3) else {
            break;
        };
        whole.push_str(&three);
        ahead = group;
    }
    let mut point = ahead;
    let fraction = point.eat_one(&['.', '．']).and_then(|_| digits(&mut point));
    if fraction.is_some() && !matches!(point.peek(), Some('.')) {
        ahead = point;
        *reader = ahead;
        return Some(Number { whole, fraction, negative: false });
    }
    *reader = ahead;
    Some(Number { whole, fraction: None, negative: false })
}

/// Reads a number with or without a sign.
pub(super) fn signed(reader: &mut Reader<'_>) -> Option<Number> {
    let mut ahead = *reader;
    let negative = ahead.eat_one(&['-', '−', '－', '‐', '▲', '△']).is_some();
    let number = plain(&mut ahead)?;
    *reader = ahead;
    Some(Number { negative, ..number })
}

/// Reads the digits that follow, half-width or full-width, as ASCII.
pub(super) fn digits(reader: &mut Reader<'_>) -> Option<String> {
    let value = |c: char| match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    };
    let found: String = reader.rest().chars().map_while(value).collect();
    let rest = reader.rest();
    reader.at += rest.chars().take(found.len()).map(char::len_utf8).sum::<usize>();
    Some(found).filter(|found| !found.is_empty())
}

/// Whether a sign before a number belongs to it: nothing that ends a word stands before.
pub(super) fn may_be_signed(cursor: &Cursor<'_, ()>) -> bool {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, ')' | '）' | '.' | '０'..='９');
    !cursor.before().is_some_and(inside)
}

/// 1,234, 3.14, -5; an identifier that begins with zeros is read digit by digit.
pub(super) fn number(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let first = cursor.first()?;
    if !first.is_numeric() && !may_be_signed(cursor) {
        return None;
    }
    let number = signed(&mut reader)?;
    let identifier = number.whole.starts_with('0') && number.whole.len() > 1;
    let named = ["No.", "№", "番号"].iter().any(|name| cursor.past().trim_end().ends_with(name))
        || reader.rest().starts_with("号室");
    if (identifier || named) && number.fraction.is_none() && !number.negative {
        return Some(Match::words(reader.at, &numbers::one_by_one(&number.whole)));
    }
    Some(Match::words(reader.at, &number.said()))
}
