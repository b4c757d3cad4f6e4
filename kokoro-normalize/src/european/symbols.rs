//! Signs that are said, and some that are not.

use crate::cursor::Match;
use crate::european::grammar::{Found, Place};
use crate::european::unit;
use crate::reader::Reader;

/// A sign of the language's table.
pub(crate) fn symbol(place: &Place<'_>) -> Found {
    let (sign, said) =
        place.dialect.symbols.iter().find(|(sign, _)| place.rest().starts_with(sign))?;
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
    Some(Match::words(reader.at, &words))
}
