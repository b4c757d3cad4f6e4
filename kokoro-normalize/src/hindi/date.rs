//! Dates in numbers, and years with an era.

use super::context::{begins, ends};
use super::number::digits;
use super::numbers;
use crate::cursor::{Cursor, Match};

/// The months.
const MONTHS: [&str; 12] = [
    "जनवरी",
    "फ़रवरी",
    "मार्च",
    "अप्रैल",
    "मई",
    "जून",
    "जुलाई",
    "अगस्त",
    "सितंबर",
    "अक्टूबर",
    "नवंबर",
    "दिसंबर",
];
/// Other spellings of months.
const SPELLINGS: &[&str] = &["फरवरी", "सितम्बर", "अक्तूबर", "नवम्बर", "दिसम्बर"];

/// Whether a word is the name of a month.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word) || SPELLINGS.contains(&word)
}

/// The name of a month by its number, from 1 to 12.
pub(super) fn month_name(number: usize) -> Option<&'static str> {
    MONTHS.get(number.checked_sub(1)?).copied()
}

/// A part of a date: its digits as ASCII, and the number.
type Part = (String, usize);

/// A date: "25-03-2020", "02-27", "03-2010". The day stands first if it can. Without a year, a zero
/// in front tells it from a range.
pub(super) fn numeric(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let (mut len, first) = part(rest)?;
    let separator = rest[len..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = vec![first];
    while let Some((more, next)) = rest[len..].strip_prefix(separator).and_then(part) {
        len += 1 + more;
        parts.push(next);
    }
    if !ends(&rest[len..]) {
        return None;
    }
    let said = match &parts[..] {
        [day, month, year] if is_year(year) => {
            format!("{} {}", day_and_month(day, month)?, numbers::year(&year.0))
        }
        [month, year] if separator != '.' && is_near(year) && month.0.len() == 2 => {
            format!("{} {}", month_name(month.1)?, numbers::year(&year.0))
        }
        [day, month] if separator == '-' && (is_padded(day) || is_padded(month)) => {
            day_and_month(day, month)?
        }
        _ => return None,
    };
    Some(Match::words(len, &said))
}

/// Digits that may be a part of a date.
fn part(text: &str) -> Option<(usize, Part)> {
    let (len, ascii) = digits(text)?;
    let number = ascii.parse().ok().filter(|_| ascii.len() <= 4)?;
    Some((len, (ascii, number)))
}

fn is_year((ascii, _): &Part) -> bool {
    matches!(ascii.len(), 2 | 4)
}

/// Whether a number of four digits is more likely a year than a count.
fn is_near((_, number): &Part) -> bool {
    (1900..2100).contains(number)
}

fn is_padded((ascii, _): &Part) -> bool {
    ascii.len() == 2 && ascii.starts_with('0')
}

/// "पच्चीस मार्च"; or the month first, where only this can be meant.
fn day_and_month(first: &Part, second: &Part) -> Option<String> {
    let short = |part: &Part| part.0.len() <= 2;
    let month = |part: &Part| month_name(part.1);
    let day = |part: &Part| (1..=31).contains(&part.1).then(|| numbers::words(part.1 as u64));
    if !short(first) || !short(second) {
        return None;
    }
    match (day(first), month(second)) {
        (Some(day), Some(month)) => Some(format!("{day} {month}")),
        _ => Some(format!("{} {}", month(first)?, day(second)?)),
    }
}
