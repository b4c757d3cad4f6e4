//! Numbers that are read in pairs of digits: years, houses, flights.

use super::whole::{cardinal, digits, spoken_digits};
use crate::Dialect;

/// A year of up to four digits: "nineteen oh five", "two thousand five", "twenty ten".
///
/// ```
/// use kokoro_normalize::{Dialect, english::numbers};
///
/// assert_eq!(numbers::year("1905", Dialect::American), "nineteen oh five");
/// assert_eq!(numbers::year("2005", Dialect::British), "two thousand and five");
/// ```
pub fn year(number: &str, dialect: Dialect) -> String {
    match number.as_bytes() {
        [b'2', b'0', b'0', _] | [_, b'0', b'0', _] => cardinal(number, dialect),
        [b'0', ..] => digits(number),
        [_, _, _, _] | [_, _, _] => paired(number, dialect),
        _ => cardinal(number, dialect),
    }
}

/// Three to five digits in pairs from the end, as those of houses and flights are read: "seven
/// forty seven", "one oh one", "sixteen hundred". Others as a whole number.
pub fn paired(number: &str, dialect: Dialect) -> String {
    let len = number.len();
    if !(3..=5).contains(&len) || !number.bytes().all(|digit| digit.is_ascii_digit()) {
        return cardinal(number, dialect);
    }
    let (front, last) = number.split_at(len - 2);
    if number.starts_with('0') || number.ends_with("000") && len < 5 {
        return if number.starts_with('0') {
            spoken_digits(number)
        } else {
            cardinal(number, dialect)
        };
    }
    let front = if front.len() == 3 {
        format!("{} {}", cardinal(&front[..1], dialect), pair(&front[1..], dialect))
    } else {
        cardinal(front, dialect)
    };
    match last {
        "00" => front + " hundred",
        _ => format!("{front} {}", pair(last, dialect)),
    }
}

/// Two digits: "oh five", "oh oh", "forty seven".
fn pair(two: &str, dialect: Dialect) -> String {
    if two.starts_with('0') { spoken_digits(two) } else { cardinal(two, dialect) }
}

/// The ten years that begin with a year: "nineteen eighties", "eighteen hundreds", "nineties",
/// "two thousands".
pub fn decade(number: &str, dialect: Dialect) -> String {
    let words = match number {
        "00" => "two thousand".into(),
        _ => year(number, dialect),
    };
    match words.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => words + "s",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_decades() {
        let cases = [
            ("1984", "nineteen eighty four"),
            ("1900", "nineteen hundred"),
            ("2000", "two thousand"),
            ("2005", "two thousand five"),
            ("2010", "twenty ten"),
            ("1066", "ten sixty six"),
            ("1001", "one thousand one"),
            ("340", "three forty"),
            ("44", "forty four"),
        ];
        for (number, words) in cases {
            assert_eq!(year(number, Dialect::American), words);
        }
        let decades = [
            ("1980", "nineteen eighties"),
            ("1800", "eighteen hundreds"),
            ("2000", "two thousands"),
            ("1910", "nineteen tens"),
            ("90", "nineties"),
        ];
        for (number, words) in decades {
            assert_eq!(decade(number, Dialect::American), words);
        }
    }

    #[test]
    fn houses_and_flights() {
        let cases = [
            ("747", "seven forty seven"),
            ("101", "one oh one"),
            ("500", "five hundred"),
            ("1600", "sixteen hundred"),
            ("2000", "two thousand"),
            ("12345", "one twenty three forty five"),
            ("10501", "one oh five oh one"),
            ("66", "sixty six"),
        ];
        for (number, words) in cases {
            assert_eq!(paired(number, Dialect::American), words);
        }
    }
}
