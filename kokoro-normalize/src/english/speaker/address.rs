//! Postal addresses, whose parts are known by their places.

use crate::Dialect;
use crate::english::numbers;

/// Ends of the names of streets, in small letters, and what they stand for.
const STREETS: [(&str, &str); 20] = [
    ("aly", "Alley"),
    ("ave", "Avenue"),
    ("av", "Avenue"),
    ("blvd", "Boulevard"),
    ("cir", "Circle"),
    ("ct", "Court"),
    ("cres", "Crescent"),
    ("dr", "Drive"),
    ("expy", "Expressway"),
    ("fwy", "Freeway"),
    ("hwy", "Highway"),
    ("ln", "Lane"),
    ("pkwy", "Parkway"),
    ("pl", "Place"),
    ("plz", "Plaza"),
    ("rd", "Road"),
    ("sq", "Square"),
    ("st", "Street"),
    ("ter", "Terrace"),
    ("trl", "Trail"),
];

/// What else stands in an address in short.
const OTHERS: [(&str, &str); 8] = [
    ("apt", "Apartment"),
    ("bldg", "Building"),
    ("fl", "Floor"),
    ("ft", "Fort"),
    ("mt", "Mount"),
    ("rm", "Room"),
    ("ste", "Suite"),
    ("po", "P.O."),
];

/// Points of the compass.
const DIRECTIONS: [(&str, &str); 8] = [
    ("n", "North"),
    ("s", "South"),
    ("e", "East"),
    ("w", "West"),
    ("ne", "Northeast"),
    ("nw", "Northwest"),
    ("se", "Southeast"),
    ("sw", "Southwest"),
];

/// An address in which streets, directions and postal codes are written out. The rest is left to
/// the rules of the language.
pub(super) fn written_out(text: &str, dialect: Dialect) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    let mut words = Vec::new();
    let mut part = 0; // which word it is between two commas
    for (at, written) in all.iter().enumerate() {
        let word = written.trim_end_matches([',', ';']);
        let mark = &written[word.len()..];
        let next = all.get(at + 1).filter(|_| mark.is_empty()).copied().unwrap_or("");
        let said = said(word, at, part, next, dialect).unwrap_or_else(|| word.to_owned());
        words.push(said + mark);
        part = if mark.is_empty() { part + 1 } else { 0 };
    }
    words.join(" ")
}

/// What is said for the word `at` its place in the address, and `part` in what commas divide. The
/// word `next` follows.
fn said(word: &str, at: usize, part: usize, next: &str, dialect: Dialect) -> Option<String> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    if digits && at == 0 && word.len() <= 5 {
        return Some(numbers::paired(word, dialect));
    }
    if is_zip_code(word) && at > 0 {
        return Some(word.split('-').map(numbers::spoken_digits).collect::<Vec<_>>().join(", "));
    }
    // Hartford, CT has its state behind the comma. A street ends behind its name: "St. James Place"
    // is of a saint.
    let ends = !next.starts_with(char::is_alphabetic)
        || [&DIRECTIONS[..], &OTHERS].iter().any(|table| find(table, next).is_some());
    let street = if part > 0 && ends { find(&STREETS, word) } else { None };
    let direction = if at > 0 && part > 0 { find(&DIRECTIONS, word) } else { None };
    street.or(direction).or_else(|| find(&OTHERS, word)).map(str::to_owned)
}

/// What a word stands for, whose full stops and capitals do not matter.
fn find(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    let bare = word.trim_end_matches([',', ';']).replace('.', "").to_lowercase();
    table.iter().find(|(own, _)| *own == bare).map(|(_, name)| *name)
}

/// Five digits, perhaps with four more behind a hyphen.
fn is_zip_code(word: &str) -> bool {
    let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    match word.split_once('-') {
        Some((five, four)) => digits(five, 5) && digits(four, 4),
        None => digits(word, 5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_known_by_their_places() {
        for (text, expected) in [
            ("150th CT NE, Redmond, WA", "150th Court Northeast, Redmond, WA"),
            ("12 St. James Pl, Hartford, CT", "twelve St. James Place, Hartford, CT"),
            (
                "1600 Oak Ave, ID 83702-1234",
                "sixteen hundred Oak Avenue, ID eight three seven oh two, one two three four",
            ),
        ] {
            assert_eq!(written_out(text, Dialect::American), expected);
        }
    }
}
