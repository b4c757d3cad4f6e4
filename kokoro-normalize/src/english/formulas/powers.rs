//! Powers and small characters: "x²", "x^2", "10⁻³", "CO₂", and the marks of footnotes.

use super::signs::{self, Script};
use crate::Dialect;
use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::english::numbers;
use crate::said::Said;

/// "^2" is "squared", "^n" is "to the N".
pub(crate) fn caret(cursor: &Cursor<'_>) -> Option<Match> {
    let after = cursor.rest().strip_prefix('^')?;
    let sign = usize::from(after.starts_with('-'));
    let digits = after[sign..].bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let len = sign + digits;
        return Some(Match::words(1 + len, &power(&after[..len], cursor.dialect)));
    }
    let letter = neighbours::leading_letters(after);
    let said = Said::words("to the").then_letters(letter);
    (letter.chars().count() == 1).then_some(Match { len: 1 + letter.len(), said })
}

/// "2" is "squared", "3" "cubed", "-3" "to the minus three".
pub(crate) fn power(exponent: &str, dialect: Dialect) -> String {
    match exponent {
        "2" => "squared".into(),
        "3" => "cubed".into(),
        _ => {
            let digits = exponent.trim_start_matches(['-', '+', '−']);
            let minus = if digits.len() < exponent.len() && !exponent.starts_with('+') {
                " minus"
            } else {
                ""
            };
            format!("to the{minus} {}", numbers::cardinal(digits, dialect))
        }
    }
}

/// Superscripts and subscripts behind a letter, number or bracket; behind a word or the end of a
/// sentence, superscripts are the marks of footnotes and silent.
pub(crate) fn small(cursor: &Cursor<'_>) -> Option<Match> {
    let (plain, script, len) = signs::scripts(cursor.rest())?;
    let past = cursor.past();
    let start = past.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let word = &past[start..];
    let digits = plain.trim_start_matches(['-', '+']);
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if script == Script::Lowered {
        let said = if number && word == "log" {
            Said::words("base").then(&numbers::cardinal(digits, cursor.dialect)).then("of")
        } else if number {
            Said::words(&numbers::cardinal(digits, cursor.dialect))
        } else {
            Said::letters(digits)
        };
        return Some(Match { len, said });
    }
    let formula = past.contains(['=', '+', '×', '·']) || cursor.rest().contains(['=', '+']);
    let base = word.len() == 1
        || word.len() == 2 && formula
        || past.ends_with(|c: char| c.is_numeric() || matches!(c, ')' | ']'))
        || past.chars().next_back().is_some_and(|c| signs::greek(c).is_some());
    if !base {
        return number.then(|| Match { len, said: Said::silent() });
    }
    if let Some(charge) = plain.strip_suffix(['+', '-']) {
        let sign = if plain.ends_with('+') { "plus" } else { "minus" };
        let many = numbers::cardinal(charge, cursor.dialect);
        return Some(Match { len, said: Said::words(&many).then(sign) });
    }
    let space = if past.ends_with([')', ']']) { " " } else { "" };
    let said = if number {
        Said::words(&format!("{space}{}", power(&plain, cursor.dialect)))
    } else {
        Said::words(&format!("{space}to the")).then_letters(&plain)
    };
    Some(Match { len, said })
}

/// A chemical formula with a subscript, or a letter with a power: the letters are said as letters,
/// so that "CO₂" is "C O two" and "mc²" is "M C squared".
pub(crate) fn formula(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) && cursor.before().is_some_and(|c| !c.is_numeric()) {
        return None;
    }
    let (mut said, mut at, mut lowered) = (Said::default(), 0, false);
    while at < rest.len().min(48) {
        let letters = rest[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters > 0 {
            said.push_letters(&rest[at..at + letters]);
            at += letters;
        } else if let Some((plain, Script::Lowered, len)) = signs::scripts(&rest[at..]) {
            let digits = plain.trim_start_matches(['-', '+']);
            let number = digits.bytes().all(|b| b.is_ascii_digit());
            let words = numbers::cardinal(digits, cursor.dialect);
            said = if number { said.then(&words) } else { said.then_letters(digits) };
            (at, lowered) = (at + len, true);
        } else {
            break;
        }
    }
    if lowered && is_elements(&rest[..at]) {
        return Some(Match { len: at, said });
    }
    let word = &rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()];
    if word == "mc" && rest[word.len()..].starts_with("^2") {
        return Some(Match { len: word.len(), said: Said::letters(word) });
    }
    let (plain, script, _) = signs::scripts(&rest[word.len()..])?;
    let product = word == "mc" && plain == "2";
    let single = word.len() == 1 && script == Script::Raised;
    (product || single).then(|| Match { len: word.len(), said: Said::letters(word) })
}

/// Whether the letters may be symbols of chemical elements: none has two small letters.
fn is_elements(text: &str) -> bool {
    let mut small = 0;
    text.chars().all(|c| {
        small = if c.is_ascii_lowercase() { small + 1 } else { 0 };
        small < 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn formulas() {
        for (text, expected) in [
            ("CO₂ and H₂O", "C O two and H two O"),
            ("C₆H₁₂O₆", "C six H twelve O six"),
            ("E = mc²", "E = M C ²"),
            ("x² is", "X ² is"),
        ] {
            assert_eq!(said(formula, text), expected);
        }
    }

    #[test]
    fn small_characters() {
        for (text, expected) in [
            ("x² + y³", "x squared + y cubed"),
            ("10⁻³ and 2ⁿ", "10 to the minus three and 2 to the N"),
            ("a word¹ and an end.² Then", "a word and an end. Then"),
            ("(a + b)²", "(a + b) squared"),
        ] {
            assert_eq!(said(small, text), expected);
        }
        assert_eq!(said(caret, "x^2, 2^10, e^x"), "x squared, 2 to the ten, e to the X");
    }
}
