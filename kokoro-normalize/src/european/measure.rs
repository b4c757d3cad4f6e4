//! Quantities with a unit: 5 km, 10-20 °C, 3 × 4 m, 40° 25′ N.

use crate::cursor::Match;
use crate::european::context::{self, push};
use crate::european::grammar::{Found, Place};
use crate::european::quantity::Quantity;
use crate::european::unit;
use crate::reader::Reader;

/// A quantity and a unit, perhaps with a second quantity before the unit.
pub(crate) fn measure(place: &Place<'_>) -> Found {
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let mut said = match place.first()? {
        c if c.is_numeric() => String::new(),
        _ => context::sign(place, &mut reader)?.to_string(),
    };
    if !context::may_begin(place) {
        return None;
    }
    for _ in 0..3 {
        let quantity = Quantity::read(&mut reader, grammar)?;
        if let Some(words) = unit::measure(&mut reader, &quantity, grammar) {
            push(&mut said, &words);
            return Some(Match::words(reader.at, &said));
        }
        if let Some(words) = unit::per(&mut reader, grammar) {
            push(&mut said, &quantity.words(grammar, super::form::Form::Alone)?);
            push(&mut said, &words);
            return Some(Match::words(reader.at, &said));
        }
        push(&mut said, &quantity.words(grammar, super::form::Form::Masculine)?);
        push(&mut said, between(&mut reader, place)?);
    }
    None
}

/// Reads what stands between two quantities of one unit.
fn between(reader: &mut Reader<'_>, place: &Place<'_>) -> Option<&'static str> {
    let apart = reader.space();
    let word = match reader.eat_one(&['-', '–', '—', '×', 'x', 'X'])? {
        '-' | '–' | '—' => place.dialect.to,
        _ => place.dialect.measures.by,
    };
    (!apart || reader.space()).then_some(word)
}

/// Degrees, minutes and seconds of an angle, or degrees alone where the words around say so.
pub(crate) fn angle(place: &Place<'_>) -> Found {
    let grammar = place.dialect;
    if !context::may_begin(place) {
        return None;
    }
    let mut reader = Reader::new(place.rest());
    let mut said = context::sign(place, &mut reader)?.to_string();
    let signs = [&['°', 'º'][..], &['′', '\'', '’'], &['″', '"', '”']];
    let mut parts = 0;
    for (signs, noun) in signs.iter().zip(&grammar.measures.angle) {
        let mut ahead = reader;
        ahead.space();
        let Some(quantity) = Quantity::read(&mut ahead, grammar) else { break };
        if ahead.eat_one(signs).is_none() || ahead.peek().is_some_and(char::is_alphanumeric) {
            break;
        }
        push(&mut said, &quantity.of(noun, grammar)?);
        reader = ahead;
        parts += 1;
    }
    let mut ahead = reader;
    ahead.space();
    let word = ahead.word();
    let compass = grammar.measures.compass.iter().find(|(own, _)| *own == word);
    let before = grammar.measures.before_degrees.contains(&place.previous_word());
    let known = parts > 1 || before || place.first().is_some_and(|c| !c.is_numeric());
    if let Some((_, direction)) = compass {
        push(&mut said, direction);
        reader = ahead;
    } else if !known {
        return None;
    }
    (parts > 0).then(|| Match::words(reader.at, &said))
}
