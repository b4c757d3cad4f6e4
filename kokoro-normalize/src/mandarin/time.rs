//! Times of the day.

use crate::cursor::{Cursor, Match};
use crate::mandarin::numbers::cardinal;
use crate::mandarin::score;
use crate::reader::Reader;

/// 8:05, 17:30:00, 10:04am, 9:00-17:30.
pub(super) fn time(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '$');
    if cursor.before().is_some_and(inside) || score::is_score(cursor) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut said = clock(cursor, &mut reader)?;
    if score::is_of_team(cursor, reader.rest()) {
        return None; // 12:10战胜
    }
    let mut ahead = reader;
    let space = ahead.space();
    let dash = ahead.eat_one(&['-', '–', '—', '~', '～']).is_some() && space == ahead.space();
    if dash && let Some(second) = clock(cursor, &mut ahead) {
        said = format!("{said}到{second}");
        reader = ahead;
    }
    Some(Match::words(reader.at, &said))
}

/// Reads one time.
fn clock(cursor: &Cursor<'_, ()>, reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    let hour = ahead.small(0..=24)?;
    let minute = part(&mut ahead)?;
    let second = if ahead.peek() == Some(':') { Some(part(&mut ahead)?) } else { None };
    let half = half(&mut ahead);
    if ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == ':') {
        return None;
    }
    *reader = ahead;
    let named = ["上午", "下午", "早上", "晚上", "凌晨", "中午", "傍晚"];
    let named = named.iter().any(|half| cursor.past().ends_with(half));
    let half = half.filter(|_| !named).unwrap_or_default();
    let hour = if hour == 2 { "两".into() } else { cardinal(&hour.to_string()) };
    let minutes = match (minute, second) {
        (0, None) => String::new(),
        (0, Some(_)) => "零分".into(),
        (minute, _) => format!("{}分", two(minute)),
    };
    let seconds = match second {
        None => String::new(),
        Some(0) => "零秒".into(),
        Some(second) => format!("{}秒", two(second)),
    };
    Some(format!("{half}{hour}点{minutes}{seconds}"))
}

/// Reads a colon and two digits below 60.
fn part(reader: &mut Reader<'_>) -> Option<usize> {
    reader.eat_one(&[':', '∶'])?;
    reader.digits(2..=2)?.parse().ok().filter(|value| *value < 60)
}

/// Reads am or pm, perhaps after a space.
fn half(reader: &mut Reader<'_>) -> Option<&'static str> {
    let mut ahead = *reader;
    ahead.space();
    let halves = [("a.m.", "上午"), ("am", "上午"), ("p.m.", "下午"), ("pm", "下午")];
    let (_, half) = halves.into_iter().find(|(written, _)| ahead.eat_any_case(written))?;
    *reader = ahead;
    Some(half)
}

/// A number below 60, with a zero before a single digit.
fn two(value: usize) -> String {
    let zero = if value < 10 { "零" } else { "" };
    format!("{zero}{}", cardinal(&value.to_string()))
}
