//! Times of the day: 9:05, 3:40pm, 9:00〜17:30.

use super::number::digits;
use super::numbers::cardinal;
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

/// A time with a colon, or an hour with am or pm.
pub(super) fn time(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | ',')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut said = one(&mut reader)?;
    let mut ahead = reader;
    if ahead.eat_one(&['-', '–', '〜', '～', '~', '−']).is_some()
        && let Some(second) = one(&mut ahead)
    {
        said = format!("{said}から{second}");
        reader = ahead;
    }
    (!reader.peek().is_some_and(|c| c.is_ascii_alphanumeric()))
        .then(|| Match::words(reader.at, &said))
}

/// One time.
fn one(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    let hour = digits(&mut ahead)
        .filter(|hour| hour.len() <= 2 && (hour.len() == 1 || hour.as_str() < "30"))?;
    let mut colon = ahead;
    let mut parts = Vec::new();
    for _ in 0..2 {
        let minute = colon.eat_one(&[':', '：']).and_then(|_| digits(&mut colon));
        let Some(minute) = minute.filter(|two| two.len() == 2 && two.as_str() < "60") else {
            break;
        };
        parts.push(minute);
        ahead = colon;
    }
    let half = half(&mut ahead);
    if parts.is_empty() && half.is_none() {
        return None;
    }
    let mut said = format!("{}{}時", half.unwrap_or_default(), cardinal(&hour));
    for (part, unit) in parts.iter().zip(["分", "秒"]) {
        if part != "00" {
            said.push_str(&cardinal(part));
            said.push_str(unit);
        }
    }
    *reader = ahead;
    Some(said)
}

/// Reads am or pm.
fn half(reader: &mut Reader<'_>) -> Option<&'static str> {
    let mut ahead = *reader;
    ahead.space();
    for (letter, name) in [("a", "午前"), ("p", "午後")] {
        let mut half = ahead;
        if half.eat_any_case(letter) {
            let _ = half.eat(".") || half.eat(" ");
            if half.eat_any_case("m") && !half.peek().is_some_and(|c| c.is_ascii_alphabetic()) {
                half.eat(".");
                *reader = half;
                return Some(name);
            }
        }
    }
    None
}
