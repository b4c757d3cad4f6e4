//! Signs of mathematics between operands, Greek letters, powers: "x ≥ 3", "2π", "x^2", "mc²".

pub(crate) mod chemistry;
pub(crate) mod functions;
pub(crate) mod powers;
pub(crate) mod signs;

use crate::cursor::{Cursor, Match};
use crate::said::Said;

/// "≥" between operands is "is greater than or equal to".
pub(crate) fn operator(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let first = cursor.first()?;
    if first.is_alphanumeric() && !matches!(first, 'ℝ' | 'ℕ' | 'ℤ' | 'ℚ' | 'ℂ' | 'ℏ' | 'ℓ')
    {
        return None;
    }
    let between = signs::BETWEEN.iter().find(|row| rest.starts_with(row.0));
    if let Some((sign, words)) = between {
        let (left, right) = (operand_before(cursor.past()), operand_after(&rest[sign.len()..]));
        let joins = left && right && is_formula(cursor, sign);
        if joins && *sign == "^" {
            return powers::caret(cursor).or_else(|| Some(apart(cursor, 1, "to the")));
        }
        if joins {
            return Some(apart(cursor, sign.len(), words));
        }
    }
    let (sign, words) = signs::BEFORE.iter().find(|row| rest.starts_with(row.0))?;
    Some(apart(cursor, sign.len(), words))
}

/// `words` in the place of `len` bytes, with spaces where a bracket or a sign would touch them.
fn apart(cursor: &Cursor<'_>, len: usize, words: &str) -> Match {
    let touches = |c: char| !c.is_whitespace() && !c.is_alphanumeric();
    let before = if cursor.before().is_some_and(|c| touches(c) && c != '(') { " " } else { "" };
    let opens = |c: char| touches(c) && !matches!(c, ')' | ',' | '.' | ';');
    let after = if cursor.rest()[len..].starts_with(opens) { " " } else { "" };
    Match::words(len, &format!("{before}{words}{after}"))
}

/// "~5": "approximately five".
pub(crate) fn about(cursor: &Cursor<'_>) -> Option<Match> {
    let number = cursor.rest().strip_prefix(['~', '∼', '≈'])?;
    let len = cursor.rest().len() - number.len();
    let amount = number.trim_start_matches(['$', '€', '£', '¥', '-', '−']);
    let counts = amount.starts_with(|c: char| c.is_ascii_digit());
    let free = cursor.before().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '='));
    (counts && free).then(|| Match::words(len, "approximately"))
}

/// A Greek letter alone, or with digits or a Latin letter at its side: "π", "Δx", "2π".
pub(crate) fn greek(cursor: &Cursor<'_>) -> Option<Match> {
    let letter = cursor.first()?;
    let name = signs::greek(letter)?;
    let is_greek = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    let after = cursor.rest()[letter.len_utf8()..].chars().next();
    let word = after.is_some_and(is_greek) || cursor.before().is_some_and(is_greek);
    let latin = letter == 'µ' && after.is_some_and(char::is_alphabetic);
    (!word && !latin).then(|| Match { len: letter.len_utf8(), said: Said::words(name) })
}

/// Whether what stands before ends with an operand: a number, a letter, a word, a bracket.
fn operand_before(past: &str) -> bool {
    past.trim_end_matches(' ').ends_with(|c: char| {
        c.is_alphanumeric() || matches!(c, ')' | ']' | '}' | '|' | '%' | '°' | '∞' | '\'' | '!')
    })
}

/// Whether what follows begins with one.
fn operand_after(after: &str) -> bool {
    let operand = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '(' | '[' | '{' | '-' | '−' | '√' | '∞' | '$' | '∅' | '.')
    };
    after.trim_start_matches(' ').starts_with(operand)
}

/// Whether a sign of ASCII joins operands as in a formula: with spaces on both sides, or on none
/// between numbers or single letters. "a-b", "x*" and "<p>" are none.
fn is_formula(cursor: &Cursor<'_>, sign: &str) -> bool {
    let (past, after) = (cursor.past(), &cursor.rest()[sign.len()..]);
    let spaced = past.ends_with(' ') && after.starts_with(' ');
    let last =
        past.trim_end().rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or("");
    let next =
        after.trim_start().split(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or("");
    let tight = !past.ends_with(' ') && !after.starts_with(' ');
    let closed = past.ends_with([')', ']']) || after.starts_with(['(', '[']);
    let operands = is_short(last) && is_short(next) || closed;
    match sign {
        "→" | "↔" | "⇒" | "⇔" | "⟹" | "⟺" => {
            is_short(last) && (is_short(next) || after.trim_start().starts_with('∞'))
        }
        _ if !sign.is_ascii() => true,
        "+" | "=" | "==" => spaced || tight && (operands || sign == "=" && !last.is_empty()),
        "*" => (spaced || tight) && operands && !(last.is_empty() && next.is_empty()),
        "^" => tight,
        "=>" => spaced && operands,
        "<" | ">" if spaced => is_short(last) || is_short(next) || closed,
        "<" | ">" => tight && operands && !last.is_empty() && !next.is_empty(),
        "-" => {
            let counts = |word: &str| is_short(word) || word.contains(|c: char| c.is_ascii_digit());
            let sign = |text: &str| text.contains(['=', '+', '^', '×', '·', '²', '≤', '≥']);
            spaced && counts(last) && counts(next) && (sign(past) || sign(after))
        }
        _ => spaced || tight,
    }
}

/// Whether an operand is a number, one character or a sign.
fn is_short(operand: &str) -> bool {
    let operand = operand.trim_end_matches(['.', '²', '³']);
    operand.chars().count() == 1
        || !operand.is_empty() && operand.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn operators() {
        for (text, expected) in [
            ("If x ≥ 3 and y ≠ 4", "If x is greater than or equal to 3 and y is not equal to 4"),
            ("then x + y > 5.", "then x plus y is greater than 5."),
            ("a=b, 2*8 and 2 * 10", "a equals b, 2 times 8 and 2 times 10"),
            ("3 × 4 ÷ 2", "3 times 4 divided by 2"),
            ("√2 → ∞", "the square root of 2 to infinity"),
            ("∀ x ∈ A", "for all x is in A"),
            ("key = value, x <= 5", "key equals value, x is less than or equal to 5"),
            ("≥ 18 years", "at least 18 years"),
            ("y = 2x - 1", "y equals 2x minus 1"),
        ] {
            assert_eq!(said(operator, text), expected);
        }
        for text in
            ["<p> tag", "C++ and A+", "*bold* and a* b", "a -> b", "5* hotel", "+1 for this"]
        {
            assert_eq!(said(operator, text), text);
        }
    }

    #[test]
    fn greek_letters() {
        for (text, expected) in [
            ("2π and Δx", "2 pi and delta x"),
            ("an α-test of β", "an alpha-test of beta"),
            ("λόγος, 5 µm", "λόγος, 5 µm"),
        ] {
            assert_eq!(said(greek, text), expected);
        }
    }

    #[test]
    fn about_a_number() {
        assert_eq!(said(about, "it is ~5 km, a~b, ~/x"), "it is approximately 5 km, a~b, ~/x");
    }
}
