//! Numbers with units of measure.

use crate::cursor::{Cursor, Match};
use crate::english::measure::unit::Named;
use crate::english::{context, numbers, quantity::Quantity, sign};
use crate::{Dialect, reader::Reader, said::Said};

mod unit;
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

/// An angle in degrees, minutes and seconds: 40°26′46″ N.
pub(crate) fn angle(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let mut said = Said::words(sign);
    let parts: [(&[char], &str); 3] =
        [(&['°', 'º'], "degree"), (&['′', '\'', '’'], "minute"), (&['″', '"', '”'], "second")];
    let mut count = 0;
    for (marks, name) in parts {
        let mut ahead = reader;
        if count > 0 {
            ahead.space();
        }
        let Some(number) = Quantity::read(&mut ahead, cursor.dialect) else { break };
        if ahead.eat_one(marks).is_none() {
            break;
        }
        said = said.then(&number.words).then(name);
        said = said.joined(if number.one { "" } else { "s" });
        reader = ahead;
        count += 1;
    }
    let mut ahead = reader;
    ahead.space();
    let directions = [('N', "north"), ('S', "south"), ('E', "east"), ('W', "west")];
    let found = directions.iter().find(|(letter, _)| ahead.eat_one(&[*letter]).is_some());
    if let Some((_, direction)) = found.filter(|_| ahead.ends()) {
        said.push(direction);
        reader = ahead;
    }
    (count > 1).then_some(Match { len: reader.at, said })
}

/// Feet and inches with signs: 5'11", 6′2″, 5' 3½"; also inches alone: 12".
pub(crate) fn feet_and_inches(cursor: &Cursor<'_>) -> Option<Match> {
    const FEET: [char; 4] = ['\'', '′', '’', '‘'];
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let quantity = Quantity::read(&mut reader, cursor.dialect)?;
    if inches(&mut reader, cursor) {
        let mut said = Said::words(sign).then(&quantity.words);
        let one = quantity.one || context::is_attribute(cursor, &reader, true);
        said.push(if one { "inch" } else { "inches" });
        while let Some(words) = by(&mut reader, cursor, &['"', '”', '″']) {
            said = said.then("by").then(&words).then("inches");
        }
        return Some(Match { len: reader.at, said });
    }
    let mark = reader.eat_one(&FEET)?;
    let mut ahead = reader;
    ahead.space();
    let small = Quantity::read(&mut ahead, cursor.dialect);
    if let Some(small) = small.filter(|_| inches(&mut ahead, cursor)) {
        let seconds = small.number.and_then(|number| number.value()).is_some_and(|n| n >= 12);
        let said = if seconds {
            let minutes = if quantity.one { "minute" } else { "minutes" };
            Said::words(&format!("{} {minutes} {} seconds", quantity.words, small.words))
        } else {
            Said::words(&format!("{} foot {}", quantity.words, small.words))
        };
        return Some(Match { len: ahead.at, said });
    }
    if let Some(words) = by(&mut reader, cursor, &FEET) {
        let said = Said::words(sign).then(&quantity.words).then("feet by").then(&words);
        return Some(Match { len: reader.at, said: said.then("feet") });
    }
    let height = small_height(&quantity, reader);
    if let Some((inches, len)) = height {
        let words = format!("{} foot {inches}", quantity.words);
        return Some(Match::words(len, &words));
    }
    let tall = |mut reader: Reader<'_>| {
        reader.space() && matches!(reader.word(), "tall" | "wide" | "long" | "high" | "deep" | "x")
    };
    (mark == '′' && reader.ends() || tall(reader)).then(|| {
        let name = if quantity.one { "foot" } else { "feet" };
        Match { len: reader.at, said: Said::words(sign).then(&quantity.words).then(name) }
    })
}

/// Reads another side, with one of the `marks`: ` x 11"`.
fn by(reader: &mut Reader<'_>, cursor: &Cursor<'_>, marks: &[char]) -> Option<String> {
    let mut ahead = *reader;
    ahead.space();
    ahead.eat_one(&['x', 'X', '×'])?;
    ahead.space();
    let words = Quantity::read(&mut ahead, cursor.dialect)?.words;
    ahead.eat_one(marks)?;
    *reader = ahead;
    Some(words)
}

/// Reads the inches of the height of a person, as in 5'11, and returns where they end.
fn small_height(feet: &Quantity<'_>, mut reader: Reader<'_>) -> Option<(String, usize)> {
    feet.number?.value().filter(|feet| (3..=8).contains(feet))?;
    let inches = reader.small(0..=11)?;
    let words = numbers::cardinal(&inches.to_string(), Dialect::American);
    reader.ends().then_some((words, reader.at))
}

/// Reads the sign of inches. A quotation mark is one only if no quotation is open before it.
fn inches(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> bool {
    const DOUBLE: [char; 3] = ['"', '”', '“'];
    let mut ahead = *reader;
    let found = ahead.eat("''") || ahead.eat("’’") || ahead.eat("′′") || ahead.eat("″") || {
        let open = || cursor.past().chars().filter(|c| DOUBLE.contains(c)).count() % 2 == 1;
        ahead.eat_one(&DOUBLE).is_some() && !open()
    };
    let found = found && ahead.ends();
    if found {
        *reader = ahead;
    }
    found
}
