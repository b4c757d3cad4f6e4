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
            let mut ahead = reader;
            if ahead.dash()
                && ahead.at_digit()
                && let Some(second) = Quantity::read(&mut ahead, grammar)
                && let Some(words) = unit::measure(&mut ahead, &second, grammar)
            {
                push(&mut said, grammar.to); // 10%-20%
                push(&mut said, &words);
                reader = ahead;
            }
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
        'x' if !apart => operator(place, "×"),
        _ => place.dialect.measures.by,
    };
    (!apart || reader.space()).then_some(word)
}

/// What is said for a sign of arithmetic.
fn operator(place: &Place<'_>, sign: &str) -> &'static str {
    let operators = place.dialect.operators;
    operators.iter().find(|(own, _)| *own == sign).map_or("", |(_, said)| said)
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
    let mut large = false;
    for (signs, noun) in signs.iter().zip(&grammar.measures.angle) {
        let mut ahead = reader;
        ahead.space();
        let Some(quantity) = Quantity::read(&mut ahead, grammar) else { break };
        let twice = ["''", "’’", "′′"].iter().any(|sign| signs[0] == '″' && ahead.eat(sign));
        if !twice
            && (signs[0] != '″' && ahead.rest().starts_with("''") || ahead.eat_one(signs).is_none())
        {
            continue;
        }
        large |= parts == 0 && above_thirty(&quantity);
        push(&mut said, &quantity.of(noun, grammar)?);
        reader = ahead;
        parts += 1;
    }
    let mut ahead = reader;
    ahead.space();
    let word = ahead.word();
    let compass = grammar.measures.compass.iter().find(|(own, _)| *own == word);
    let before = grammar.measures.before_degrees.contains(&place.previous_word());
    let degrees = place.rest()[..reader.at].contains(['°', 'º']);
    let large = large && !place.rest()[..reader.at].contains('º'); // 40º is an ordinal
    let signed = place.first().is_some_and(|c| !c.is_numeric());
    let known = parts > 1 || degrees && (before || large);
    if compass.is_none() && !reader.ends() {
        return None;
    }
    if let Some((_, direction)) = compass {
        push(&mut said, direction);
        reader = ahead;
    } else if !(known || degrees && signed) {
        return None;
    }
    (parts > 0).then(|| Match::words(reader.at, &said))
}

/// Whether a number is more than thirty: nobody counts so far in ordinals.
fn above_thirty(quantity: &Quantity<'_>) -> bool {
    let Quantity::Number(number) = quantity else { return false };
    number.decimals.is_some() || number.whole.parse().is_ok_and(|value: u32| value > 30)
}
