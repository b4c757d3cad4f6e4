//! Dates.

use crate::cursor::{Cursor, Match};
use crate::english::{context, neighbours::Next, numbers};
use crate::{Dialect, reader::Reader, said::Said};

pub(crate) mod month;
pub(crate) mod numeric;
pub(crate) mod span;

/// January 5, 2026; Jan. 5th; Mon., Jan. 5; June 13–15; Sept. 2020.
pub(crate) fn month_first(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut said = Said::silent();
    if let Some(day) = weekday(&mut reader) {
        said.push(day.0);
        said = said.joined(day.1);
    }
    let month = month::read(&mut reader)?;
    let mut ahead = reader;
    if !(ahead.space() || ahead.eat("-")) {
        return None;
    }
    if let Some(year) = year(&mut ahead, cursor.dialect).filter(|_| !month.doubtful) {
        said = said.then(month.name).then(&year);
        return Some(Match { len: ahead.at, said });
    }
    let article = if cursor.dialect == Dialect::British { "the" } else { "" };
    ahead.eat_any_case("the ");
    let day = day(&mut ahead, cursor.dialect)?;
    said = said.then(month.name).then(article).then(&day.words);
    if let Some(end) = until(&mut ahead, cursor.dialect) {
        said = said.then("to").then(article).then(&end);
    }
    let year = year_behind(&mut ahead, cursor.dialect);
    let sure = year.is_some() || day.ordinal || !month.doubtful || ends_phrase(&ahead);
    if !sure || !is_date(&ahead, year.is_some() || day.ordinal) {
        return None;
    }
    if let Some((comma, year)) = year {
        said = said.joined(if comma { "," } else { "" }).then(&year);
    }
    Some(Match { len: ahead.at, said })
}

/// 5 January 2026; 5th Jan.; 13–15 June; 1 Jan.–3 Feb.
pub(crate) fn day_first(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | ':' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = day(&mut reader, cursor.dialect)?;
    let last = until(&mut reader, cursor.dialect);
    if !(reader.space() || reader.eat("-")) {
        return None;
    }
    let of = reader.eat("of ");
    let month = month::read(&mut reader)?;
    if of && !first.ordinal || !reader.ends() {
        return None;
    }
    let year = year_behind(&mut reader, cursor.dialect);
    if month.doubtful && year.is_none() && !first.ordinal && !ends_phrase(&reader) {
        return None;
    }
    let the = if matches!(cursor.previous_word(), "the" | "The") { "" } else { "the" };
    let mut said = Said::words(the).then(&first.words);
    if let Some(last) = last {
        said = said.then("to the").then(&last);
    }
    said = said.then("of").then(month.name);
    let stop = year.is_none()
        && reader.before() == Some('.')
        && Next::of(reader.rest()).is_likely_sentence(); // It is due 1 Jan.
    if let Some((comma, year)) = year {
        said = said.joined(if comma { "," } else { "" }).then(&year);
    }
    Some(Match { len: reader.at - usize::from(stop), said })
}

/// Reads a day of the week that stands before a month: its name and the comma after it.
fn weekday(reader: &mut Reader<'_>) -> Option<(&'static str, &'static str)> {
    let mut ahead = *reader;
    let name = month::weekday(&mut ahead)?;
    let comma = if ahead.eat(",") { "," } else { "" };
    let mut month = ahead;
    if !(ahead.space() && month.space()) || month::read(&mut month).is_none() {
        return None;
    }
    *reader = ahead;
    Some((name, comma))
}

/// A day of a month.
struct Day {
    /// As an ordinal number.
    words: String,
    /// Whether it is written as an ordinal number.
    ordinal: bool,
}

/// Reads a day of a month, perhaps with "th".
fn day(reader: &mut Reader<'_>, dialect: Dialect) -> Option<Day> {
    let mut ahead = *reader;
    let day = ahead.small(1..=31)?;
    let mut ending = ahead;
    let ordinal = matches!(ending.word(), "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH");
    if ordinal {
        ahead = ending;
    }
    if !ahead.ends() {
        return None;
    }
    *reader = ahead;
    Some(Day { words: numbers::ordinal(&day.to_string(), dialect), ordinal })
}

/// Reads a dash and another day.
fn until(reader: &mut Reader<'_>, dialect: Dialect) -> Option<String> {
    let mut ahead = *reader;
    let apart = ahead.space();
    if !ahead.dash() || apart != ahead.space() {
        return None;
    }
    let day = day(&mut ahead, dialect)?;
    *reader = ahead;
    Some(day.words)
}

/// Reads a year of four digits, or of two after an apostrophe.
fn year(reader: &mut Reader<'_>, dialect: Dialect) -> Option<String> {
    let mut ahead = *reader;
    let short = ahead.eat_one(&['\'', '’', '‘']).is_some();
    let digits = if short { ahead.digits(2..=2)? } else { ahead.digits(4..=4)? };
    let more = {
        let mut more = ahead;
        more.eat_one(&['.', ',', ':']).is_some() && more.at_digit()
    };
    if !ahead.ends() || more || digits.starts_with('0') && !short {
        return None;
    }
    *reader = ahead;
    Some(if short { numbers::paired(digits, dialect) } else { numbers::year(digits, dialect) })
}

/// Reads a year behind a date. Says whether a comma stands before it.
fn year_behind(reader: &mut Reader<'_>, dialect: Dialect) -> Option<(bool, String)> {
    let mut ahead = *reader;
    let comma = ahead.eat(",");
    if !(ahead.space() || !comma && ahead.eat("-") || comma && ahead.at_digit()) {
        return None;
    }
    let year = year(&mut ahead, dialect)?;
    *reader = ahead;
    Some((comma, year))
}

/// Whether nothing or a mark of punctuation follows.
fn ends_phrase(reader: &Reader<'_>) -> bool {
    reader.peek().is_none_or(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"'))
}

/// Whether what was read as a date is no number of something: "In March 20 people came". A year or
/// "th" makes it `sure`.
fn is_date(reader: &Reader<'_>, sure: bool) -> bool {
    let mut ahead = *reader;
    let mut mark = ahead;
    let goes_on = mark.eat_one(&['.', ',', ':', '/']).is_some() && mark.at_digit();
    if goes_on || ahead.peek() == Some('%') {
        return false;
    }
    let counted = ahead.space() && {
        let word = ahead.word();
        context::is_plural(word) || matches!(word, "million" | "billion" | "thousand" | "hundred")
    };
    sure || !counted
}

/// The words of a date whose parts are known.
pub(crate) fn words(
    month: &'static str,
    day: usize,
    year: &str,
    dialect: Dialect,
    day_comes_first: bool,
) -> String {
    let day = numbers::ordinal(&day.to_string(), dialect);
    let date = match (dialect, day_comes_first) {
        (Dialect::American, false) => format!("{month} {day}"),
        _ => format!("the {day} of {month}"),
    };
    if year.is_empty() { date } else { format!("{date}, {year}") }
}
