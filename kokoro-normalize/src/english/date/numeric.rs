//! Dates in digits.

use crate::cursor::{Cursor, Match};
use crate::english::date::{month, words};
use crate::english::numbers;
use crate::{Dialect, reader::Reader, said::Said};

/// The parts of a date: day, month, year in words.
type Parts = (usize, usize, String);

/// 2026-01-05, 2026/1/5, 1/5/2026, 01/05/26, 15.01.2020. What may be day or month is read as the
/// dialect writes dates.
pub(crate) fn numeric(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | '-' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let start = reader;
    let (day, number, year) = year_first(&mut reader, cursor.dialect).or_else(|| {
        reader = start;
        year_last(&mut reader, cursor.dialect)
    })?;
    let time = reader.peek() == Some('T') && {
        let mut time = reader;
        time.eat("T") && time.at_digit()
    };
    if !(reader.ends() || time) || matches!(reader.peek(), Some('/')) {
        return None;
    }
    let mut ahead = reader;
    if ahead.eat_one(&['-', '.']).is_some() && ahead.at_digit() {
        return None;
    }
    let first = number <= 12 && start.rest().len() > 4 && is_day_first(start.rest(), day, number);
    let date = words(month::name(number)?, day, &year, cursor.dialect, first);
    let article = matches!(cursor.previous_word(), "the" | "The");
    let mut said = Said::words(date.strip_prefix("the ").filter(|_| article).unwrap_or(&date));
    if time {
        reader.eat("T");
        said = said.joined(",");
    }
    Some(Match { len: reader.at, said })
}

/// Whether a date is written with a day that can be no month before the month.
fn is_day_first(text: &str, day: usize, month: usize) -> bool {
    let mut reader = Reader::new(text);
    day > 12 && month <= 12 && reader.small(1..=31) == Some(day)
}

/// Reads year, month and day, divided by the same mark.
fn year_first(reader: &mut Reader<'_>, dialect: Dialect) -> Option<Parts> {
    let year = reader.digits(4..=4)?;
    let mark = reader.eat_one(&['-', '/', '.', '‐', '‑', '–'])?;
    let month = reader.small(1..=12)?;
    reader.eat_one(&[mark])?;
    let day = reader.small(1..=31)?;
    Some((day, month, numbers::year(year, dialect)))
}

/// Reads month and day, in either order, and year, divided by the same mark.
fn year_last(reader: &mut Reader<'_>, dialect: Dialect) -> Option<Parts> {
    let first = reader.digits(1..=2)?;
    let mark = reader.eat_one(&['-', '/', '.'])?;
    let second = reader.digits(1..=2)?;
    reader.eat_one(&[mark])?;
    let year = reader.digits(2..=4).filter(|year| year.len() != 3)?;
    if year.len() == 2 && (mark == '.' || mark == '-' && (first.len() < 2 || second.len() < 2)) {
        return None; // 1.2.10 is a version
    }
    let (first, second): (usize, usize) = (first.parse().ok()?, second.parse().ok()?);
    let (day, month) = match (first, second) {
        (13..=31, 1..=12) => (first, second),
        (1..=12, 13..=31) => (second, first),
        (1..=12, 1..=12) if dialect == Dialect::British || mark == '.' => (first, second),
        (1..=12, 1..=12) => (second, first),
        _ => return None,
    };
    let year = match year.as_bytes() {
        [b'0', b'0'] => "two thousand".into(),
        [b'0', _] => numbers::spoken_digits(year),
        _ => numbers::year(year, dialect),
    };
    Some((day, month, year))
}
