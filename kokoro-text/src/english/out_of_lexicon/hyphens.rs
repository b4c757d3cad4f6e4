//! Tokens of several words: with hyphens, strokes and other signs between them.

use crate::word::Origin;

use super::part::Parts;
use super::{spelling, spoken};

/// The signs that words are cut at.
const CUTS: [char; 13] = ['-', '‐', '‑', '–', '—', '/', '_', '.', '&', '+', '@', '#', '·'];
/// So many parts are said; a longer token is no word, and the caller cuts it.
const MOST: usize = 200_000;

/// A token with signs between words or after them; `None` if there are none.
pub(super) fn say(parts: &dyn Parts, token: &str, depth: usize) -> Option<(String, Origin)> {
    if !token.contains(CUTS) || token.len() > MOST {
        return None;
    }
    if let Some(said) = stammer(parts, token, depth) {
        return Some(said);
    }
    let mut said: Vec<String> = Vec::new();
    let mut rest = token;
    let mut origin = Origin::Rule;
    while !rest.is_empty() {
        let end = rest.find(CUTS).unwrap_or(rest.len());
        if end > 0 {
            let part = &rest[..end];
            let (phonemes, from) = match is_letters(token, part) {
                true => (spelling::letters(part, parts.dialect())?, Origin::Letters),
                false => parts.say_part(part, depth)?,
            };
            if from == Origin::Guess {
                origin = from;
            }
            said.push(phonemes);
        }
        let Some(sign) = rest[end..].chars().next() else {
            break;
        };
        rest = &rest[end + sign.len_utf8()..];
        if let Some(word) = sign_word(sign, !said.is_empty(), rest) {
            said.push(parts.say_part(word, depth)?.0);
        }
    }
    (!said.is_empty()).then(|| (said.join(" "), origin))
}

/// Capitals beside an "and" are letters: "AT&T", "R&D".
fn is_letters(token: &str, part: &str) -> bool {
    token.contains('&') && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The word for a sign, by whether something is before it and what is after it.
fn sign_word(sign: char, before: bool, after: &str) -> Option<&'static str> {
    match sign {
        '&' => Some("and"),
        '+' => Some("plus"),
        '@' => Some("at"),
        '.' if before && !after.is_empty() => Some("dot"),
        '#' if before && after.is_empty() => Some("sharp"),
        _ => None,
    }
}

/// "W-what", "B-b-but": each part begins the next one.
fn stammer(parts: &dyn Parts, token: &str, depth: usize) -> Option<(String, Origin)> {
    let pieces: Vec<&str> = token.split(['-', '–', '—', '‑']).collect();
    let (last, first) = pieces.split_last().filter(|(_, first)| !first.is_empty())?;
    let word = last.to_ascii_lowercase();
    let begins = |part: &&str| {
        let short = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
        let shorter = part.len() < word.len() || word.len() == 1;
        short && shorter && word.starts_with(&part.to_ascii_lowercase())
    };
    if !first.iter().all(begins) || is_prefix(first, &word) {
        return None;
    }
    let (phonemes, _) = parts.say_part(last, depth)?;
    let beginning = spoken::stammered(&phonemes);
    let mut said = vec![beginning.as_str(); first.len()];
    said.push(&phonemes);
    Some((said.join(" "), Origin::Rule))
}

/// A prefix before a word that begins like it is no stammer: "co-conspirator", "re-record".
fn is_prefix(first: &[&str], word: &str) -> bool {
    const PREFIXES: [&str; 8] = ["co", "de", "in", "mis", "non", "pre", "pro", "re"];
    matches!(first, [part] if PREFIXES.contains(part) && word.len() > part.len() + 3)
}
