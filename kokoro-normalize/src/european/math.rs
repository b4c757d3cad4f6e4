//! Signs of arithmetic between numbers.

use crate::cursor::Match;
use crate::european::form::Form;
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

/// Superscript digits behind a number or a letter that stands alone: 10⁶. Two and three have names
/// of their own.
pub(crate) fn power(place: &Place<'_>) -> Found {
    const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let digit = |c: char| SUPERSCRIPTS.chars().position(|own| own == c);
    let mut past = place.past().chars().rev();
    let before = past.next()?;
    let alone = !past.next().is_some_and(char::is_alphabetic);
    if !(before.is_ascii_digit() || before.is_alphabetic() && alone) {
        return None;
    }
    let run: String =
        place.rest().chars().map_while(digit).map(|value| value.to_string()).collect();
    if run.is_empty() || matches!(&*run, "2" | "3") {
        return None;
    }
    let (_, said) = place.dialect.operators.iter().find(|(own, _)| *own == "^")?;
    let len = place.rest().chars().take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum();
    let value = (place.dialect.cardinal)(&run, Form::Alone);
    Some(Match::words(len, &format!("{said} {value}")))
}
