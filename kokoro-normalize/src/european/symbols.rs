//! Signs that are said, and some that are not.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Place};
use crate::european::unit;
use crate::reader::Reader;

/// A sign of the language's table.
pub(crate) fn symbol(place: &Place<'_>) -> Found {
    let (sign, said) =
        place.dialect.symbols.iter().find(|(sign, _)| place.rest().starts_with(sign))?;
    let digit = place.rest()[sign.len()..].starts_with(|c: char| c.is_ascii_digit());
    if *sign == "~" && !digit {
        return None;
    }
    Some(Match::words(sign.len(), said))
}

/// The number sign, or №, before digits.
pub(crate) fn number_sign(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    reader.eat_one(&['#', '№'])?;
    let len = reader.at;
    reader.space();
    reader.at_digit().then(|| Match::words(len, place.dialect.number))
}

/// A hyphen between letters and digits, which is silent: COVID-19.
pub(crate) fn joint(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    let before = place.before()?;
    reader.dash().then_some(())?;
    let after = reader.peek()?;
    let digit = before.is_ascii_digit() || after.is_ascii_digit();
    let inside = before.is_alphanumeric() && after.is_alphanumeric();
    (digit && inside).then(|| Match::words(reader.at, ""))
}

/// The symbol of the kilometre before a number: "km 25".
pub(crate) fn kilometre(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    let found = reader.eat("km") || reader.eat("Km");
    let len = reader.at;
    if !found || !reader.space() || !reader.at_digit() || !context::may_begin(place) {
        return None;
    }
    let (_, noun) = place.dialect.measures.units.iter().find(|(own, _)| *own == "km")?;
    Some(Match::words(len, noun.one))
}

/// A full stop between a capital letter and a digit: B.2.
pub(crate) fn point(place: &Place<'_>) -> Found {
    let behind = place.rest().strip_prefix('.')?;
    let mut past = place.past().chars().rev();
    let capital = past.next().is_some_and(char::is_uppercase);
    let alone = !past.next().is_some_and(char::is_alphanumeric);
    let digit = behind.starts_with(|c: char| c.is_ascii_digit());
    (capital && alone && digit).then(|| Match::words(1, place.dialect.point))
}

/// The number of a footnote behind a word: `[12]` and ², which are silent.
pub(crate) fn footnote(place: &Place<'_>) -> Found {
    let before = place.before().filter(|c| !c.is_whitespace() && *c != '[')?;
    let rest = place.rest();
    if let Some(digits) = rest.strip_prefix('[') {
        let len = digits.bytes().take_while(u8::is_ascii_digit).count();
        let closed = (1..4).contains(&len) && digits[len..].starts_with(']');
        return closed.then(|| Match::words(len + 2, ""));
    }
    let high = |c: char| matches!(c, '¹' | '²' | '³' | '⁴'..='⁹' | '⁰');
    let len = rest.find(|c| !high(c)).unwrap_or(rest.len());
    let past = place.past();
    let word = past.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count();
    (len > 0 && (word > 2 || matches!(before, '.' | ',' | '»' | '”')))
        .then(|| Match::words(len, ""))
}

/// Pictures and what joins them, which are silent.
pub(crate) fn picture(place: &Place<'_>) -> Found {
    let picture = |c: char| {
        matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}')
            || matches!(c, '\u{20e3}' | '\u{2b50}' | '\u{2b55}' | '\u{231a}'..='\u{23ff}')
    };
    let rest = place.rest();
    let len = rest.find(|c| !picture(c)).unwrap_or(rest.len());
    (len > 0).then(|| Match::words(len, ""))
}

/// A slash or a colon between digits: 39/2015, 16:9.
pub(crate) fn slash(place: &Place<'_>) -> Found {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut reader = Reader::new(place.rest());
    let sign = reader.eat_one(&['/', ':'])?;
    if !digit(place.before()) || !digit(reader.peek()) {
        return None;
    }
    Some(Match::words(reader.at, if sign == '/' { place.dialect.slash } else { place.dialect.to }))
}

/// A unit behind a slash that stands without a number: "euros/kg".
pub(crate) fn per(place: &Place<'_>) -> Found {
    place.before().filter(|c| c.is_alphabetic() || *c == '.')?;
    let mut reader = Reader::new(place.rest());
    let words = unit::per(&mut reader, place.dialect)?;
    if reader.at < 3 {
        return None; // "línea/s"
    }
    Some(Match::words(reader.at, &words))
}
