//! Signs of arithmetic between numbers.

use crate::cursor::Match;
use crate::european::grammar::{Found, Place};

/// A sign with a number or a letter on both sides: 2 + 2 = 4, 3×4, x < 5.
pub(crate) fn operator(place: &Place<'_>) -> Found {
    let (sign, said) =
        place.dialect.operators.iter().find(|(sign, _)| place.rest().starts_with(sign))?;
    let past = place.past();
    let before = past.trim_end_matches(' ');
    let after = &place.rest()[sign.len()..];
    let next = after.trim_start_matches(' ');
    let spaced = before.len() < past.len();
    let operand = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let left = operand(before.chars().next_back()) || before.ends_with([')', '²', '³', '%', '°']);
    let right = operand(next.chars().next()) || next.starts_with(['(', '-', '−', '√', '$', '€']);
    let hyphen = matches!(*sign, "-" | "–" | "/" | "*" | "<" | ">" | "+");
    let both = spaced == (next.len() < after.len());
    let digits = before.ends_with(|c: char| c.is_ascii_digit() || c == ')')
        && next.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    let fits = left && right && both && (!hyphen || digits && (spaced || *sign == "+"));
    fits.then(|| Match::words(sign.len(), said))
}
