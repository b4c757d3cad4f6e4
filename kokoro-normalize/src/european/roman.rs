//! Roman numerals, where the words around them say that they are no letters.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Place};
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
    Some(Match::words(word.len(), &words))
}

/// The word before and its full stop, if it has one.
fn previous<'a>(place: &Place<'a>) -> &'a str {
    let past = place.past();
    let spaces = past.trim_end_matches([' ', '\u{a0}']);
    if spaces.len() == past.len() {
        return "";
    }
    let word = spaces.strip_suffix('.').unwrap_or(spaces);
    &spaces[word.trim_end_matches(char::is_alphabetic).len()..]
}

/// The value of a numeral in capitals that is written as it should be.
fn value(numeral: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    if numeral.is_empty() || numeral.len() > 15 {
        return None;
    }
    let mut rest = numeral;
    let mut value = 0;
    for (letters, worth) in PARTS {
        let most = if letters.len() == 1 && "MCXI".contains(letters) { 3 } else { 1 };
        for _ in 0..most {
            let Some(behind) = rest.strip_prefix(letters) else { break };
            value += worth;
            rest = behind;
        }
    }
    (rest.is_empty() && written(value, &PARTS) == numeral).then_some(value)
}

/// A value as a numeral.
fn written(mut value: u32, parts: &[(&str, u32)]) -> String {
    let mut numeral = String::new();
    for (letters, worth) in parts {
        while value >= *worth {
            numeral.push_str(letters);
            value -= worth;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_those_that_are_written_in_order() {
        for (numeral, expected) in [
            ("XXI", Some(21)),
            ("MCMLXXXIX", Some(1989)),
            ("CMXCIX", Some(999)),
            ("IIII", None),
            ("IXI", None),
            ("MIX", Some(1009)),
            ("VX", None),
            ("", None),
        ] {
            assert_eq!(value(numeral), expected, "{numeral}");
        }
    }
}
