//! Numbers that are compared.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::reader::Reader;

/// Numbers that are compared: 16:9, odds of 5:1.
pub(crate) fn ratio(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ':')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=4)?;
    reader.eat_one(&[':', '∶'])?;
    let second = reader.digits(1..=4)?;
    if !reader.ends() || reader.peek() == Some(':') {
        return None;
    }
    let words = |number| numbers::cardinal(number, cursor.dialect);
    Some(Match::words(reader.at, &format!("{} to {}", words(first), words(second))))
}
