//! Fractions: "3/4", "½".

use super::context::{begins, ends};
use super::number::digits;
use super::numbers;
use crate::cursor::{Cursor, Match};

/// A fraction with a stroke, perhaps after a whole number: "दो और तीन बटा चार".
pub(super) fn stroke(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let (first, ascii) = digits(rest)?;
    if let Some(behind) = rest[first..].strip_prefix(' ')
        && let Some((len, said)) = simple(behind)
    {
        let whole = numbers::cardinal(&ascii);
        return Some(Match::words(first + 1 + len, &format!("{whole} और {said}")));
    }
    let (len, said) = simple(rest)?;
    Some(Match::words(len, &said))
}

/// A fraction with a stroke that `text` begins with: its bytes and words.
fn simple(text: &str) -> Option<(usize, String)> {
    let (above, numerator) = digits(text)?;
    let behind = text[above..].strip_prefix(['/', '⁄'])?;
    let (below, denominator) = digits(behind)?;
    let end = text.len() - behind.len() + below;
    let ended = ends(&text[end..]) && !text[end..].starts_with('/');
    let (numerator, denominator) = (numbers::cardinal(&numerator), numbers::cardinal(&denominator));
    ended.then(|| (end, format!("{numerator} बटा {denominator}")))
}

/// A fraction in one character, perhaps after a whole number: "ढाई", "सवा तीन", "पौने चार".
pub(super) fn sign(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    let (before, ascii) = digits(rest).unwrap_or((0, String::new()));
    let sign = rest[before..].chars().next()?;
    let whole = ascii.parse::<u64>().ok();
    let said = match (sign, whole) {
        ('½', None) => "आधा".to_owned(),
        ('¼', None) => "एक चौथाई".to_owned(),
        ('¾', None) => "तीन चौथाई".to_owned(),
        ('⅓', None) => "एक तिहाई".to_owned(),
        ('⅔', None) => "दो तिहाई".to_owned(),
        ('½', Some(_)) => numbers::and_a_half(&ascii)?,
        ('¼', Some(whole)) => format!("सवा {}", numbers::words(whole)),
        ('¾', Some(whole)) => format!("पौने {}", numbers::words(whole.checked_add(1)?)),
        _ => return None,
    };
    Some(Match::words(before + sign.len_utf8(), &said))
}
