//! The first letter of a sentence, whose capital tells that a sentence begins.

use crate::cursor::Match;
use crate::european::grammar::{Grammar, Place};
use crate::european::quantity::same;
use crate::said::Said;

/// Words that are shortened with a full stop and stand before a number, but are in no table.
const SHORT: [&str; 12] =
    ["apdo", "apto", "bât", "cod", "dpto", "depto", "edif", "esc", "ext", "lib", "réf", "vol"];

/// What was found at a place, with a capital if a sentence begins there: in "Fin. 45 %" the number
/// is said as "Quarante-cinq".
pub(crate) fn with_capital(place: &Place<'_>, found: Match) -> Match {
    let small = found.said.text().chars().next().filter(|c| c.is_lowercase());
    match small {
        Some(small) if found.said.letter_ranges().is_empty() && begins(place) => {
            let rest = &found.said.text()[small.len_utf8()..];
            let words = small.to_uppercase().chain(rest.chars()).collect::<String>();
            Match { len: found.len, said: Said::words(&words) }
        }
        _ => found,
    }
}

/// Whether a sentence begins at a place behind another one.
fn begins(place: &Place<'_>) -> bool {
    let past = place.past();
    let spaces = past.trim_end_matches([' ', '\u{a0}', '\u{202f}', '«', '“', '"', '¿', '¡']);
    if spaces.len() == past.len() {
        return false;
    }
    let before = spaces.trim_end_matches([')', '"', '”', '»']);
    let mut chars = place.rest().chars();
    let first = chars.next();
    let capital = first.is_some_and(char::is_uppercase);
    let signed = first.is_some_and(|c| matches!(c, '-' | '−' | '+' | '€' | '$' | '£'));
    let number = |c: Option<char>| c.is_some_and(char::is_numeric);
    let begins_word = capital || number(first) || signed && number(chars.next());
    if !begins_word {
        return false;
    }
    if before.ends_with(['!', '?']) || capital && before.ends_with('…') {
        return true;
    }
    let Some(text) = before.strip_suffix('.') else { return false };
    let word = &text[text.trim_end_matches(char::is_alphanumeric).len()..];
    let whole = if capital { word.len() > 1 } else { is_long(word) };
    whole && !text.ends_with('.') && !is_abbreviation(word, place.dialect)
}

/// Whether a word or a number is too long for an abbreviation that is in no table.
fn is_long(word: &str) -> bool {
    let vowel = |c: char| "aeiouáàâãéèêíóôõú0123456789".contains(c);
    word.chars().nth(2).is_some() && word.to_lowercase().contains(vowel)
}

/// Whether a word with a full stop is an abbreviation: of the language's table, of the calendar or
/// a unit.
fn is_abbreviation(word: &str, grammar: &Grammar) -> bool {
    let last = |written: &'static str| {
        let written = written.strip_suffix('.').unwrap_or(written);
        written.rsplit([' ', '.']).next().unwrap_or(written)
    };
    let Grammar { abbreviations, calendar, measures, .. } = grammar;
    let names = calendar.months.iter().chain(&calendar.weekdays);
    SHORT.iter().any(|own| same(own, word))
        || abbreviations.iter().any(|(own, ..)| own.ends_with('.') && same(last(own), word))
        || names.flat_map(|names| &names[1..]).any(|own| same(own, word))
        || measures.units.iter().any(|(own, _)| *own == word)
}
