//! Whole numbers and decimals that nothing else claims.

use crate::cursor::Match;
use crate::european::context::{self, push};
use crate::european::grammar::{Found, Place};
use crate::european::number::Number;
use crate::european::quantity::Quantity;
use crate::reader::Reader;

/// A number with its sign: -1.234,5; 3,2 millones.
pub(crate) fn number(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    let mut words = context::sign(place, &mut reader)?.to_string();
    let grammar = place.dialect;
    let mut ahead = reader;
    let number = match Quantity::read(&mut ahead, grammar) {
        Some(quantity @ Quantity::Scaled(..)) => {
            push(&mut words, &quantity.words(grammar, context::form(place, "2", &ahead))?);
            return Some(Match::words(ahead.at, &words));
        }
        _ => Number::read(&mut reader)?,
    };
    let form = context::form(place, &number.whole, &reader);
    push(&mut words, &number.words(grammar, form));
    Some(Match::words(reader.at, &words))
}

/// A fraction: 3/4, -2 1/3, ½.
pub(crate) fn fraction(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let mut reader = Reader::new(place.rest());
    let mut words = match place.first()? {
        '0'..='9' => String::new(),
        c if c.is_numeric() => String::new(),
        _ => context::sign(place, &mut reader)?.to_string(),
    };
    let quantity = Quantity::read(&mut reader, place.dialect)?;
    let Quantity::Fraction(fraction) = quantity else { return None };
    push(&mut words, &(place.dialect.fraction)(&fraction, None)?);
    Some(Match::words(reader.at, &words))
}

/// What is left: the number in one character, such as ², ① or ٣.
pub(crate) fn other(place: &Place<'_>) -> Found {
    let first = place.first()?;
    let value = value(first)?;
    let words = (place.dialect.cardinal)(&value.to_string(), crate::european::form::Form::Alone);
    Some(Match::words(first.len_utf8(), &words))
}

/// The value of a number in one character that is no ASCII digit.
fn value(c: char) -> Option<u32> {
    const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let at = |text: &str| text.chars().position(|own| own == c).map(|at| at as u32);
    match c {
        '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
        '₀'..='₉' => Some(c as u32 - '₀' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '०'..='९' => Some(c as u32 - '०' as u32),
        _ => at(SUPERSCRIPTS),
    }
}
