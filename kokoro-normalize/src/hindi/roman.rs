//! Roman numerals.

use super::context::{begins, first_word, word_before};
use super::numbers;
use crate::cursor::{Cursor, Match};

/// Words behind which one letter is a numeral, too.
const PARTS: &[&str] = &["अध्याय", "भाग", "खंड", "खण्ड", "कक्षा", "अंक", "चरण", "परिशिष्ट"];
/// The greatest numeral that is read.
const MOST: u64 = 39;

/// A numeral in capitals behind a word of Hindi.
pub(super) fn roman(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let before = word_before(cursor);
    if !begins(cursor) || !before.starts_with(|c| matches!(c, '\u{904}'..='\u{939}')) {
        return None;
    }
    let numeral = first_word(cursor.rest());
    let value = value(numeral).filter(|_| numeral.len() > 1 || PARTS.contains(&before))?;
    Some(Match::words(numeral.len(), &numbers::words(value)))
}

/// The value of a numeral, if it is written as it should be.
fn value(numeral: &str) -> Option<u64> {
    (numeral.len() <= 8).then_some(())?;
    (1..=MOST).find(|number| {
        let tens = "X".repeat((number / 10) as usize);
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        numeral.strip_prefix(tens.as_str()) == Some(ones[(number % 10) as usize])
    })
}
