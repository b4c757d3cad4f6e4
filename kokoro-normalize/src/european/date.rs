//! Dates: 5/12/2023, 2023-12-05, 5 dic. 2023, 5 de diciembre.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Grammar, Place};
use crate::european::moment::Date;
use crate::european::numeral;
use crate::european::quantity::same;
use crate::reader::Reader;

/// A date in digits alone: day, month and year, or year, month and day.
pub(crate) fn numeric(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let year_first = reader.rest().bytes().take_while(u8::is_ascii_digit).count() == 4;
    let first = reader.digits(1..=4)?;
    let sign = reader.eat_one(&['/', '-', '.'])?;
    let padded =
        first.len() == 2 && reader.rest().bytes().take_while(u8::is_ascii_digit).count() == 2;
    let second = reader.small(1..=31)?;
    let mut ahead = reader;
    let third = ahead.eat_one(&[sign]).and_then(|_| ahead.digits(1..=4));
    let (day, month, year) = match third {
        Some(third) if year_first => {
            (third.parse().ok().filter(|_| third.len() <= 2)?, second, Some(first))
        }
        // 3.1.11 is a section
        Some(year) if year.len() == 4 || year.len() == 2 && (sign != '.' || padded) => {
            (first.parse().ok()?, second, Some(year))
        }
        None if sign != '-' && is_day(place) => (first.parse().ok()?, second, None),
        _ => return None,
    };
    let reader = if year.is_some() { ahead } else { reader };
    let (day, month) = if month > 12 { (month, day) } else { (day, month) };
    let goes_on = reader.rest().strip_prefix(['-', '/', ',', '.']);
    let goes_on = goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) || !reader.ends() || goes_on {
        return None;
    }
    let year = year.map(full_year);
    let date =
        Date { day, month: grammar.calendar.months[month - 1][0], link: "", year: year.as_deref() };
    Some(Match::words(reader.at, &(grammar.date)(&date)))
}

/// A date whose month is a Roman numeral: 1-XII-1900.
pub(crate) fn roman(place: &Place<'_>) -> Found {
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let day = reader.small(1..=31)?;
    let sign = reader.eat_one(&['-', '/', '.'])?;
    let month = numeral::value(reader.word()).filter(|month| *month <= 12)? as usize;
    reader.eat_one(&[sign])?;
    let year = reader.digits(4..=4).filter(|_| reader.ends())?;
    let month = grammar.calendar.months[month - 1][0];
    let date = Date { day, month, link: "", year: Some(year) };
    Some(Match::words(reader.at, &(grammar.date)(&date)))
}

/// Whether the word before says that a day and a month follow.
fn is_day(place: &Place<'_>) -> bool {
    let word = place.previous_word();
    let calendar = &place.dialect.calendar;
    let mut words = calendar.before_day.iter().chain(calendar.weekdays.iter().copied().flatten());
    words.any(|own| same(own, word))
}

/// 24 is 2024, 89 is 1989.
pub(crate) fn full_year(year: &str) -> String {
    match year.len() {
        2 if year < "50" => format!("20{year}"),
        2 => format!("19{year}"),
        _ => year.to_string(),
    }
}

/// Reads days with slashes or dashes between them, at most five, and how many dashes.
fn days(reader: &mut Reader<'_>) -> Option<(Vec<usize>, usize)> {
    let mut days = vec![reader.small(1..=31)?];
    let mut dashes = 0;
    while days.len() < 5 {
        let mut ahead = *reader;
        let slash = ahead.eat("/");
        if !(slash || ahead.dash()) {
            break;
        }
        let Some(day) = ahead.small(1..=31) else { break };
        dashes += usize::from(!slash);
        days.push(day);
        *reader = ahead;
    }
    Some((days, dashes))
}

/// A day, or several, before the name of a month.
pub(crate) fn day_first(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let (days, dashes) = days(&mut reader)?;
    for (ending, _) in grammar.ordinal_endings {
        if days.len() == 1 && reader.eat(ending) {
            break;
        }
    }
    if !reader.space() {
        return None;
    }
    link(&mut reader, grammar);
    let (month, abbreviated) = month(&mut reader, grammar)?;
    let (last, before) = days.split_last()?;
    let mut said = String::new();
    for day in before {
        context::push(&mut said, &(grammar.cardinal)(&day.to_string(), super::form::Form::Alone));
        if before.len() == 1 && dashes == 1 {
            context::push(&mut said, grammar.to);
        }
    }
    let end = reader;
    let (link, year) = match year(&mut reader, grammar) {
        Some((link, year)) => (link, Some(year)),
        None => {
            reader = end;
            ("", None)
        }
    };
    let date = Date { day: *last, month, link, year };
    context::push(&mut said, &(grammar.date)(&date));
    let ends = abbreviated && year.is_none() && context::ends_sentence(reader.rest());
    let said = Match::words(reader.at, &said);
    Some(if ends { Match { said: said.said.joined("."), ..said } } else { said })
}

