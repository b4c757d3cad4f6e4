//! What stands around a place.

use crate::cursor::Cursor;

/// Whether a letter, a digit, or a sign of Devanagari on a letter.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{900}'..='\u{963}' | '\u{200c}' | '\u{200d}')
}

/// Whether a word or a number can begin at the place.
pub(super) fn begins(cursor: &Cursor<'_, ()>) -> bool {
    !cursor.before().is_some_and(is_word_char)
}

/// Whether what was read ends before `rest`: no letter or digit follows.
pub(super) fn ends(rest: &str) -> bool {
    !rest.starts_with(is_word_char)
}

/// The word that `text` begins with, which may be empty.
pub(super) fn first_word(text: &str) -> &str {
    &text[..text.find(|c| !is_word_char(c)).unwrap_or(text.len())]
}

/// The word after `len` bytes of the rest and one space.
pub(super) fn word_after<'a>(cursor: &Cursor<'a, ()>, len: usize) -> &'a str {
    let rest = &cursor.rest()[len..];
    first_word(rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest))
}

/// The word before the place and the spaces there. Empty if no space, or something else, is there.
pub(super) fn word_before<'a>(cursor: &Cursor<'a, ()>) -> &'a str {
    let past = cursor.past();
    let word = past.trim_end_matches([' ', '\u{a0}']);
    if word.len() == past.len() {
        return "";
    }
    &word[word.trim_end_matches(is_word_char).len()..]
}

/// The words before the place, the nearest first.
pub(super) fn words_before<'a>(cursor: &Cursor<'a, ()>) -> impl Iterator<Item = &'a str> {
    cursor.past().rsplit(|c| !is_word_char(c)).filter(|word| !word.is_empty())
}

/// The words after `len` bytes of the rest.
pub(super) fn words_after<'a>(
    cursor: &Cursor<'a, ()>,
    len: usize,
) -> impl Iterator<Item = &'a str> {
    cursor.rest()[len..].split(|c| !is_word_char(c)).filter(|word| !word.is_empty())
}
