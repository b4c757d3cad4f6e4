//! Abbreviations: Sr., p. ej., EE. UU.

use crate::cursor::Match;
use crate::european::context;
use crate::european::date::ends_sentence;
use crate::european::grammar::{Follow, Found, Place};

/// An abbreviation of the language's table.
pub(crate) fn abbreviation(place: &Place<'_>) -> Found {
    let rest = place.rest();
    let head = rest.get(..rest.len().min(24)).unwrap_or(rest);
    if !head.contains(['.', 'ʳ', 'ᵐ', 'ᵉ', 'ˡ', 'º', 'ª', 'ᵒ', '/', 'ˢ'])
        || !context::may_begin(place)
    {
        return None;
    }
    for (written, said, follow) in place.dialect.abbreviations {
        let Some(len) = starts_with(rest, written) else { continue };
        let behind = &rest[len..];
        let next = behind.trim_start_matches([' ', '\u{a0}']).chars().next();
        let stop = written.ends_with('.');
        if !stop && behind.starts_with(char::is_alphanumeric) {
            continue;
        }
        let fits = match follow {
            Follow::Any => true,
            Follow::Name => next.is_some_and(|c| c.is_alphabetic() || c == '.'),
            Follow::Number => next.is_some_and(char::is_numeric),
        };
        let last = stop && (ends_sentence(behind) || new_sentence(behind));
        if *follow == Follow::Any && last {
            return Some(Match::words(len, &format!("{said}.")));
        }
        if fits || *follow == Follow::Name && stop && ends_sentence(behind) && written.len() < 5 {
            return Some(Match::words(len, said));
        }
    }
    None
}

/// Whether a new sentence begins: a capital letter behind a space.
fn new_sentence(behind: &str) -> bool {
    let next = behind.trim_start_matches([' ', '\u{a0}', '¿', '¡', '«', '"']);
    next.len() < behind.len() && next.starts_with(char::is_uppercase)
}

/// How many bytes of `text` are `written`, in capitals or not, with any space for a space, or with
/// none.
fn starts_with(text: &str, written: &str) -> Option<usize> {
    let mut rest = text;
    for own in written.chars() {
        let next = rest.chars().next();
        let blank = next.is_some_and(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
        if own == ' ' {
            rest = if blank { &rest[next?.len_utf8()..] } else { rest };
            continue;
        }
        let next = next?;
        if next != own && !next.to_lowercase().eq(own.to_lowercase()) {
            return None;
        }
        rest = &rest[next.len_utf8()..];
    }
    Some(text.len() - rest.len())
}
