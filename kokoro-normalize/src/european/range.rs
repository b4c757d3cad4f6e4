//! Ranges, scores and dimensions: 10-20, 1999–2005, 3-0.

use crate::cursor::Match;
use crate::european::context::{self, push};
use crate::european::form::Form;
use crate::european::grammar::{Found, Place};
use crate::european::number::Number;
use crate::reader::Reader;

/// Two numbers with a dash between them, or a cross.
pub(crate) fn range(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let first = Number::read(&mut reader)?;
    let apart = reader.space();
    let word = match reader.eat_one(&['-', '–', '—', '‑', 'x'])? {
        'x' => grammar.operators.iter().find(|(own, _)| *own == "×").map_or("", |(_, own)| own),
        '—' | '–' | '-' | '‑' if !apart => grammar.to,
        '–' => grammar.to,
        _ => return None,
    };
    if apart && !reader.space() {
        return None;
    }
    let second = Number::read(&mut reader)?;
    let goes_on = reader.rest().strip_prefix(['-', '–', '/']);
    if goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric())) {
        return None;
    }
    // 2016-1088 is the number of a law, 3-1 a score
    let value = |number: &Number<'_>| number.whole.parse::<u64>().unwrap_or(u64::MAX);
    let falls = value(&second) <= value(&first) && value(&first) > 999 && second.whole.len() > 2;
    let falls = falls && word == grammar.to;
    if first.whole == "0" && word != grammar.to {
        return None; // 0x13
    }
    let word = if falls { "" } else { word };
    let mut next = context::next_word(&reader).chars();
    let name =
        next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    let form = match name {
        true => Form::Alone, // "Madrid 2-1 Barcelona"
        false => context::form(place, &second.whole, &reader),
    };
    let mut said = first.words(grammar, form);
    push(&mut said, word);
    push(&mut said, &second.words(grammar, form));
    Some(Match::words(reader.at, &said))
}
