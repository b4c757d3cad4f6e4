//! Quarters, halves and fiscal years.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::{reader::Reader, said::Said};

/// Quarters, halves and fiscal years: Q3 2024, 3Q22, 1H23, FY25, Q1.
pub(crate) fn quarter(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    if reader.eat("FY") {
        reader.space();
        reader.eat_one(&['\'', '’']);
        let year = reader.digits(2..=4).filter(|year| year.len() != 3)?;
        let words = format!("fiscal year {}", numbers::year(year, cursor.dialect));
        return reader.ends().then(|| Match::words(reader.at, &words));
    }
    let letter = reader.eat_one(&['Q', 'H']);
    let part = reader.small(1..=4)?;
    let behind = letter.is_none();
    let kind = letter.or_else(|| reader.eat_one(&['Q', 'H']))?;
    let mut ahead = reader;
    let apart = !behind && (ahead.space() || ahead.eat("-"));
    ahead.eat("FY");
    ahead.eat_one(&['\'', '’']);
    let year = (behind || apart).then(|| ahead.digits(2..=4)).flatten();
    let year = year.filter(|year| (year.len() == 4 || year.len() == 2 && behind) && ahead.ends());
    if year.is_some() {
        reader = ahead;
    }
    if !reader.ends() || kind == 'H' && (year.is_none() || part > 2) || behind && year.is_none() {
        return None;
    }
    if !behind && year.is_none() {
        let said = Said::letters("Q").then(&numbers::cardinal(&part.to_string(), cursor.dialect));
        return Some(Match { len: reader.at, said });
    }
    let part = numbers::ordinal(&part.to_string(), cursor.dialect);
    let name = if kind == 'Q' { "quarter" } else { "half" };
    let the = if matches!(cursor.previous_word(), "the" | "The") { "" } else { "the " };
    let year = year.map(|year| format!(" of {}", numbers::year(year, cursor.dialect)));
    Some(Match::words(reader.at, &format!("{the}{part} {name}{}", year.unwrap_or_default())))
}
