//! What stands around a number.

use crate::european::form::Form;
use crate::european::grammar::Place;
use crate::european::quantity::same;
use crate::reader::Reader;

/// Whether a number or a word may begin here: it is no part of another.
pub(crate) fn may_begin(place: &Place<'_>) -> bool {
    let mut before = place.past().chars().rev();
    match before.next() {
        None => true,
        Some('.' | ',' | '/' | ':') => !before.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric() && !matches!(c, '_' | '@' | '#' | '\\' | '&'),
    }
}

/// Reads a sign before a number and returns what is said for it. `None` if a hyphen or a plus
/// belongs to what stands before.
pub(crate) fn sign(place: &Place<'_>, reader: &mut Reader<'_>) -> Option<&'static str> {
    let free = place.before().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ')' | '_'));
    let grammar = place.dialect;
    if reader.at_digit() {
        return Some("");
    }
    let word = match reader.eat_one(&['-', '−', '–', '+', '±'])? {
        '+' => grammar.plus,
        '±' => {
            reader.space();
            return Some(grammar.symbols.iter().find(|(sign, _)| *sign == "±")?.1);
        }
        _ => grammar.minus,
    };
    free.then_some(word)
}

/// The letters behind a space of any kind, as in "21 páginas".
pub(crate) fn next_word<'a>(reader: &Reader<'a>) -> &'a str {
    let mut ahead = *reader;
    ahead.space();
    ahead.word()
}

/// How the number `digits` stands to the word behind it.
pub(crate) fn form(place: &Place<'_>, digits: &str, reader: &Reader<'_>) -> Form {
    let next = next_word(reader);
    let form = if next.is_empty() { Form::Alone } else { (place.dialect.agree)(digits, next) };
    let hour = form == Form::Alone
        && place.dialect.clock.before.iter().any(|own| same(own, place.previous_word()));
    if hour { Form::Feminine } else { form }
}

/// Whether a sentence ends before `rest`, so that the full stop of an abbreviation is its own: the
/// text ends, or a capital letter follows that begins no numeral. Of a text in capitals one cannot
/// tell; such are headlines, which have no full stops.
pub(crate) fn ends_sentence(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['"', '»', '”']);
    if rest.is_empty() || rest.starts_with('\n') {
        return true;
    }
    let next = rest.trim_start_matches([' ', '\u{a0}', '¿', '¡', '«', '"', '“', '—']);
    let word = &next[..next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len())];
    let numeral = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'));
    let mut ahead = next.chars().take(24).filter(|c| c.is_alphabetic());
    let headline = ahead.clone().count() > 4 && ahead.all(char::is_uppercase);
    next.is_empty()
        || !headline && next.len() < rest.len() && next.starts_with(char::is_uppercase) && !numeral
}

/// Appends `word` to `said`, after a space if both are not empty.
pub(crate) fn push(said: &mut String, word: &str) {
    if !said.is_empty() && !word.is_empty() {
        said.push(' ');
    }
    said.push_str(word);
}
