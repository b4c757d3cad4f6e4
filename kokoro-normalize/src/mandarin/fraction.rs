//! Fractions.

use crate::cursor::{Cursor, Match};
use crate::mandarin::amount::sign;
use crate::mandarin::numbers::cardinal;
use crate::reader::Reader;
use crate::vulgar_fraction;

/// 120/80mmHg, a pressure of the blood: 一百二十比八十.
pub(super) fn pressure(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let above = reader.digits(2..=3)?;
    let slash = reader.eat("/");
    let below = reader.digits(2..=3).filter(|_| slash)?;
    reader.space();
    let outside = !cursor.before().is_some_and(|c| c.is_ascii_alphanumeric());
    let said = format!("{}比{}", cardinal(above), cardinal(below));
    if reader.eat("mmHg") {
        return outside.then(|| Match::words(reader.at, &format!("{said}毫米汞柱")));
    }
    let named = cursor.past().trim_end_matches([':', '：', ' ', '为', '是']).ends_with("血压");
    (outside && named).then(|| Match::words(reader.at, &said))
}

/// 1/3, -1/3, 1 / 2.
pub(super) fn fraction(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let minus = sign(cursor, &mut reader)?;
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.')) {
        return None;
    }
    let above = reader.digits(1..=8)?;
    let space = reader.space();
    reader.eat_one(&['/', '⁄'])?;
    if space != reader.space() {
        return None;
    }
    let below = reader.digits(1..=8).filter(|below| !below.starts_with('0'))?;
    let goes_on = |c: char| c.is_ascii_alphanumeric() || c == '/' || c == '%';
    if reader.peek().is_some_and(goes_on) {
        return None;
    }
    let said = format!("{minus}{}分之{}", cardinal(below), cardinal(above));
    Some(Match::words(reader.at, &said))
}

/// Fractions in one character, perhaps behind a whole number: 1½ is 一又二分之一.
pub(super) fn mixed(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let whole = reader.digits(0..=8)?;
    let (above, below) = vulgar_fraction::eat(&mut reader)?;
    let whole = if whole.is_empty() { String::new() } else { format!("{}又", cardinal(whole)) };
    let said = format!("{whole}{}分之{}", cardinal(below), cardinal(above));
    Some(Match::words(reader.at, &said))
}
