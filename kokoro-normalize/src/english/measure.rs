//! Numbers with units of measure.

use crate::cursor::{Cursor, Match};
use crate::english::measure::unit::Named;
use crate::english::{context, quantity::Quantity, sign};
use crate::{Dialect, reader::Reader, said::Said};

pub(crate) mod kitchen;
pub(crate) mod primes;
pub(crate) mod unit;
mod units;

/// Smaller units that follow greater ones without a comma: 5 ft 11 in, 2h 30m.
const SMALLER: [(&str, &str); 10] = [
    ("stone", "pound"),
    ("foot", "inch"),
    ("yard", "foot"),
    ("hour", "minute"),
    ("minute", "second"),
    ("pound", "ounce"),
    ("day", "hour"),
    ("year", "month"),
    ("month", "day"),
    ("week", "day"),
];

/// Numbers, or a range of them, with a unit: 5kg, 40–60 °C, 9.8 m/s², 2h 30m, 3 × 4 cm.
pub(crate) fn measure(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let start = reader;
    let mut said = Said::words(sign);
    let first = Quantity::read(&mut reader, cursor.dialect)?;
    if let Some(found) = chain(&first, reader, cursor, &mut said) {
        return Some(Match { len: found.at, said });
    }
    if let Some((direction, len)) = direction(reader, cursor) {
        let said = said.then(&first.words).then("degrees").then(direction);
        return Some(Match { len, said });
    }
    let hyphen = reader.rest().starts_with('-'); // a 5-km run
    let named = unit::read(&mut reader, &first, cursor.dialect)?;
    if let Some(lesser) = smaller(&named, &mut reader, cursor.dialect) {
        let minutes = named.one == "meter"; // 30m 15s
        let (one, many) = if minutes { ("minute", "minutes") } else { (named.one, named.many) };
        said.push(&first.words);
        said.push(if first.one { one } else { many });
        said.push(&lesser);
        return Some(Match { len: reader.at, said });
    }
    debug_assert!(reader.at > start.at);
    let singular = first.one
        || hyphen
        || context::is_attribute(cursor, &reader, true)
        || named.one == "degree"
            && matches!(cursor.next_word(reader.at), "angle" | "turn" | "view");
    said.push(&first.words);
    named.say(singular, &mut said);
    Some(Match { len: reader.at, said })
}

/// Reads the direction of a latitude or longitude: "lat. 40.7 N". Returns where it ends.
fn direction(mut reader: Reader<'_>, cursor: &Cursor<'_>) -> Option<(&'static str, usize)> {
    let known = ["lat", "latitude", "long", "lon", "longitude"];
    known.iter().find(|word| word.eq_ignore_ascii_case(cursor.previous_word()))?;
    reader.space();
    let direction = match reader.eat_one(&['N', 'S', 'E', 'W'])? {
        'N' => "north",
        'S' => "south",
        'E' => "east",
        _ => "west",
    };
    reader.ends().then_some((direction, reader.at))
}

/// Reads what goes on with other numbers to one unit: "–60 °C", " × 4 cm", " ± 1 mm". Puts all into
/// words, if a unit comes at the end.
fn chain<'a>(
    first: &Quantity<'_>,
    mut reader: Reader<'a>,
    cursor: &Cursor<'_>,
    said: &mut Said,
) -> Option<Reader<'a>> {
    let mut words = Said::words(&first.words);
    let mut own = unit::read(&mut reader, first, cursor.dialect);
    let (mut last, mut count) = (None, 0);
    while count < 8
        && let Some(between) = link(&mut reader)
    {
        count += 1;
        if let Some(unit) = own.take() {
            unit.say(first.one, &mut words);
        }
        let next = Quantity::read(&mut reader, cursor.dialect)?;
        words.push(between);
        words.push(&next.words);
        own = unit::read(&mut reader, &next, cursor.dialect);
        last = Some(next);
    }
    let (unit, last) = (own?, last?);
    unit.say(last.one || context::is_attribute(cursor, &reader, true), &mut words);
    *said = said.clone().then_said(&words);
    Some(reader)
}

/// Reads what stands between two numbers with one unit, and returns it in words.
fn link(reader: &mut Reader<'_>) -> Option<&'static str> {
    let mut ahead = *reader;
    let apart = ahead.space();
    let words = match ahead.eat_one(&['-', '‐', '‑', '–', '—', '−', 'x', 'X', '×', '*', '±'])?
    {
        'x' | 'X' | '×' => "by",
        '*' => "times",
        '±' => "plus or minus",
        _ => "to",
    };
    let spaced = ahead.space();
    let fits = if words == "to" { apart == spaced } else { true };
    let number =
        ahead.at_digit() || matches!(ahead.peek(), Some('.' | '½' | '¼' | '¾' | '⅓' | '⅔'));
    (fits && number).then(|| {
        *reader = ahead;
        words
    })
}

/// Reads a number with the next smaller unit.
fn smaller(unit: &Named, reader: &mut Reader<'_>, dialect: Dialect) -> Option<String> {
    let mut ahead = *reader;
    ahead.space();
    let quantity = Quantity::read(&mut ahead, dialect)?;
    let next = unit::read_any(&mut ahead, dialect).or_else(|| {
        (unit.one == "hour" && ahead.ends() && ahead.at == reader.at + 2).then(unit::minutes)
    })?;
    let one = match (unit.one, next.one) {
        ("hour", "meter") => "minute",
        ("meter", "second") => "second",
        (greater, lesser) if SMALLER.contains(&(greater, lesser)) => lesser,
        _ => return None,
    };
    *reader = ahead;
    let many = match one {
        "inch" => "inches",
        "foot" => "feet",
        "minute" => "minutes",
        _ => next.many,
    };
    let named = Named { one, many, ..next };
    let mut words = Said::words(&quantity.words);
    named.say(quantity.one, &mut words);
    let further = smaller(&named, reader, dialect);
    Some(further.into_iter().fold(words, |words, more| words.then(&more)).text().into())
}
