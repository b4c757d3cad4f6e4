//! Signs that have words.

use super::context::{first_word, is_word_char};
use crate::cursor::{Cursor, Match};

/// Signs that are said wherever they stand.
const SIGNS: &[(&str, &str)] = &[
    ("&", "और"),
    ("₹", "रुपए"),
    ("€", "यूरो"),
    ("$", "डॉलर"),
    ("£", "पाउंड"),
    ("%", "प्रतिशत"),
    ("№", "नंबर"),
    ("@", "एट"),
    ("#", "हैशटैग"),
    ("§", "धारा"),
    ("©", "कॉपीराइट"),
    ("°C", "डिग्री सेल्सियस"),
    ("°", "डिग्री"),
    ("→", "से"),
];

/// Signs of arithmetic, which are said between numbers and letters.
const OPERATORS: &[(&str, &str)] = &[
    ("+", "प्लस"),
    ("=", "बराबर"),
    ("×", "गुणा"),
    ("*", "गुणा"),
    ("÷", "भाग"),
    ("−", "माइनस"),
    ("<", "से कम"),
    (">", "से अधिक"),
    ("≤", "से कम या बराबर"),
    ("≥", "से अधिक या बराबर"),
    ("≠", "बराबर नहीं"),
    ("≈", "लगभग"),
    ("±", "प्लस माइनस"),
];

/// A sign that has a word, and an operator between two words or numbers.
pub(super) fn symbol(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    if let Some((sign, word)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
        return Some(Match::words(sign.len(), &spaced(cursor, sign.len(), word)));
    }
    let (sign, word) = OPERATORS.iter().find(|(sign, _)| rest.starts_with(sign))?;
    let before = cursor.past().trim_end_matches(' ').ends_with(is_word_char);
    let after = rest[sign.len()..].trim_start_matches([' ', '-', '−']);
    let between = before && after.starts_with(is_word_char);
    between.then(|| Match::words(sign.len(), &spaced(cursor, sign.len(), word)))
}

/// A stroke between words: "या".
pub(super) fn stroke(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let after = cursor.rest().strip_prefix('/')?;
    let is_letter = |c: char| matches!(c, '\u{900}'..='\u{963}');
    let between = cursor.before().is_some_and(is_letter) && after.starts_with(is_letter);
    let said = if first_word(after) == "या" { " " } else { " या " };
    between.then(|| Match::words(1, said))
}

/// A word with spaces where a letter or a sign on a letter touches it.
fn spaced(cursor: &Cursor<'_, ()>, len: usize, word: &str) -> String {
    let before = if cursor.before().is_some_and(is_word_char) { " " } else { "" };
    let after = if cursor.rest()[len..].starts_with(is_word_char) { " " } else { "" };
    format!("{before}{word}{after}")
}
