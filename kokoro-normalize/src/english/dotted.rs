//! Letters with full stops: "U.S.A.", "F.B.I.", "Ph.D.", "e.g."

use crate::cursor::{Cursor, Match};
use crate::english::neighbours::{self, Next};
use crate::said::Said;

/// What is read as words, in small letters without the full stops.
const WORDS: [(&str, &str); 8] = [
    ("eg", "for example"),
    ("ie", "that is"),
    ("qv", "which see"),
    ("nb", "note well"),
    ("ok", "OK"),
    ("opcit", "op cit"),
    ("loccit", "loc cit"),
    ("vs", "versus"),
];

/// Letters that are said as a word, though they have full stops.
#[rustfmt::skip]
const ACRONYMS: [&str; 26] = [
    "AIDS", "ASAP", "AWOL", "CERN", "FEMA", "FIFA", "LASER", "MASH", "NAFTA", "NASA", "NASCAR",
    "NASDAQ", "NATO", "NOAA", "OPEC", "OSHA", "RADAR", "SARS", "SCUBA", "SHIELD", "SWAT", "UEFA",
    "UNCLE", "UNESCO", "UNICEF", "WASP",
];

/// Degrees and other letters of which some are several: without the full stops.
#[rustfmt::skip]
const DEGREES: [&str; 16] = [
    "BCh", "BEd", "BSc", "DLitt", "DPhil", "EdD", "EdM", "LLB", "LLD", "LLM", "MEd", "MPhil",
    "MSc", "PhD", "PsyD", "ThD",
];

/// "U.S." in letters; its last full stop stays where it ends the sentence.
pub(crate) fn dotted(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) || cursor.before() == Some('/') {
        return None;
    }
    let (bare, len) = scan(rest);
    let stop = rest[..len].ends_with('.');
    let plural = bare
        .strip_suffix('s')
        .filter(|bare| bare.len() > 1 && !stop && (is_capitals(bare) || DEGREES.contains(bare)));
    if plural.is_some() && !rest[len..].starts_with(char::is_alphanumeric) {
        return Some(Match::words(len, &bare));
    }
    let after = &rest[len..];
    if bare.is_empty() || after.starts_with(|c: char| c.is_alphanumeric() || c == '@' || c == '_') {
        return None;
    }
    let lower = bare.to_ascii_lowercase();
    let word = WORDS.iter().find(|row| row.0 == lower && (stop || row.0.len() == 2));
    let degree = DEGREES.contains(&bare.as_str());
    let singles = 2 * bare.len() == len + usize::from(!stop);
    let capitals = is_capitals(&bare);
    if !(degree || singles && (stop || capitals || word.is_some())) {
        return None;
    }
    let said = match word {
        Some(row) => Said::words(row.1),
        None if ACRONYMS.contains(&bare.as_str()) => Said::words(&bare),
        None => letters_and_words(&bare, &rest[..len]),
    };
    let after = if stop { after } else { after.strip_prefix('.').unwrap_or(after) };
    let next = Next::of(after);
    let ends = match next {
        Next::End => stop && cursor.sees_end(),
        Next::Capital(name) if matches!(lower.as_str(), "am" | "pm") => !is_zone(name),
        _ if word.is_some() => false,
        _ if after.starts_with("..") => false,
        next => next.is_likely_sentence(),
    };
    Some(Match { len: len - usize::from(stop && ends), said })
}

/// The letters of "Ph.D.", given without and with the full stops. Four letters or more between full
/// stops, as in "D.Phil.", are a word.
fn letters_and_words(bare: &str, dotted: &str) -> Said {
    if dotted.split('.').all(|part| part.len() < 4) {
        return Said::letters(bare);
    }
    dotted.split('.').fold(Said::default(), |said, part| match part.len() {
        0..4 => said.then_letters(part),
        _ => said.then(part),
    })
}

fn is_capitals(word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_lowercase())
}

/// Whether a word may follow "a.m." within the sentence: a zone, a day or a month.
fn is_zone(word: &str) -> bool {
    word.len() <= 4 && !word.contains(|c: char| c.is_ascii_lowercase())
        || word.ends_with("day")
        || matches!(word, "Eastern" | "Pacific" | "Central" | "Mountain" | "Greenwich")
}

/// The letters of `text` up to what is no letter and no full stop, and how many bytes they take. A
/// full stop stands between all of them or, as in "Ph.D.", most.
fn scan(text: &str) -> (String, usize) {
    let (mut bare, mut len, mut run, mut stops) = (String::new(), 0, 0, 0);
    for (at, byte) in text.bytes().enumerate().take(24) {
        match byte {
            b'.' if run > 0 => (run, stops, len) = (0, stops + 1, at + 1),
            byte if byte.is_ascii_alphabetic() && run < 4 => {
                bare.push(byte.into());
                (run, len) = (run + 1, at + 1);
            }
            _ => break,
        }
    }
    let letters = bare.len() >= 2 && stops > 0 && (stops > 1 || run > 0);
    if letters { (bare, len) } else { (String::new(), 0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::{letters, said};

    #[test]
    fn letters_with_full_stops() {
        for (text, expected) in [
            ("He left the U.S.A. My brother stayed.", "He left the U S A. My brother stayed."),
            ("The U.S. Senate met in Washington, D.C.", "The U S Senate met in Washington, D C."),
            ("Her Ph.D. took years, her B.Sc. less.", "Her P H D took years, her B S C less."),
            ("a D.Phil. and two Ph.D.s", "a D Phil and two PhDs"),
            ("At the F.B.I., N.A.S.A. is known.", "At the F B I, NASA is known."),
            (
                "Some pets, e.g. cats, i.e., felines.",
                "Some pets, for example cats, that is, felines.",
            ),
            ("a U.S.-based firm of M.D.s", "a U S-based firm of MDs"),
            ("We woke in the a.m. The dog slept.", "We woke in the A M. The dog slept."),
        ] {
            assert_eq!(said(dotted, text), expected);
        }
        assert_eq!(letters(dotted, "the U.K. is"), ["U K"]);
    }
}
