//! Numbers that nothing else knows: counts, decimals, years, percent, ranges.

use super::context::{begins, is_word_char, word_after, word_before};
use super::number::{Number, digits, number};
use super::{date, numbers};
use crate::cursor::{Cursor, Match};

/// Words before a number that make a year of it.
const BEFORE_YEARS: &[&str] = &["सन", "सन्", "साल", "वर्ष", "संवत", "संवत्"];
/// Words after a number of four digits that make a year of it.
const AFTER_YEARS: &[&str] = &["में", "का", "की", "के", "से", "तक"];
/// Words that count, before which a half has a word of its own.
const AFTER_HALVES: &[&str] = &[
    "साल",
    "वर्ष",
    "घंटे",
    "घंटा",
    "घण्टे",
    "बजे",
    "गुना",
    "महीने",
    "माह",
    "दिन",
    "हज़ार",
    "हजार",
    "लाख",
    "करोड़",
    "अरब",
    "किलो",
    "मीटर",
    "किलोमीटर",
    "लीटर",
    "प्रतिशत",
    "फ़ीसदी",
    "फीसदी",
    "इंच",
];
/// Words before which a number is a code, whose digits are read one by one.
const BEFORE_CODES: &[&str] = &["पिन", "कोड", "अंक", "ओटीपी", "आधार", "पिनकोड"];

/// A number, perhaps with a sign before it and a percent sign behind it.
pub(super) fn cardinal(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    let sign = ["-", "−", "+", "±"].into_iter().find(|sign| rest.starts_with(sign));
    let skipped = sign.map_or(0, str::len);
    if sign.is_some() && !begins(cursor) {
        return None;
    }
    let number = number(&rest[skipped..])?;
    let len = skipped + number.len;
    let mut said = match sign {
        Some("-" | "−") => "माइनस ".to_owned(),
        Some("+") => "प्लस ".to_owned(),
        Some(_) => "प्लस माइनस ".to_owned(),
        None => String::new(),
    };
    said.push_str(&words(cursor, &number, len));
    let behind = rest[len..].strip_prefix(' ').unwrap_or(&rest[len..]);
    if behind.starts_with(['%', '％']) {
        let percent = rest.len() - behind.len() + behind.chars().next().map_or(0, char::len_utf8);
        return Some(Match::words(percent, &format!("{said} प्रतिशत")));
    }
    Some(Match::words(len, &said))
}

/// The words of a number by what stands around it.
fn words(cursor: &Cursor<'_, ()>, number: &Number, len: usize) -> String {
    let (before, after) = (word_before(cursor), word_after(cursor, len));
    let four = number.whole.len() == 4 && number.decimals.is_none();
    if four
        && (is_year(&number.whole) && AFTER_YEARS.contains(&after)
            || is_dated(before)
            || is_behind_month(cursor))
    {
        return numbers::year(&number.whole);
    }
    if number.whole.len() >= 4 && number.decimals.is_none() && BEFORE_CODES.contains(&before) {
        return numbers::one_by_one(&number.whole);
    }
    if AFTER_HALVES.contains(&after) { number.words_with_halves() } else { number.words() }
}

/// Whether digits are more likely a year than a count.
fn is_year(digits: &str) -> bool {
    digits.parse::<u64>().is_ok_and(|year| (1100..2000).contains(&year))
}

/// Whether a word before a number makes a year of it.
fn is_dated(before: &str) -> bool {
    BEFORE_YEARS.contains(&before) || date::is_month(before)
}

/// Whether a comma or a hyphen parts a number from the month before it: "15 अगस्त, 1947".
fn is_behind_month(cursor: &Cursor<'_, ()>) -> bool {
    let past = cursor.past();
    let month = past.trim_end_matches([' ', ',', '-']);
    let parted = month.len() < past.len();
    parted && date::is_month(&month[month.trim_end_matches(is_word_char).len()..])
}

/// Two numbers with a hyphen or a dash between: "दस से बारह"; before another "से" without
/// it, as the score of a game is said: "तीन दो से".
pub(super) fn range(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let from = number(rest)?;
    let behind = rest[from.len..].trim_start_matches(' ');
    let dash = ['-', '–', '—'].into_iter().find(|dash| behind.starts_with(*dash))?;
    let second = behind[dash.len_utf8()..].trim_start_matches(' ');
    let to = number(second)?;
    let len = rest.len() - second.len() + to.len;
    let plain = |number: &Number| number.whole.len() <= 4 && !number.whole.starts_with('0');
    let goes_on = rest[len..].starts_with(['-', '–', '/']);
    if !plain(&from) || !plain(&to) || goes_on {
        return None;
    }
    let after = word_after(cursor, len);
    let years = is_year(&from.whole) && (to.whole.len() == 2 || AFTER_YEARS.contains(&after));
    let say = |number: &Number| {
        if years { numbers::year(&number.whole) } else { number.words() }
    };
    let to_word = if after == "से" { "" } else { "से " };
    Some(Match::words(len, &format!("{} {to_word}{}", say(&from), say(&to))))
}

/// Digits that are left: after letters, or in a row too long for a number.
pub(super) fn left_over(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let (len, ascii) = digits(cursor.rest())?;
    Some(Match::words(len, &numbers::cardinal(&ascii)))
}
