//! Whole and decimal numbers that nothing around them explains.

use crate::cursor::{Cursor, Match};
use crate::english::{numbers, quantity::Quantity, sign};
use crate::reader::Reader;

/// 105, -7, 4.75, .5, 1,000, 5 million, 20+.
pub(crate) fn number(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let mut caliber = reader;
    if caliber.eat(".")
        && let Some(digits) = caliber.digits(2..=2)
        && matches!(cursor.next_word(caliber.at), "caliber" | "calibre" | "rifle" | "pistol")
    {
        return Some(Match::words(caliber.at, &numbers::cardinal(digits, cursor.dialect)));
    }
    let quantity = Quantity::read(&mut reader, cursor.dialect)?;
    let mut words = sign::signed(sign, &quantity.words);
    let mut ahead = reader;
    if ahead.eat("+") && !ahead.at_digit() && ahead.ends() {
        words.push_str(" plus");
        reader = ahead;
    }
    Some(Match::words(reader.at, &words))
}

/// Digits within a word or a longer number, which no other rule reads: as a number of up to three
/// digits, or one by one.
pub(crate) fn digits(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(1..=512)?;
    let words = match digits.len() {
        1 => numbers::digits(digits),
        2 | 3 if !digits.starts_with('0') => numbers::cardinal(digits, cursor.dialect),
        _ => numbers::digits(digits),
    };
    Some(Match::words(reader.at, &words))
}
