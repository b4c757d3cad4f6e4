//! Years, decades, eras, quarters.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers};
use crate::reader::Reader;

/// Words before which a number of four digits is a year.
const BEFORE_YEARS: [&str; 42] = [
    "in",
    "since",
    "until",
    "till",
    "by",
    "from",
    "circa",
    "ca",
    "c",
    "year",
    "during",
    "before",
    "after",
    "around",
    "early",
    "late",
    "mid",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "of",
    "the",
    "copyright",
    "class",
    "between",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "born",
    "died",
    "olympics",
];

/// Words after which a number of four digits is none.
const BEFORE_COUNTS: [&str; 44] = [
    "over",
    "nearly",
    "almost",
    "approximately",
    "roughly",
    "than",
    "least",
    "most",
    "up",
    "exactly",
    "only",
    "just",
    "all",
    "total",
    "some",
    "another",
    "every",
    "costs",
    "cost",
    "paid",
    "pay",
    "earn",
    "earned",
    "scored",
    "worth",
    "number",
    "population",
    "bought",
    "sold",
    "have",
    "has",
    "had",
    "were",
    "are",
    "about",
    "contains",
    "with",
    "these",
    "those",
    "a",
    "page",
    "pages",
    "for",
    "my",
];

/// A number of four digits that is a year by what stands around it: 1984, 2012, 1066 after "in".
pub(crate) fn year(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(4..=4)?;
    let mut mark = reader;
    let decimal = mark.eat_one(&['.', ',']).is_some() && mark.at_digit();
    let inside = cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ','));
    if decimal || inside && cursor.past().ends_with(char::is_numeric) || !reader.ends() {
        return None;
    }
    is_year(cursor, digits, &reader)
        .then(|| Match::words(reader.at, &numbers::year(digits, cursor.dialect)))
}

/// Whether four digits are a year.
pub(crate) fn is_year(cursor: &Cursor<'_>, digits: &str, reader: &Reader<'_>) -> bool {
    let Ok(value) = digits.parse::<u32>() else { return false };
    let previous = cursor.previous_word().to_lowercase();
    let before = BEFORE_YEARS.contains(&previous.as_str());
    let mut ahead = *reader;
    let next = if ahead.space() { ahead.word() } else { "" };
    let counted = context::is_plural(next) || matches!(next, "of" | "different" | "more" | "other");
    match value {
        1700..=2049 if before => !matches!(next, "of" | "people" | "percent"),
        _ if counted || BEFORE_COUNTS.contains(&previous.as_str()) => false,
        1100..=2099 => true,
        1000..=1099 => before && previous != "the" && previous != "of" && previous != "around",
        2100..=2999 => before && !value.is_multiple_of(100) && previous != "the",
        _ => false,
    }
}

/// A year of two digits after an apostrophe: '99. And the class of '05.
pub(crate) fn short_year(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    reader.eat_one(&['\'', '’', '‘'])?;
    let digits = reader.digits(2..=2)?;
    let open = cursor.before().is_none_or(|c| c == ' ' || c == '(' || c == '–' || c == '-');
    let closes = matches!(reader.peek(), Some('\'' | '’' | '.')) && {
        let mut mark = reader;
        mark.eat_one(&['.']).is_none() || mark.at_digit()
    };
    if !open || !reader.ends() || closes {
        return None;
    }
    let words = match digits.as_bytes() {
        [b'0', _] => numbers::spoken_digits(digits),
        _ => numbers::cardinal(digits, cursor.dialect),
    };
    Some(Match::words(reader.at, &words))
}
