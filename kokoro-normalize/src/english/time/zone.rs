//! Zones of time.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::{Dialect, reader::Reader, said::Said};

/// Zones of time, which are read as letters.
const ZONES: [&str; 26] = [
    "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "ET", "CT", "PT", "UTC", "GMT", "BST",
    "CET", "CEST", "EET", "EEST", "WET", "IST", "JST", "KST", "AEST", "AEDT", "NZST", "HST",
];

/// Reads a zone after a time, and an hour that is added to it.
pub(crate) fn zone(reader: &mut Reader<'_>, said: &mut Said, dialect: Dialect) {
    let mut ahead = *reader;
    ahead.space();
    let written = ahead.word();
    if written == "Z" && ahead.at == reader.at + 1 {
        *reader = ahead;
        return said.push_letters("UTC");
    }
    let capitals = written.to_ascii_uppercase();
    let known = ZONES.iter().find(|zone| **zone == capitals);
    let small = written.starts_with(char::is_lowercase) && written.len() < 3;
    if let Some(zone) = known.filter(|_| ahead.ends() && !small) {
        said.push_letters(zone);
        offset(&mut ahead, said, dialect);
        *reader = ahead;
    }
}

/// Reads "+2" or "-5:30" behind a zone.
fn offset(reader: &mut Reader<'_>, said: &mut Said, dialect: Dialect) {
    let mut ahead = *reader;
    let Some(sign) = ahead.eat_one(&['+', '-', '−', '–']) else { return };
    let Some(hour) = ahead.small(0..=14) else { return };
    let mut minutes = ahead;
    let minute = minutes.eat(":").then(|| minutes.digits(2..=2)).flatten();
    said.push(if sign == '+' { "plus" } else { "minus" });
    said.push(&numbers::cardinal(&hour.to_string(), dialect));
    if let Some(minute) = minute {
        ahead = minutes;
        said.push(&if minute == "00" { String::new() } else { numbers::cardinal(minute, dialect) });
    }
    *reader = ahead;
}

/// A zone with an hour that is added to it: "UTC+2".
pub(crate) fn zone_with_offset(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let zone = ["UTC", "GMT"].into_iter().find(|zone| reader.eat(zone))?;
    let mut said = Said::letters(zone);
    let before = reader.at;
    offset(&mut reader, &mut said, cursor.dialect);
    let inside = cursor.before().is_some_and(char::is_alphanumeric);
    (reader.at > before && reader.ends() && !inside).then_some(Match { len: reader.at, said })
}
