//! Times of the day.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers};
use crate::{Dialect, reader::Reader, said::Said};

mod half;
pub(crate) mod hours;
pub(crate) mod zone;

/// A time of the day as it is written.
#[derive(Debug, Clone, Copy)]
struct Clock<'a> {
    hour: usize,
    minute: Option<usize>,
    second: Option<usize>,
    /// Decimals of the last part, which make the time a duration: 2:03.5.
    decimals: Option<&'a str>,
    half: Option<&'static str>,
}

/// 3:05, 17:30, 10am, 9.30 p.m. EST, 5–7 pm, and the first of two times as "5pm-7pm".
pub(crate) fn time(cursor: &Cursor<'_>) -> Option<Match> {
    let stamp =
        cursor.past().strip_suffix('T').is_some_and(|past| past.ends_with(char::is_numeric));
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | ':' | '$' | '£');
    if cursor.before().is_some_and(inside) && !stamp {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut first = clock(&mut reader, cursor, false)?;
    first.second = first.second.filter(|second| *second > 0 || !stamp);
    let mut ahead = reader;
    let apart = ahead.space();
    let second = (ahead.dash() && apart == ahead.space())
        .then(|| clock(&mut ahead, cursor, first.minute.is_none() && first.half.is_none()))
        .flatten();
    let sure = |clock: Clock<'_>| clock.minute.is_some() || clock.half.is_some();
    if !sure(first) && second.is_none_or(|second| second.half.is_none()) {
        return None;
    }
    let mut said = Said::silent();
    let noon = [" noon", " midnight", " o'clock", " o’clock", " in the morning", " at night"];
    let noon = noon.into_iter().any(|word| reader.rest().starts_with(word));
    let shared = noon && second.is_none()
        || second.is_some_and(|second| first.half.is_none() && second.half.is_some());
    first.say(&mut said, shared, cursor.dialect);
    if let Some(second) = second {
        said.push("to");
        second.say(&mut said, false, cursor.dialect);
        reader = ahead;
    }
    zone::zone(&mut reader, &mut said, cursor.dialect);
    Some(Match { len: reader.at, said })
}

/// Reads one time. With `half_needed`, one of am and pm must come with it.
fn clock<'a>(reader: &mut Reader<'a>, cursor: &Cursor<'_>, half_needed: bool) -> Option<Clock<'a>> {
    let mut ahead = *reader;
    let hour = ahead.small(0..=24)?;
    let dotted = ahead.peek() == Some('.');
    let mut clock = Clock { hour, minute: None, second: None, decimals: None, half: None };
    let mut minutes = ahead;
    if minutes.eat_one(&[':', '.', '∶']).is_some() {
        clock.minute = minutes.digits(2..=2).and_then(|two| two.parse().ok()).filter(|m| *m < 60);
        match clock.minute {
            Some(_) => ahead = minutes,
            None if !dotted => return None,
            None => {}
        }
        if !dotted && ahead.peek() == Some(':') {
            ahead.eat(":");
            clock.second = ahead.digits(2..=2).and_then(|two| two.parse().ok());
            clock.second.filter(|second| *second < 60)?;
        }
    }
    let mut decimals = ahead;
    if !dotted && clock.minute.is_some() && decimals.eat(".") {
        clock.decimals = decimals.digits(1..=3);
        ahead = if clock.decimals.is_some() { decimals } else { ahead };
    }
    if hour <= 12 || clock.minute.is_some() {
        clock.half = half::read(&mut ahead);
    }
    if dotted && clock.minute.is_some() && clock.half.is_none() && !is_dotted_time(ahead, cursor) {
        return None;
    }
    let goes_on = ahead.peek() == Some('.') && {
        let mut next = ahead;
        next.eat(".") && next.at_digit()
    };
    let zulu = ahead.peek() == Some('Z') && clock.minute.is_some();
    let ends = ahead.ends() || zulu || ahead.before() == Some('.'); // 5 p.m.EST
    if !ends || goes_on || half_needed && clock.half.is_none() {
        return None;
    }
    *reader = ahead;
    Some(clock)
}

/// Whether a time with a full stop may have been read: 9.30 is one only in Britain, and only after
/// "at" or before "train"; 9.30% and 9.305 are none.
fn is_dotted_time(reader: Reader<'_>, cursor: &Cursor<'_>) -> bool {
    let train = matches!(
        cursor.next_word(reader.at),
        "train" | "bus" | "flight" | "ferry" | "showing" | "news" | "service"
    );
    let previous = cursor.previous_word();
    let known = context::announces_time(previous) || train && previous.eq_ignore_ascii_case("the");
    let number = reader.peek().is_some_and(|c| c == '%' || c.is_alphanumeric());
    cursor.dialect == Dialect::British && known && !number && !unit_follows(reader)
}

/// Whether a word follows that a decimal number counts.
fn unit_follows(mut reader: Reader<'_>) -> bool {
    reader.space();
    matches!(reader.word(), "million" | "billion" | "percent" | "per" | "m" | "km" | "kg" | "cm")
}

impl Clock<'_> {
    /// "three oh five", "ten o'clock", "five P M". Another time with am or pm follows if the half
    /// of the day is `shared`.
    fn say(&self, said: &mut Said, shared: bool, dialect: Dialect) {
        let number = |value: usize| numbers::cardinal(&value.to_string(), dialect);
        if let Some(minute) =
            self.minute.filter(|_| self.second.or(self.decimals.map(|_| 0)).is_some())
        {
            let parts = match self.second {
                Some(second) => vec![(self.hour, "hour"), (minute, "minute"), (second, "second")],
                None => vec![(self.hour, "minute"), (minute, "second")],
            };
            for (value, one) in parts {
                said.push(if one == "second" { "and" } else { "" });
                said.push(&number(value));
                let decimals = self.decimals.filter(|_| one == "second");
                let point = decimals.map(|digits| format!("point {}", numbers::digits(digits)));
                said.push(&point.unwrap_or_default());
                let single = value == 1 && decimals.is_none();
                said.push(&if single { one.into() } else { format!("{one}s") });
            }
        } else {
            match (self.hour, self.minute) {
                (0, Some(0)) if self.half.is_none() => said.push("midnight"),
                (hour, None) => said.push(&number(hour)),
                (hour, Some(0)) if self.half.is_some() || shared => said.push(&number(hour)),
                (hour @ 1..=12, Some(0)) => said.push(&format!("{} o'clock", number(hour))),
                (hour, Some(0)) => said.push(&format!("{} hundred", number(hour))),
                (hour, Some(minute @ 1..10)) => {
                    said.push(&format!("{} oh {}", number(hour), number(minute)));
                }
                (hour, Some(minute)) => said.push(&format!("{} {}", number(hour), number(minute))),
            }
        }
        if let Some(half) = self.half {
            said.push_letters(half);
        }
    }
}
