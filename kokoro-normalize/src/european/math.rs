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
    let both = spaced == (next.len() < after.len());
    let number = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')');
    let (first, second) = (before.ends_with(number), next.starts_with(number));
    let numbers = match *sign {
        "-" | "–" | "/" => first && second && spaced,
        "+" => first && second,
        "*" | "<" | ">" | "^" => first || second,
        _ => true,
    };
    let fits = left && right && both && numbers;
    fits.then(|| Match::words(sign.len(), said))
}
