//! From one date, month or day of the week to another.

use crate::cursor::{Cursor, Match};
use crate::english::date::month;
use crate::reader::Reader;

/// Mon–Fri, Jan.–Mar.: the names, with "to" between.
pub(crate) fn names(cursor: &Cursor<'_>) -> Option<Match> {
    let capital = cursor.rest().starts_with(|c: char| c.is_ascii_uppercase());
    if !capital || cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let weekday = |reader: &mut Reader<'_>| month::weekday(reader);
    let month = |reader: &mut Reader<'_>| month::read(reader).map(|month| month.name);
    pair(cursor, weekday).or_else(|| pair(cursor, month))
}

/// Tu or Th before a date in digits: "Tu 2/22", "Th (3/4)".
pub(crate) fn short_weekday(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let name = match reader.word() {
        "Tu" => "Tuesday",
        "Th" => "Thursday",
        _ => return None,
    };
    let len = reader.at;
    reader.eat(",");
    let apart = reader.space();
    reader.eat("(");
    let date = reader.digits(1..=2).is_some() && reader.eat("/") && reader.at_digit();
    (apart && date && cursor.before().is_none_or(|c| c == ' ')).then(|| Match::words(len, name))
}

/// Reads two names of one kind.
fn pair(
    cursor: &Cursor<'_>,
    name: impl Fn(&mut Reader<'_>) -> Option<&'static str>,
) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let first = name(&mut reader)?;
    let apart = reader.space();
    if !(reader.dash() && apart == reader.space()) {
        return None;
    }
    if !reader.peek().is_some_and(char::is_uppercase) {
        return None;
    }
    let last = name(&mut reader)?;
    let mut ahead = reader;
    let more = ahead.eat("-") && ahead.peek().is_some_and(char::is_alphanumeric);
    let day = ahead.space() && ahead.at_digit() && first != last && month_day(ahead);
    let stop = reader.before() == Some('.') && ends_sentence(reader);
    let len = if stop { reader.at - 1 } else { reader.at };
    (!more && !day).then(|| Match::words(len, &format!("{first} to {last}")))
}

/// Whether a day of a month and no year follows.
fn month_day(mut reader: Reader<'_>) -> bool {
    reader.digits(1..=2).is_some()
}

/// Whether nothing or a capital follows.
fn ends_sentence(mut reader: Reader<'_>) -> bool {
    !reader.space() && reader.peek().is_none() || reader.peek().is_some_and(char::is_uppercase)
}

/// The dash between two dates with names of months: 1 Jan.–3 Feb., June 5 – July 7.
pub(crate) fn dash(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    reader.eat_one(&['–', '—', '-'])?;
    let len = reader.at;
    let past = cursor.past().trim_end_matches(' ');
    if (reader.peek() == Some(' ')) != (past.len() < cursor.past().len()) {
        return None;
    }
    reader.space();
    let past = past.trim_end_matches('.');
    let word = &past[past.trim_end_matches(char::is_alphanumeric).len()..];
    let mut before = Reader::new(word);
    let date = month::read(&mut before).is_some() || word.starts_with(|c: char| c.is_ascii_digit());
    let open = matches!(
        reader.rest().split([' ', ',', '.', ')', ';']).next(),
        Some("noon" | "midnight" | "present" | "now" | "today")
    );
    let time = word.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'm' | 'M'));
    if open && time && !word.is_empty() {
        return Some(Match::words(len, "to"));
    }
    reader.digits(1..=2);
    reader.space();
    let upper = reader.peek().is_some_and(char::is_uppercase);
    let month = upper && month::read(&mut reader).is_some() && !word.is_empty();
    (date && month).then(|| Match::words(len, "to"))
}
