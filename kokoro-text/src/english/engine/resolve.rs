//! Joins the pieces of a group into one word: spaces between its parts, and one main stress.

use super::chars::is_letter;
use super::piece::Piece;
use super::sounds::{VOWELS, is_pause, weight};
use super::vocabulary::Said;
use crate::stress::{PRIMARY, stress};
use crate::word::Origin;

/// Whether a character inside a word is not said.
pub(super) fn is_junk(c: char) -> bool {
    matches!(c, '\'' | ',' | '-' | '.' | '_' | '‘' | '’' | '/')
}

/// The phonemes of a group whose pieces have been read.
pub(super) fn resolve(pieces: &mut [Piece<'_>]) -> Said {
    if let [piece] = pieces {
        return piece.said.take().unwrap_or((String::new(), Origin::Silent));
    }
    let spaced = is_mixed(pieces);
    if !spaced {
        balance(pieces);
    }
    let (mut phonemes, mut origin) = join(pieces, spaced);
    if let Some(mark) = pieces.last().filter(|last| last.said.is_none() && is_mark(last.text)) {
        phonemes += mark.text;
        origin = origin.filter(|&origin| origin != Origin::Silent).or(Some(Origin::Punctuation));
    }
    (phonemes, origin.unwrap_or(Origin::Silent))
}

/// The phonemes of all pieces, and the least certain of their origins.
fn join(pieces: &[Piece<'_>], spaced: bool) -> (String, Option<Origin>) {
    let mut phonemes = String::new();
    let mut origin: Option<Origin> = None;
    for (said, from) in pieces.iter().filter_map(|piece| piece.said.as_ref()) {
        if said.is_empty() {
            origin = origin.or(Some(Origin::Silent));
            continue;
        }
        if spaced && !phonemes.is_empty() && !phonemes.ends_with(char::is_whitespace) {
            phonemes.push(' ');
        }
        phonemes += said;
        origin = Some(match origin.filter(|&origin| origin != Origin::Silent) {
            None => *from,
            Some(before) if doubt(before) > doubt(Origin::Rule) => before,
            Some(_) if doubt(*from) > doubt(Origin::Rule) => *from,
            Some(_) => Origin::Rule,
        });
    }
    (phonemes, origin)
}

/// How uncertain pronunciations of an origin are.
fn doubt(origin: Origin) -> u8 {
    match origin {
        Origin::Guess => 3,
        Origin::Letters => 2,
        Origin::Rule => 1,
        _ => 0,
    }
}

/// Whether text is a single mark at which speech pauses.
fn is_mark(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_pause) && chars.next().is_none()
}

/// Whether a group has parts of different kinds, as letters and digits: these are words apart.
fn is_mixed(pieces: &[Piece<'_>]) -> bool {
    let chars = || pieces.iter().flat_map(|piece| piece.text.chars());
    let kind = |c: char| match c {
        _ if is_letter(c) => 0,
        _ if c.is_ascii_digit() => 1,
        _ => 2,
    };
    let mut kinds = chars().filter(|&c| !is_junk(c)).map(kind);
    let first = kinds.next();
    chars().any(|c| matches!(c, ' ' | '/')) || kinds.any(|kind| Some(kind) != first)
}

/// Weakens the stress of the lighter parts of a word if most of its parts have primary stress.
fn balance(pieces: &mut [Piece<'_>]) {
    let mut parts: Vec<(bool, usize, usize)> = pieces
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| {
            let (said, _) = piece.said.as_ref().filter(|(said, _)| !said.is_empty())?;
            Some((said.contains(PRIMARY), weight(said), at))
        })
        .collect();
    let stressed = parts.iter().filter(|(is_stressed, ..)| *is_stressed).count();
    if let [(.., first), second] = parts[..]
        && pieces[first].text.chars().count() == 1
    {
        parts = vec![second];
    } else if parts.len() >= 2 && stressed > parts.len().div_ceil(2) {
        parts.sort_unstable();
        parts.truncate(parts.len() / 2);
    } else {
        return;
    }
    for (.., at) in parts {
        if let Some((said, _)) = &mut pieces[at].said {
            *said = stress(std::mem::take(said), -0.5, VOWELS);
        }
    }
}
