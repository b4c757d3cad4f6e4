//! Ranges: 3〜5人, 1~100, 2022-2023年.

use super::number::{may_be_signed, plain, signed};
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

/// Two numbers with a wave between, or with a hyphen and a counter behind.
pub(super) fn range(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !may_be_signed(cursor) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = signed(&mut reader)?;
    let mut ahead = reader;
    let wave = ahead.eat_one(&['〜', '～', '~', '∼']).is_some();
    if wave {
        let mut next = ahead;
        return plain(&mut next).map(|_| Match::words(ahead.at, &format!("{}から", first.said())));
    }
    ahead.eat_one(&['-', '–', '−', '－'])?;
    let second = plain(&mut ahead)?;
    let counted = ahead.peek().is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
    counted.then(|| Match::words(ahead.at, &format!("{}から{}", first.said(), second.said())))
}
