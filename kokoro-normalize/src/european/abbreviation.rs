//! Abbreviations: Sr., p. ej., EE. UU.

use crate::cursor::Match;
use crate::european::context::{self, ends_sentence};
use crate::european::grammar::{Follow, Found, Place};

/// An abbreviation of the language's table.
pub(crate) fn abbreviation(place: &Place<'_>) -> Found {
    if !context::may_begin(place) || place.before() == Some('.') {
        return None;
    }
    let rest = place.rest();
    for (written, said, follow) in place.dialect.abbreviations {
        let Some(len) = starts_with(rest, written) else { continue };
        let behind = &rest[len..];
        let stop = written.ends_with('.');
        let letter = written.ends_with(char::is_alphabetic) && !written.ends_with(['º', 'ᵒ']);
        let touches = if letter { char::is_alphanumeric } else { char::is_alphabetic };
        if behind.starts_with(touches)
            && !written.ends_with(['-', '/'])
            && *follow != Follow::Number
        {
            continue;
        }
        let last = stop
            && (*follow != Follow::Inside && ends_sentence(behind) || behind.trim().is_empty());
        if matches!(follow, Follow::Any | Follow::Inside | Follow::BehindNumeral)
            && last
            && follows(place, written, behind, *follow)
        {
            return Some(Match::words(len, &format!("{said}.")));
        }
        let named = behind.trim_start().starts_with(char::is_alphabetic);
        if *follow == Follow::Name && written.len() > 2 && last && !named && is_article(place) {
            return Some(Match::words(len, &format!("{said}.")));
        }
        if follows(place, written, behind, *follow) {
            return Some(Match::words(len, said));
        }
    }
    None
}

/// Capital letters with full stops: P.V.P., O.N.U. They are written without, so that they are read
/// as the language reads such.
pub(crate) fn dotted(place: &Place<'_>) -> Found {
    if !context::may_begin(place) || place.before() == Some('.') {
        return None;
    }
    let mut letters = String::new();
    let mut len = 0;
    let mut rest = place.rest().chars();
    while let (Some(letter), Some('.')) = (rest.next(), rest.next()) {
        if !letter.is_uppercase() || letters.len() > 16 {
            break;
        }
        letters.push(letter);
        len += letter.len_utf8() + 1;
    }
    let behind = &place.rest()[len..];
    if letters.chars().count() < 2 || behind.starts_with(char::is_alphanumeric) {
        return None;
    }
    let stop = if behind.trim().is_empty() { "." } else { "" };
    Some(Match::words(len, &format!("{letters}{stop}")))
}

/// An abbreviation without a full stop among the words of small letters: `vs`, `bd`. Such have no
/// vowel.
pub(crate) fn plain(place: &Place<'_>) -> Found {
    let head = place.rest().bytes().take(5).take_while(u8::is_ascii_lowercase);
    let mut len = 0;
    for byte in head {
        if b"aeiou".contains(&byte) {
            return None;
        }
        len += 1;
    }
    if (2..5).contains(&len) { abbreviation(place) } else { None }
}

/// Whether an article stands before, so that a title needs no name: "Vino el Dr."
fn is_article(place: &Place<'_>) -> bool {
    ["a", "al", "del", "do", "el", "la", "las", "los", "o", "un", "una"]
        .contains(&place.previous_word())
}

/// Whether what stands behind an abbreviation is what follows it.
fn follows(place: &Place<'_>, written: &str, behind: &str, follow: Follow) -> bool {
    let next = behind.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let mut letters = next.chars();
    let first = letters.next();
    match follow {
        Follow::Any | Follow::Inside => true,
        Follow::Capital => first.is_some_and(char::is_uppercase),
        Follow::Number => first.is_some_and(char::is_numeric),
        Follow::BehindNumeral => {
            let past = place.past().trim_end_matches([' ', '\u{a0}']);
            let ordinal = past.strip_suffix(['e', 'ᵉ', 'r', 'ʳ']).unwrap_or_default();
            ordinal.trim_end_matches(['e', 'ᵉ']).ends_with(['I', 'V', 'X'])
        }
        Follow::Numeral => {
            let numeral = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            !numeral.is_empty() && numeral.chars().all(|c| "IVX".contains(c))
        }
        Follow::Name if written.len() == 2 && written.ends_with('.') => {
            // "D. Quijote", but "D. H. Lawrence" and "J. D. Salinger"
            let past = place.past().trim_end_matches([' ', '.']);
            let before = &past[past.trim_end_matches(char::is_alphabetic).len()..];
            let initial = before.chars().nth(1).is_none() && before.starts_with(char::is_uppercase);
            first.is_some_and(char::is_alphabetic)
                && letters.next().is_some_and(char::is_alphabetic)
                && !initial
                && (written == "M." || !before.starts_with(char::is_uppercase))
        }
        Follow::Name => {
            let named = written.len() > 2 && behind.starts_with([',', ':']);
            named || first.is_some_and(char::is_alphabetic)
        }
    }
}

/// How many bytes of `text` are `written`, with any space for a space, or with none. It may be in
/// other letters, unless it has a capital and is short or has no full stop.
fn starts_with(text: &str, written: &str) -> Option<usize> {
    let exact =
        written.starts_with(char::is_uppercase) && (written.len() == 2 || !written.ends_with('.'));
    let mut rest = text;
    for own in written.chars() {
        let next = rest.chars().next();
        let blank = next.is_some_and(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
        if own == ' ' {
            rest = if blank { &rest[next?.len_utf8()..] } else { rest };
            continue;
        }
        let next = next?;
        if next != own && (exact || !next.to_lowercase().eq(own.to_lowercase())) {
            return None;
        }
        rest = &rest[next.len_utf8()..];
    }
    Some(text.len() - rest.len())
}
