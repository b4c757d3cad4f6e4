//! Ordinal numbers.

use crate::cursor::{Cursor, Match};
use crate::english::{numbers, quantity::Number};
use crate::reader::Reader;

/// 1st, 22nd, 1,000th, 5th–7th. Not 11st, which nobody writes for an ordinal number.
pub(crate) fn ordinal(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let digits = read(&mut reader)?;
    let mut words = numbers::ordinal(&digits, cursor.dialect);
    let mut ahead = reader;
    if ahead.dash()
        && let Some(end) = read(&mut ahead)
    {
        words = format!("{words} to {}", numbers::ordinal(&end, cursor.dialect));
        reader = ahead;
    }
    Some(Match::words(reader.at, &words))
}

/// Reads a number with its ending, and returns its digits.
fn read(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    let number = Number::read(&mut ahead)?;
    let digits: String = number.whole.chars().filter(char::is_ascii_digit).collect();
    let mut after = ahead;
    after.eat_one(&['-', '\'', '’']); // 5'th
    let ending = after.word().to_lowercase();
    let ten = digits.len() > 1 && digits.as_bytes()[digits.len() - 2] == b'1';
    let expected: &[&str] = match digits.as_bytes().last()? {
        b'1' if !ten => &["st", "ˢᵗ"],
        b'2' if !ten => &["nd", "d", "ⁿᵈ"],
        b'3' if !ten => &["rd", "d", "ʳᵈ"],
        _ => &["th", "ᵗʰ"],
    };
    let fits = expected.contains(&ending.as_str()) && (ending != "d" || digits.len() > 1);
    (number.decimals.is_none() && fits && after.ends()).then(|| {
        *reader = after;
        digits
    })
}
