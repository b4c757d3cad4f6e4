//! Ordinal numbers: "5वीं", "1st".

use super::context::{begins, ends, first_word};
use super::number::digits;
use super::numbers;
use crate::cursor::{Cursor, Match};

/// A number with the ending of an ordinal.
pub(super) fn ordinal(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let (len, ascii) = digits(cursor.rest())?;
    let behind = &cursor.rest()[len..];
    let joined = behind.strip_prefix('-').unwrap_or(behind);
    let ending = first_word(joined);
    let end = cursor.rest().len() - joined.len() + ending.len();
    if matches!(ending, "st" | "nd" | "rd" | "th") && ends(&cursor.rest()[end..]) {
        return Some(Match::words(end, numbers::english_ordinal(&ascii)?));
    }
    Some(Match::words(end, &numbers::ordinal(&ascii, ending)?))
}
