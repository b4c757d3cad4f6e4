//! Digits with an ending: 1.º, 2.ª, 3ème.

use crate::cursor::Match;
use crate::european::context;
use crate::european::form::Ending;
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
        if ahead.eat(ending) && (ahead.ends() || is_door(&ahead)) {
            let mut words = (grammar.ordinal)(&number.whole, *form)?;
            if ["os", "as", "ºs", "ªs"].iter().any(|plural| ending.ends_with(plural)) {
                words =
                    words.split(' ').map(|word| format!("{word}s")).collect::<Vec<_>>().join(" ");
            } else if ending.ends_with(['s', 'ˢ']) && !words.ends_with('s') {
                words.push('s'); // "les 2es"
            }
            let inside = ahead.rest().strip_prefix(". ").and_then(|rest| rest.chars().next());
            let noun = *form == Ending::Short || inside.is_some_and(char::is_lowercase);
            if ending.is_ascii() && inside.is_some() && noun {
                ahead.eat("."); // "1er. piso"
            }
            return Some(Match::words(ahead.at, &words));
        }
    }
    None
}

/// Whether one capital letter follows the sign of an ordinal: 3ºB.
fn is_door(reader: &Reader<'_>) -> bool {
    let mut next = reader.rest().chars();
    matches!(reader.before(), Some('º' | 'ª' | '°'))
        && next.next().is_some_and(char::is_uppercase)
        && !next.next().is_some_and(char::is_alphanumeric)
}