/// The name of a month before a day ("abril 30") or a year, and the abbreviation of one.
pub(crate) fn month_first(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let (month, abbreviated) = month(&mut reader, grammar)?;
    let mut ahead = reader;
    if grammar.calendar.month_first
        && ahead.space()
        && let Some(day) = ahead.small(1..=31)
        && ahead.ends()
        && !ahead.rest().starts_with([':', '%', '/', '-'])
    {
        let end = ahead;
        ahead.eat(",");
        let (link, year) = match year(&mut ahead, grammar) {
            Some((link, year)) => (link, Some(year)),
            None => {
                ahead = end;
                ("", None)
            }
        };
        let date = Date { day, month, link, year };
        return Some(Match::words(ahead.at, &(grammar.date)(&date)));
    }
    let mut ahead = reader;
    (abbreviated && year(&mut ahead, grammar).is_some()).then(|| Match::words(reader.at, month))
}

/// The abbreviation of a weekday before a comma, a space or a digit, or beside another.
pub(crate) fn weekday(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let (day, stop) = short_weekday(&mut reader, grammar)?;
    let mut ahead = reader;
    if ahead.dash()
        && let Some((last, _)) = short_weekday(&mut ahead, grammar)
        && ahead.ends()
    {
        return Some(Match::words(ahead.at, &format!("{day} {} {last}", grammar.to)));
    }
    if !stop {
        return None;
    }
    let mut beside = reader;
    beside.space();
    let link = beside.word();
    let linked = is_link(link) && beside.space() && short_weekday(&mut beside, grammar).is_some();
    reader.eat(",");
    let mut ahead = reader;
    let dash = place.before() == Some('-') || reader.rest().starts_with(['-', '–']);
    let known = dash || linked || behind_weekday(place) || ahead.space() && ahead.at_digit();
    known.then(|| {
        let ends = !linked && context::ends_sentence(reader.rest());
        Match::words(reader.at, &format!("{day}{}", if ends { "." } else { "" }))
    })
}

/// Reads the abbreviation of a weekday, and whether it has a full stop.
fn short_weekday(reader: &mut Reader<'_>, grammar: &Grammar) -> Option<(&'static str, bool)> {
    let mut ahead = *reader;
    let word = ahead.word();
    let days = &grammar.calendar.weekdays;
    let day = days.iter().find(|names| names[1..].iter().any(|own| same(own, word)))?;
    let stop = ahead.eat(".");
    *reader = ahead;
    Some((day[0], stop))
}

/// Whether a word stands between two weekdays.
fn is_link(word: &str) -> bool {
    ["a", "al", "e", "et", "y", "à", "ao", "au"].contains(&word)
}

/// Whether another weekday stands before, with a word between: "ter." in "seg. e ter."
fn behind_weekday(place: &Place<'_>) -> bool {
    let past = place.past().trim_end_matches(' ');
    let link = &past[past.trim_end_matches(char::is_alphabetic).len()..];
    let past = past[..past.len() - link.len()].trim_end_matches(' ');
    let Some(past) = past.strip_suffix('.').filter(|_| is_link(link)) else { return false };
    let word = &past[past.trim_end_matches(char::is_alphabetic).len()..];
    short_weekday(&mut Reader::new(word), place.dialect).is_some()
}

/// Reads a word between the parts of a date, and the space behind it.
fn link<'a>(reader: &mut Reader<'a>, grammar: &Grammar) -> &'a str {
    let mut ahead = *reader;
    let word = ahead.word();
    if grammar.calendar.links.contains(&word) && ahead.space() {
        *reader = ahead;
        return word;
    }
    ""
}

/// Reads the name of a month or its abbreviation, and whether it had a full stop.
fn month(reader: &mut Reader<'_>, grammar: &'static Grammar) -> Option<(&'static str, bool)> {
    let mut ahead = *reader;
    let word = ahead.word();
    let names =
        grammar.calendar.months.iter().find(|names| names.iter().any(|own| same(own, word)))?;
    let whole = same(names[0], word);
    let stop = !whole && ahead.eat(".");
    let known =
        whole || stop || ahead.rest().starts_with([' ', '\u{a0}']) || ahead.rest().is_empty();
    known.then(|| {
        *reader = ahead;
        (names[0], stop)
    })
}

/// Reads a year behind a month, with the word before it.
fn year<'a>(reader: &mut Reader<'a>, grammar: &Grammar) -> Option<(&'a str, &'a str)> {
    let mut ahead = *reader;
    if !ahead.space() {
        return None;
    }
    let link = link(&mut ahead, grammar);
    let year = ahead.digits(4..=4).filter(|year| !year.starts_with('0'))?;
    let goes_on = ahead.rest().strip_prefix(['.', ',', '/', '-', ':']);
    let goes_on = goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !ahead.ends() || goes_on {
        return None;
    }
    *reader = ahead;
    Some((link, year))
}
