//! Times: 14:30, 14h30, 2 h 30 min, 5 p. m.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Grammar, Place};
use crate::european::moment::{Time, Written};
use crate::european::quantity::same;
use crate::reader::Reader;
use crate::said::Said;

/// A time, or two with a dash between them, and a zone.
pub(crate) fn time(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let clock = grammar.clock.before.iter().any(|own| same(own, place.previous_word()));
    let first = one(&mut reader, grammar, clock)?;
    let mut said = Said::words(&(grammar.time)(&first));
    let mut ahead = reader;
    let apart = ahead.space();
    if ahead.dash()
        && (!apart || ahead.space())
        && let Some(second) = one(&mut ahead, grammar, clock)
    {
        said.push(grammar.to);
        said.push(&(grammar.time)(&second));
        reader = ahead;
    }
    zone(&mut reader, grammar, &mut said);
    let stop = place.rest()[..reader.at].ends_with('.');
    let goes_on = reader.rest().strip_prefix(' ').is_some_and(|s| !s.starts_with(char::is_numeric));
    if stop && (context::ends_sentence(reader.rest()) || !goes_on) {
        said = said.joined(".");
    }
    Some(Match { len: reader.at, said })
}

/// Words for a part of the day, and its first and last hour.
pub(crate) type PartOfDay = (&'static str, usize, usize);

/// An hour from 13 on before words for its part of the day: "15h da tarde" is said as three hours.
pub(crate) fn before_part_of_day(place: &Place<'_>, parts: &[PartOfDay]) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let time = one(&mut reader, grammar, true).filter(|time| time.hour > 12)?;
    let behind = reader.rest().strip_prefix(' ')?;
    parts.iter().find(|(part, first, last)| {
        let rest = behind.strip_prefix(part);
        (*first..=*last).contains(&time.hour)
            && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    let time = Time { hour: time.hour - 12, written: Written::Clock, ..time };
    Some(Match::words(reader.at, &(grammar.time)(&time)))
}

/// Reads one time.
fn one(reader: &mut Reader<'_>, grammar: &Grammar, clock: bool) -> Option<Time> {
    let mut ahead = *reader;
    let padded = ahead.rest().starts_with('0');
    let hour = ahead.small(0..=24)?;
    let mut time = Time {
        hour,
        minute: None,
        second: None,
        after_noon: None,
        written: Written::Clock,
        padded,
    };
    let sign = ahead.eat_one(&[':', '.']);
    if let Some(sign) = sign {
        time.minute = Some(two_digits(&mut ahead)?);
        let mut behind = ahead;
        if behind.eat_one(&[sign]).is_some()
            && let Some(second) = two_digits(&mut behind)
        {
            time.second = Some(second);
            ahead = behind;
        }
    } else {
        lettered(&mut ahead, &mut time);
    }
    time.after_noon = half(&mut ahead, grammar);
    let silent = silent(&mut ahead, grammar);
    let said = time.written != Written::Clock || time.after_noon.is_some();
    let zoned = zone(&mut ahead.clone(), grammar, &mut Said::silent());
    let known = sign == Some(':') || said || sign.is_some() && (silent || clock || zoned);
    let digit = |s: &str| s.starts_with(|c: char| c.is_ascii_digit());
    let goes_on = ahead.rest().starts_with(['/', '%', '°', '€', '$'])
        || ahead.rest().strip_prefix([':', '.', ',']).is_some_and(digit)
        || sign == Some('.') && ahead.rest().strip_prefix('-').is_some_and(digit);
    (known && ahead.ends() && !goes_on).then(|| {
        *reader = ahead;
        time
    })
}

/// Reads exactly two digits below 60.
fn two_digits(reader: &mut Reader<'_>) -> Option<usize> {
    reader.digits(2..=2)?.parse().ok().filter(|value| *value < 60)
}

/// Reads "h", "h30", "h 30 min", "h 10 min 40 s".
fn lettered(reader: &mut Reader<'_>, time: &mut Time) {
    let mut ahead = *reader;
    ahead.space();
    if !(ahead.eat("h") || ahead.eat("H")) {
        return;
    }
    let hours = ahead;
    let apart = ahead.space();
    let two = ahead.rest().bytes().take_while(u8::is_ascii_digit).count() == 2;
    let minute = ahead.small(0..=59);
    let mut unit = ahead;
    unit.space();
    let named = unit.eat("min.") || unit.eat("min") || unit.eat("mn") || unit.eat("m");
    let named = named && !unit.peek().is_some_and(char::is_alphabetic);
    match minute {
        Some(minute) if named || !apart || two && ahead.ends() => {
            time.minute = Some(minute);
            *reader = if named { unit } else { ahead };
            reader.eat_one(&['\'', '’', '′']);
            seconds(reader, time);
            time.written = if named { Written::Length } else { Written::Letters };
        }
        _ if hours.ends() => {
            *reader = hours;
            time.written = Written::Letters;
        }
        _ => {}
    }
}

/// Reads "40 s" behind minutes.
fn seconds(reader: &mut Reader<'_>, time: &mut Time) {
    let mut ahead = *reader;
    ahead.space();
    let Some(second) = ahead.small(0..=59) else { return };
    ahead.space();
    if ["seg", "sec", "s", "\"", "″", "''"].iter().any(|unit| ahead.eat(unit)) && ahead.ends() {
        time.second = Some(second);
        *reader = ahead;
    }
}

/// Reads "a. m." and the like.
fn half(reader: &mut Reader<'_>, grammar: &Grammar) -> Option<bool> {
    let mut ahead = *reader;
    ahead.space();
    let found = grammar.clock.halves.iter().find(|(own, _)| {
        let mut behind = ahead;
        behind.eat_any_case(own) && behind.ends()
    })?;
    ahead.eat_any_case(found.0);
    *reader = ahead;
    Some(found.1)
}

/// Reads a word that is not said behind a time.
fn silent(reader: &mut Reader<'_>, grammar: &Grammar) -> bool {
    grammar.clock.silent.iter().any(|own| {
        let mut ahead = *reader;
        ahead.space();
        let found = ahead.eat(own) && ahead.ends();
        if found {
            *reader = ahead;
        }
        found
    })
}

/// Reads a time zone and appends it, with what is added to it: "GMT-3".
fn zone(reader: &mut Reader<'_>, grammar: &Grammar, said: &mut Said) -> bool {
    let mut ahead = *reader;
    if !ahead.space() {
        return false;
    }
    let word = ahead.word();
    if !grammar.clock.zones.contains(&word) {
        return false;
    }
    *said = std::mem::take(said).then_letters(word);
    *reader = ahead;
    ahead.space();
    let sign = match ahead.eat_one(&['+', '-', '−']) {
        Some('+') => grammar.plus,
        Some(_) => grammar.minus,
        None => return true,
    };
    let Some(hours) = ahead.small(0..=14) else { return true };
    said.push(sign);
    said.push(&(grammar.cardinal)(&hours.to_string(), super::form::Form::Alone));
    *reader = ahead;
    if ahead.eat(":")
        && let Some(minutes) = two_digits(&mut ahead)
    {
        said.push(&(grammar.cardinal)(&minutes.to_string(), super::form::Form::Alone));
        *reader = ahead;
    }
    true
}
