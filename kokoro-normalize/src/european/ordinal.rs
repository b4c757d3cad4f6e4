//! Digits with an ending: 1.º, 2.ª, 3ème.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Place};
use crate::european::number::Number;
use crate::reader::Reader;

/// An ordinal.
pub(crate) fn ordinal(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let mut reader = Reader::new(place.rest());
    let number = Number::read(&mut reader).filter(|number| number.decimals.is_none())?;
    let grammar = place.dialect;
    for (ending, form) in grammar.ordinal_endings {
        let mut ahead = reader;
        if ahead.eat(ending) && ahead.ends() {
            let words = (grammar.ordinal)(&number.whole, *form)?;
            return Some(Match::words(ahead.at, &words));
        }
    }
    None
}
