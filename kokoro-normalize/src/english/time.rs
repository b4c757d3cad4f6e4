//! Times of the day.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::{Dialect, reader::Reader, said::Said};

mod half;

/// Zones of time, which are read as letters.
const ZONES: [&str; 26] = [
    "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "ET", "CT", "PT", "UTC", "GMT", "BST",
    "CET", "CEST", "EET", "EEST", "WET", "IST", "JST", "KST", "AEST", "AEDT", "NZST", "HST",
];

/// Words after which a point divides hours and minutes in Britain: "at 9.30".
const BEFORE_TIMES: [&str; 12] =
    ["at", "At", "from", "From", "by", "By", "until", "Until", "till", "before", "after", "about"];

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
    zone(&mut reader, &mut said, cursor.dialect);
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
    let known = BEFORE_TIMES.contains(&cursor.previous_word());
    if dotted && clock.minute.is_some() && clock.half.is_none() {
        // 9.30 is a time only in Britain, and only after "at"; 9.30% and 9.305 are none.
        let number = ahead.peek().is_some_and(|c| c == '%' || c.is_alphanumeric());
        if cursor.dialect == Dialect::American || !known || number || unit_follows(ahead) {
            return None;
        }
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

/// Reads a zone after a time, and an hour that is added to it.
fn zone(reader: &mut Reader<'_>, said: &mut Said, dialect: Dialect) {
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
    let known = BEFORE_TIMES.contains(&cursor.previous_word());
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

/// Numbers that are compared: 16:9, odds of 5:1; and verses, as John 3:16 or Genesis 1:1.
pub(crate) fn ratio(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ':')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=4)?;
    reader.eat_one(&[':', '∶'])?;
    let second = reader.digits(1..=4)?;
    if !reader.ends() || reader.peek() == Some(':') {
        return None;
    }
    let words = |number| numbers::cardinal(number, cursor.dialect);
    let verse = is_book(cursor.previous_word());
    let between = if verse { " " } else { " to " };
    let mut said = format!("{}{between}{}", words(first), words(second));
    let mut ahead = reader;
    if verse
        && ahead.dash()
        && let Some(last) = ahead.digits(1..=3)
    {
        said = format!("{said} to {}", words(last));
        reader = ahead;
    }
    Some(Match::words(reader.at, &said))
}

/// The verses of a book: John 3:16, Luke 2:1-7.
pub(crate) fn verse(cursor: &Cursor<'_>) -> Option<Match> {
    is_book(cursor.previous_word()).then(|| ratio(cursor)).flatten()
}

/// The first to third book of a name: 1 Corinthians 13.
pub(crate) fn numbered_book(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(1..=1).filter(|digit| ("1"..="3").contains(digit))?;
    let len = reader.at;
    reader.space().then_some(())?;
    let book = is_book(reader.word()) && reader.space() && reader.at_digit();
    let inside = cursor.before().is_some_and(char::is_alphanumeric);
    (book && !inside).then(|| Match::words(len, &numbers::ordinal(number, cursor.dialect)))
}

/// Whether a word names a book with chapters and verses.
pub(crate) fn is_book(word: &str) -> bool {
    const BOOKS: [&str; 36] = [
        "Genesis",
        "Exodus",
        "Leviticus",
        "Deuteronomy",
        "Joshua",
        "Judges",
        "Ruth",
        "Samuel",
        "Kings",
        "Chronicles",
        "Ezra",
        "Nehemiah",
        "Esther",
        "Job",
        "Psalm",
        "Psalms",
        "Proverbs",
        "Ecclesiastes",
        "Isaiah",
        "Jeremiah",
        "Ezekiel",
        "Daniel",
        "Matthew",
        "Mark",
        "Luke",
        "John",
        "Acts",
        "Romans",
        "Corinthians",
        "Galatians",
        "Ephesians",
        "Philippians",
        "Hebrews",
        "James",
        "Peter",
        "Revelation",
    ];
    BOOKS.contains(&word)
}
