//! Times without a colon.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers};
use crate::{reader::Reader, said::Said};

/// Hours and minutes with an h between: 2h30, 14h05.
pub(crate) fn with_h(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let hour = reader.small(0..=48)?;
    reader.eat("h").then_some(())?;
    let minute: usize = reader.digits(2..=2)?.parse().ok().filter(|minute| *minute < 60)?;
    if !reader.ends() || cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut said = Said::words(&numbers::cardinal(&hour.to_string(), cursor.dialect));
    said.push(if hour == 1 { "hour" } else { "hours" });
    if minute > 0 {
        said.push(&numbers::cardinal(&minute.to_string(), cursor.dialect));
    }
    Some(Match { len: reader.at, said })
}

/// Four digits of the hours of soldiers: "at 0600", "1630 hours".
pub(crate) fn military(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(4..=4)?;
    let (hour, minute) = digits.split_at(2);
    let mut ahead = reader;
    let hours = ahead.space() && matches!(ahead.word(), "hours" | "hrs");
    let known = context::announces_time(cursor.previous_word());
    let time = hour <= "24" && minute < "60" && known && (hours || digits.starts_with('0'));
    if !time || !reader.ends() {
        return None;
    }
    let number = |two: &str| match two.strip_prefix('0') {
        Some("0") => "hundred".into(),
        Some(one) => format!("oh {}", numbers::cardinal(one, cursor.dialect)),
        None => numbers::cardinal(two, cursor.dialect),
    };
    let hour = if hour == "00" { "zero".into() } else { number(hour) };
    Some(Match::words(reader.at, &format!("{hour} {}", number(minute))))
}
