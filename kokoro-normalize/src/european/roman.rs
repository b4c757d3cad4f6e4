//! Roman numerals, where the words around them say that they are no letters.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Place};
use crate::european::numeral::value;
use crate::reader::Reader;

/// A numeral: siglo XXI, Luis XIV, XIXe siècle.
pub(crate) fn roman(place: &Place<'_>) -> Found {
    let rest = place.rest();
    if !rest.starts_with(['I', 'V', 'X', 'L', 'C', 'D', 'M', 'i', 'v', 'x', 'l', 'c', 'd', 'm']) {
        return None;
    }
    let free = place.before().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '_' | '@'));
    if !free {
        return None;
    }
    let letters = |c: char| !matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M');
    let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let grammar = place.dialect;
    let capitals = &rest[..rest.find(letters).unwrap_or(rest.len())];
    if let Some(value) = value(capitals) {
        for (ending, form) in grammar.numeral_endings {
            let behind = rest[capitals.len()..].strip_prefix(ending);
            let first = ["er", "ère", "re", "ᵉʳ", "ʳᵉ"].iter().any(|own| ending.starts_with(own));
            let word = matches!(capitals, "L" | "C" | "D" | "M") || first && value != 1;
            if word {
                continue;
            }
            if behind.is_some_and(|s| !s.starts_with(char::is_alphanumeric)) {
                let words = (grammar.ordinal)(&value.to_string(), *form)?;
                return Some(Match::words(capitals.len() + ending.len(), &words));
            }
        }
    }
    let upper = word.to_ascii_uppercase();
    let value = value(&upper)?;
    if upper != word && word.chars().any(char::is_uppercase) {
        return None;
    }
    if word.len() == 1 && !word.starts_with(['I', 'V', 'X']) {
        return None;
    }
    let mut behind = Reader::new(rest);
    behind.at = word.len();
    let next = context::next_word(&behind);
    let words = (grammar.roman)(previous(place), value, word, next)?;
    if let Some((len, last, numeral)) = last_of_range(&rest[word.len()..])
        && let Some(last) = (grammar.roman)(previous(place), last, numeral, "")
    {
        let said = format!("{words} {} {last}", grammar.to);
        return Some(Match::words(word.len() + len, &said));
    }
    Some(Match::words(word.len(), &words))
}

/// A dash and a second numeral of two letters or more: XV-XVI. Returns the length, the value and
/// the numeral.
fn last_of_range(rest: &str) -> Option<(usize, u32, &str)> {
    let mut reader = Reader::new(rest);
    reader.dash().then_some(())?;
    let numeral = reader.word();
    let value = value(numeral).filter(|_| numeral.len() > 1 && reader.ends())?;
    Some((reader.at, value, numeral))
}

/// The word before and its full stop, if it has one.
fn previous<'a>(place: &Place<'a>) -> &'a str {
    let past = place.past();
    let spaces = past.trim_end_matches([' ', '\u{a0}']);
    if spaces.len() == past.len() {
        return "";
    }
    let word = spaces.strip_suffix('.').unwrap_or(spaces);
    let Some(list) = word.strip_suffix(',') else {
        return &spaces[word.trim_end_matches(char::is_alphabetic).len()..];
    };
    head_of_list(list)
}

/// The word before a list of numerals: "siglos" in "siglos XV, XVI". Empty if it is no such list.
fn head_of_list(list: &str) -> &str {
    let mut rest = list;
    for numerals in 0..6 {
        let word = &rest[rest.trim_end_matches(char::is_alphabetic).len()..];
        if value(word).is_none() {
            return if numerals > 0 { word } else { "" };
        }
        let before = rest[..rest.len() - word.len()].trim_end_matches(' ');
        rest = before.strip_suffix(',').unwrap_or(before);
    }
    ""
}
