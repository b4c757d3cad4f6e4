//! Feet, inches and angles, which are written with primes or quotation marks.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers, quantity::Quantity, sign};
use crate::{Dialect, reader::Reader, said::Said};

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
    if let Some(said) = smaller(&quantity, &mut ahead, cursor) {
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

/// Reads inches behind feet, or seconds behind minutes, and says both: 5'11", 2'15".
fn smaller(first: &Quantity<'_>, reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<Said> {
    let small = Quantity::read(reader, cursor.dialect)?;
    inches(reader, cursor).then_some(())?;
    let seconds = small.number.and_then(|number| number.value()).is_some_and(|n| n >= 12);
    let minutes = if first.one { "minute" } else { "minutes" };
    Some(Said::words(&match seconds {
        true => format!("{} {minutes} {} seconds", first.words, small.words),
        false => format!("{} foot {}", first.words, small.words),
    }))
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

/// Whether a quotation is open at the end of a text. A mark behind a digit opens none.
fn is_quoted(past: &str) -> bool {
    let mut before = ' ';
    past.chars().fold(false, |open, c| {
        let digit = std::mem::replace(&mut before, c).is_ascii_digit();
        if matches!(c, '"' | '”' | '“') { !open && !digit } else { open }
    })
}

/// Reads the sign of inches. A quotation mark is one only if no quotation is open before it.
fn inches(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> bool {
    const DOUBLE: [char; 3] = ['"', '”', '“'];
    let mut ahead = *reader;
    let found = ahead.eat("''") || ahead.eat("’’") || ahead.eat("′′") || ahead.eat("″") || {
        ahead.eat_one(&DOUBLE).is_some() && !is_quoted(cursor.past())
    };
    let mut cross = ahead;
    let by = cross.eat_one(&['x', '×']).is_some() && cross.at_digit(); // 2"x4"
    let found = found && (ahead.ends() || by);
    if found {
        *reader = ahead;
    }
    found
}
