//! Speech as it is imitated in writing, which a tokenizer would take apart: stammers ("W-what") and
//! words that have lost a beginning or an end ("'Tis", "th' house"). This is ours, not misaki's.

use std::borrow::Cow;
use std::ops::Range;

use kokoro_tagger::Tag;

use super::hooks::Unknown;
use crate::word::{Hint, Reading};

/// Words that are written with an apostrophe before them, where a quotation may begin, too.
const CLIPPED: [&str; 12] = [
    "tis", "twas", "twere", "twill", "twould", "tisn't", "em", "til", "cause", "bout", "cos",
    "nuff",
];
/// Words that are written with an apostrophe behind them, where a quotation may end, too.
const CUT: [&str; 5] = ["th", "ol", "lil", "wi", "thro"];
/// Words with a letter before a hyphen that begin like stammers.
const NO_STAMMERS: [&str; 4] = ["c-clamp", "d-day", "e-edition", "h-hour"];
/// A longer word is no stammer.
const LONGEST: usize = 40;

/// The hints of a passage, with those that say its imitated speech.
pub(super) fn hints<'a>(text: &str, given: &'a [Hint], unknown: &dyn Unknown) -> Cow<'a, [Hint]> {
    let mut hints = Cow::Borrowed(given);
    let mut next = 0; // the first given hint that does not end before the word
    for range in words(text) {
        let word = &text[range.clone()];
        if !is_imitated(word) {
            continue;
        }
        while given.get(next).is_some_and(|hint| hint.range.end <= range.start) {
            next += 1;
        }
        let is_free = given.get(next).is_none_or(|hint| range.end <= hint.range.start);
        let said = unknown.known(word, Tag::Nn).filter(|_| is_free);
        let Some((phonemes, _)) = said else { continue };
        hints.to_mut().push(Hint { range, reading: Reading::Rule(phonemes) });
    }
    if let Cow::Owned(hints) = &mut hints {
        hints.sort_by_key(|hint| hint.range.start);
    }
    hints
}

/// What stands between spaces and other marks than hyphens and apostrophes.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '‘' | '’' | '-' | '‑');
    let mut start = 0;
    text.split(move |c| !is_inner(c)).map(move |word| {
        let range = start..start + word.len();
        let after = text[range.end..].chars().next();
        start = range.end + after.map_or(0, char::len_utf8);
        let end = range.start + word.trim_end_matches(['-', '‑']).len();
        range.start..end
    })
}

fn is_imitated(word: &str) -> bool {
    let is_candidate = word.len() <= LONGEST && word.contains(['-', '‑', '\'', '’', '‘']);
    if !is_candidate {
        return false;
    }
    let lower = word.to_lowercase().replace(['‘', '’'], "'");
    if let Some(rest) = lower.strip_prefix('\'') {
        return CLIPPED.contains(&rest);
    }
    if let Some(rest) = lower.strip_suffix('\'') {
        return CUT.contains(&rest);
    }
    is_stammer(&lower)
}

/// Whether each part of a word in lower case with hyphens begins the last one. Parts of two or
/// three letters are a cluster of consonants: "re-read" and "so-so" are no stammers.
fn is_stammer(lower: &str) -> bool {
    let parts: Vec<&str> = lower.split(['-', '‑']).collect();
    let Some((last, first)) = parts.split_last().filter(|(_, first)| !first.is_empty()) else {
        return false;
    };
    let begins = |part: &&str| {
        let is_short = match part.len() {
            1 => part.bytes().all(|byte| byte.is_ascii_lowercase()),
            2 | 3 => part.bytes().all(|byte| byte.is_ascii_lowercase() && !is_vowel(byte)),
            _ => false,
        };
        is_short && last.starts_with(*part) && (last.len() > part.len() || part.len() == 1)
    };
    // "T-t" and "X-x" are no words, but "I-I" is one.
    !NO_STAMMERS.contains(&lower)
        && first.iter().all(begins)
        && (last.len() > 1 || *last == "i" || *last == "a")
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::is_imitated;

    #[test]
    fn stammers_and_clipped_words_are_told_from_others() {
        for word in ["W-what", "c-can't", "Th-th-that's", "I-I", "B-b-but", "’Tis", "'em", "th'"]
        {
            assert!(is_imitated(word), "{word}");
        }
        for word in ["re-read", "so-so", "X-ray", "A-B", "T-t", "co-conspirator", "'What", "boys'"]
        {
            assert!(!is_imitated(word), "{word}");
        }
    }
}
