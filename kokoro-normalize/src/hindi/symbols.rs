//! Signs that have words.

use super::context::{first_word, is_word_char};
use super::numbers;
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
    ("√", "वर्गमूल"),
    ("∞", "अनंत"),
    ("π", "पाई"),
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

/// A raised two or three, or a lowered digit, behind a letter or a digit: "x²", "H₂O". Behind a
/// word of Hindi it is the mark of a note.
pub(super) fn raised(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let sign = cursor.rest().chars().next()?;
    cursor.before().filter(|c| c.is_ascii_alphanumeric() || numbers::digit(*c).is_some())?;
    let word = match sign {
        '²' => "का वर्ग".to_owned(),
        '³' => "का घन".to_owned(),
        '₀'..='₉' => numbers::words(u64::from(sign) - u64::from('₀')),
        _ => return None,
    };
    Some(Match::words(sign.len_utf8(), &spaced(cursor, sign.len_utf8(), &word)))
}

/// What is counted by: "किमी/घंटा", "₹50/किलो".
const RATES: &[&str] = &[
    "घंटा",
    "घंटे",
    "घण्टा",
    "मिनट",
    "सेकंड",
    "सेकेंड",
    "दिन",
    "माह",
    "महीना",
    "वर्ष",
    "साल",
    "किलो",
    "किग्रा",
    "लीटर",
    "व्यक्ति",
];

/// A stroke between words: "या", or "प्रति" before what is counted by.
pub(super) fn stroke(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let after = cursor.rest().strip_prefix('/')?;
    let is_letter = |c: char| matches!(c, '\u{900}'..='\u{963}');
    let before = cursor.before()?;
    let past = cursor.past();
    let by_rate = RATES.contains(&first_word(after)) && !RATES.iter().any(|r| past.ends_with(r));
    let counted = by_rate && (before == '.' || before.is_numeric());
    let between = (is_letter(before) || counted) && after.starts_with(is_letter);
    let said = match first_word(after) {
        "या" => " ",
        _ if by_rate => " प्रति ",
        _ => " या ",
    };
    between.then(|| Match::words(1, said))
}

/// A word with spaces where a letter or a sign on a letter touches it.
fn spaced(cursor: &Cursor<'_, ()>, len: usize, word: &str) -> String {
    let before = if cursor.before().is_some_and(is_word_char) { " " } else { "" };
    let after = if cursor.rest()[len..].starts_with(is_word_char) { " " } else { "" };
    format!("{before}{word}{after}")
}
