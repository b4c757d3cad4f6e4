//! Apostrophes for accents: "perche'" and "E'", as keyboards without accents write them.

use crate::cursor::Match;
use crate::european::grammar::{Found, Place};

/// Words, without their last vowel, that have an accent on it. An e with an acute accent is `é`.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("anzich", "é"), ("bench", "é"), ("caff", "è"), ("cio", "è"), ("citt", "à"), ("cos", "ì"),
    ("d", "ì"), ("domenic", "à"), ("finch", "é"), ("gi", "à"), ("gi", "ù"), ("giovent", "ù"),
    ("gioved", "ì"), ("luned", "ì"), ("laggi", "ù"), ("lass", "ù"), ("marted", "ì"),
    ("mercoled", "ì"), ("n", "é"), ("nonch", "é"), ("perch", "é"), ("perci", "ò"), ("per", "ò"),
    ("pi", "ù"), ("pu", "ò"), ("ragionier", "è"), ("s", "ì"), ("s", "é"), ("sicch", "é"),
    ("t", "è"), ("trib", "ù"), ("venerd", "ì"), ("virt", "ù"), ("c", "è"), ("ci", "ò"),
];

/// Endings of nouns and of verbs in the future that have an accent on their last vowel.
const ENDINGS: &[(&str, &str)] = &[
    ("ont", "à"),
    ("it", "à"),
    ("ert", "à"),
    ("ett", "à"),
    ("rt", "à"),
    ("er", "à"),
    ("ir", "à"),
    ("ar", "à"),
    ("er", "ò"),
    ("ir", "ò"),
    ("ar", "ò"),
];

/// A word with an apostrophe for its accent.
pub(crate) fn accent(place: &Place<'_>) -> Found {
    if place.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '‘')) {
        return None;
    }
    if is_quoted(place.past()) {
        return None;
    }
    let rest = place.rest();
    let end = rest.find(|c: char| !c.is_alphabetic())?;
    let (word, behind) = rest.split_at(end);
    let after = behind.strip_prefix(['\'', '’'])?;
    if after.starts_with(char::is_alphanumeric) || word.len() > 30 {
        return None;
    }
    let (stem, vowel) = word.split_at(word.char_indices().next_back()?.0);
    let small = stem.to_lowercase();
    let own = |accented: &str| plain(accented) == vowel.to_lowercase();
    let listed = WORDS.iter().find(|(stem, accented)| *stem == small && own(accented));
    let ending = ENDINGS
        .iter()
        .find(|(end, accented)| small.len() > end.len() && small.ends_with(end) && own(accented));
    let accented = match (listed.or(ending), word) {
        (Some((_, accented)), _) => accented,
        (None, "e" | "E") => "è",
        _ => return None,
    };
    let len = word.len() + behind.len() - after.len();
    let capitals = vowel.chars().all(char::is_uppercase);
    let accented = if capitals { accented.to_uppercase() } else { accented.to_string() };
    Some(Match::words(len, &format!("{stem}{accented}")))
}

/// Whether an apostrophe before opens a quotation: it stands where no letter is before it.
fn is_quoted(past: &str) -> bool {
    let mut before = ' ';
    past.chars().any(|c| {
        let opens = matches!(c, '\'' | '‘') && !before.is_alphanumeric();
        before = c;
        opens
    })
}

/// A vowel without its accent.
fn plain(accented: &str) -> &'static str {
    match accented {
        "à" => "a",
        "è" | "é" => "e",
        "ì" => "i",
        "ò" => "o",
        _ => "u",
    }
}
