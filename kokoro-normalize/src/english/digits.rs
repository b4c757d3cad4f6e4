//! Digits of other scripts and numbers in one character.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;

/// The first of ten digits in a row, from 0 on.
const ZEROS: [char; 22] = [
    '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０',
    '𝟎', '𝟘', '𝟶',
];

/// The first of numbers in circles and the like, with its value and how many follow.
const ENCLOSED: [(char, u32, u32); 14] = [
    ('①', 1, 20),
    ('⑴', 1, 20),
    ('⒈', 1, 20),
    ('⓪', 0, 1),
    ('⓵', 1, 10),
    ('⓿', 0, 1),
    ('❶', 1, 10),
    ('➀', 1, 10),
    ('➊', 1, 10),
    ('⓫', 11, 10),
    ('㉑', 21, 15),
    ('㊱', 36, 15),
    ('㈠', 1, 10),
    ('㊀', 1, 10),
];

/// The value of a digit of any script.
fn digit(c: char) -> Option<u32> {
    let code = c as u32;
    let zero = ZEROS.iter().find(|zero| (**zero as u32..**zero as u32 + 10).contains(&code))?;
    Some(code - *zero as u32)
}

/// A number in digits of another script: ٣٤, ４２; or in one character: ①, ➋, ⑿.
pub(crate) fn other(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let first = rest.chars().next()?;
    let enclosed = ENCLOSED.iter().find_map(|(start, value, count)| {
        let offset = (first as u32).checked_sub(*start as u32)?;
        (offset < *count).then_some(value + offset)
    });
    if let Some(value) = enclosed {
        let words = numbers::cardinal(&value.to_string(), cursor.dialect);
        return Some(Match::words(first.len_utf8(), &words));
    }
    let mut ascii = String::new();
    let mut len = 0;
    for c in rest.chars() {
        match c {
            '٫' | '.' if !ascii.contains('.') && digit_follows(&rest[len + c.len_utf8()..]) => {
                ascii.push('.');
            }
            '٬' | ',' if digit_follows(&rest[len + c.len_utf8()..]) => {}
            _ => match digit(c) {
                Some(value) => ascii.push_str(&value.to_string()),
                None => break,
            },
        }
        len += c.len_utf8();
    }
    let words = match ascii.split_once('.') {
        Some((whole, decimals)) => numbers::decimal(whole, decimals, cursor.dialect),
        None if ascii.len() > 1 && ascii.starts_with('0') => numbers::digits(&ascii),
        None => numbers::cardinal(&ascii, cursor.dialect),
    };
    (!ascii.is_empty() && !ascii.starts_with('.')).then(|| Match::words(len, &words))
}

/// Whether a digit of another script comes next.
fn digit_follows(text: &str) -> bool {
    text.chars().next().is_some_and(|c| digit(c).is_some())
}
