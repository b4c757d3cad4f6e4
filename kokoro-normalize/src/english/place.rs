//! Numbers of houses, roads, rooms and flights, which are read in pairs of digits.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers};
use crate::reader::Reader;

/// What the name of a street ends with.
const STREETS: [&str; 44] = [
    "St",
    "Street",
    "Ave",
    "Avenue",
    "Blvd",
    "Boulevard",
    "Rd",
    "Road",
    "Dr",
    "Drive",
    "Ln",
    "Lane",
    "Ct",
    "Court",
    "Pl",
    "Place",
    "Sq",
    "Square",
    "Ter",
    "Terrace",
    "Pkwy",
    "Parkway",
    "Hwy",
    "Highway",
    "Way",
    "Cir",
    "Circle",
    "Expy",
    "Expressway",
    "Plaza",
    "Row",
    "Close",
    "Crescent",
    "Gardens",
    "Mews",
    "Alley",
    "Trail",
    "Trl",
    "Broadway",
    "Loop",
    "Quay",
    "hwy",
    "st",
    "street",
];

/// Whether the name of a street ends with this word.
pub(crate) fn is_street(word: &str) -> bool {
    STREETS.contains(&word)
}

/// Words before a number that is read in pairs.
const PAIRED: [&str; 41] = [
    "Xbox",
    "Fahrenheit",
    "Office",
    "Ferrari",
    "BMW",
    "Mazda",
    "Audi",
    "port",
    "Port",
    "Error",
    "error",
    "HTTP",
    "Nikon",
    "Model",
    "Highway",
    "Hwy",
    "Route",
    "Interstate",
    "Flight",
    "flight",
    "Room",
    "room",
    "Boeing",
    "Airbus",
    "Suite",
    "Apartment",
    "Apt",
    "Rm",
    "Road",
    "Bus",
    "bus",
    "Gate",
    "Train",
    "train",
    "Exit",
    "Peugeot",
    "Porsche",
    "Ste",
    "highway",
    "Flat",
    "Channel",
];

/// The number of a house before the name of a street: 1600 Pennsylvania Ave, 221B Baker Street.
pub(crate) fn house(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(1..=5)?;
    let letter = reader.eat_one(&['A', 'B', 'C', 'D']).filter(|_| reader.ends());
    if !reader.ends() || !reader.rest().starts_with(' ') {
        return None;
    }
    let mut words = reader.rest().split(' ').skip(1).take(5).enumerate();
    let street = words.find_map(|(at, word)| {
        let name = word.trim_end_matches(['.', ',', ';', '!', '?', ')']);
        let ends = at > 0 && STREETS.contains(&name) || at == 0 && name == "Broadway";
        let capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let goes_on = capital && name.len() == word.trim_end_matches('.').len();
        if ends {
            Some(true)
        } else if goes_on {
            None
        } else {
            Some(false)
        }
    });
    if street != Some(true) {
        return None;
    }
    let words = paired(digits, cursor);
    let letter = letter.map(|letter| format!(" {letter}")).unwrap_or_default();
    Some(Match::words(reader.at, &format!("{words}{letter}")))
}

/// Numbers of three and four digits after "Highway", "Flight", "Boeing" and the like.
pub(crate) fn named(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(3..=4)?;
    let mut mark = reader;
    let decimal = mark.eat_one(&['.', ',']).is_some() && mark.at_digit();
    let second = cursor.before() == Some('-') && {
        let past = cursor.past();
        past[..past.len() - 1].ends_with(char::is_numeric)
    };
    let model = digits.len() == 3 && digits.starts_with('7');
    let previous = cursor.previous_word();
    let jet = model && digits.ends_with('7') && matches!(previous, "a" | "an" | "the" | "The");
    let jet = jet || model && reader.rest().starts_with('-') && digits.ends_with('7');
    let name = digits.len() == 3 && second_of_name(cursor);
    let mut next = reader;
    let counted = next.space() && context::is_plural(next.word());
    let pair = mark.eat("/") && mark.at_digit(); // BP 118/76
    let thing = is_model(previous) && !counted && !pair;
    let known = jet || name || thing || PAIRED.contains(&previous) && !second;
    (known && reader.ends() && !decimal).then(|| {
        let mut words = paired(digits, cursor);
        let mut ahead = reader;
        if ahead.eat("-")
            && let Some(model) = ahead.digits(3..=3).filter(|_| ahead.ends())
        {
            words = format!("{words} {}", paired(model, cursor)); // Boeing 747-400
            reader = ahead;
        }
        Match::words(reader.at, &words)
    })
}

/// Whether a word of two or three capitals may stand before the number of a thing: RTX 4090.
fn is_model(word: &str) -> bool {
    let no_name = [
        "PIN", "OTP", "SSN", "ZIP", "ID", "THE", "AND", "FOR", "ALL", "OF", "IN", "TO", "AM", "PM",
        "BC", "AD", "BY", "AT", "HAD", "HAS", "WAS", "ARE", "GOT", "OR", "IS", "NOT", "BUT",
    ];
    (2..=3).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && !no_name.contains(&word)
}

/// Whether the digits stand behind a name and a hyphen, as in Blink-182.
fn second_of_name(cursor: &Cursor<'_>) -> bool {
    let Some(past) = cursor.past().strip_suffix('-') else { return false };
    let name = &past[past.trim_end_matches(char::is_alphabetic).len()..];
    name.len() > 1 && name.starts_with(char::is_uppercase) && name.ends_with(char::is_lowercase)
}

/// Digits in pairs, but round hundreds as such.
fn paired(digits: &str, cursor: &Cursor<'_>) -> String {
    numbers::paired(digits, cursor.dialect)
}
