//! Fractions.

use crate::cursor::{Cursor, Match};
use crate::mandarin::amount::sign;
use crate::mandarin::numbers::cardinal;
use crate::reader::Reader;

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
#[rustfmt::skip]
const CHARACTERS: &[(char, &str)] = &[
    ('½', "二分之一"), ('⅓', "三分之一"), ('⅔', "三分之二"), ('¼', "四分之一"), ('¾', "四分之三"),
    ('⅕', "五分之一"), ('⅖', "五分之二"), ('⅗', "五分之三"), ('⅘', "五分之四"), ('⅙', "六分之一"),
    ('⅚', "六分之五"), ('⅐', "七分之一"), ('⅛', "八分之一"), ('⅜', "八分之三"), ('⅝', "八分之五"),
    ('⅞', "八分之七"), ('⅑', "九分之一"), ('⅒', "十分之一"),
];

/// ½, 1½.
pub(super) fn mixed(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let whole = reader.digits(0..=8)?;
    let sign = reader.peek()?;
    let (_, said) = CHARACTERS.iter().find(|(c, _)| *c == sign)?;
    let whole = if whole.is_empty() { String::new() } else { format!("{}又", cardinal(whole)) };
    Some(Match::words(reader.at + sign.len_utf8(), &format!("{whole}{said}")))
}
