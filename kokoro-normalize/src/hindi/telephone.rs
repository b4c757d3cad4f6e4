//! Telephone numbers, whose digits are read one by one.

use std::ops::RangeInclusive;

use super::context::{begins, ends, words_after, words_before};
use super::numbers::{self, digit};
use crate::cursor::{Cursor, Match};

/// How many digits a telephone number has.
const DIGITS: RangeInclusive<usize> = 9..=15;
/// How many words around a number are looked at.
const WORDS: usize = 6;
/// Words that tell of a telephone.
#[rustfmt::skip]
const TELEPHONES: &[&str] = &[
    "फ़ोन", "फोन", "मोबाइल", "कॉल", "नंबर", "नम्बर", "संपर्क", "व्हाट्सएप", "हेल्पलाइन",
    "टेलीफ़ोन",
];

/// A telephone number: with a plus or a zero before it, as ten digits of a mobile telephone, or
/// beside a word that tells of a telephone.
pub(super) fn telephone(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let (len, ascii) = groups(rest);
    if !DIGITS.contains(&ascii.len()) || !ends(&rest[len..]) {
        return None;
    }
    let mobile = ascii.len() == 10 && ascii.starts_with(['6', '7', '8', '9']);
    let marked = rest.starts_with(['+', '(']) || ascii.starts_with('0');
    let told = || {
        let mut words =
            words_before(cursor).take(WORDS).chain(words_after(cursor, len).take(WORDS));
        words.any(|word| TELEPHONES.contains(&word))
    };
    if !(marked || mobile && !rest[len..].starts_with(['/', '.', '-']) || told()) {
        return None;
    }
    let plus = if rest.starts_with('+') { "प्लस " } else { "" };
    Some(Match::words(len, &format!("{plus}{}", numbers::one_by_one(&ascii))))
}

/// Groups of digits that `text` begins with, and their digits as ASCII. A space, a hyphen, a point
/// or brackets stand between.
fn groups(text: &str) -> (usize, String) {
    let (mut len, mut ascii, mut between) = (0, String::new(), 0);
    for (at, c) in text.char_indices() {
        if let Some(digit) = digit(c) {
            ascii.push(digit);
            len = at + c.len_utf8();
            between = 0;
        } else if matches!(c, ' ' | '-' | '(' | ')' | '.') && between < 2 || at == 0 && c == '+' {
            between += 1;
        } else {
            break;
        }
    }
    (len, ascii)
}
