//! Directions in addresses: "12 E Oak Ave", "W. 42nd St.", "K St. NW".

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::english::place;

/// In alphabetical order.
const DIRECTIONS: [(&str, &str); 8] = [
    ("E", "East"),
    ("N", "North"),
    ("NE", "Northeast"),
    ("NW", "Northwest"),
    ("S", "South"),
    ("SE", "Southeast"),
    ("SW", "Southwest"),
    ("W", "West"),
];

/// Words that stand before the name of a street.
const PLACES: [&str; 10] = ["along", "and", "at", "down", "from", "near", "of", "off", "on", "to"];

/// A letter before the name of a street, or letters behind it.
pub(crate) fn direction(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let (written, len) = scan(rest);
    let at = DIRECTIONS.binary_search_by_key(&written.as_str(), |row| row.0).ok()?;
    let after = &rest[len..];
    if cursor.before() != Some(' ') || after.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let previous = neighbours::words_back(cursor.past()).next().unwrap_or("");
    let house = !previous.is_empty() && previous.bytes().all(|b| b.is_ascii_digit())
        || PLACES.contains(&previous);
    let mut words = after.split_whitespace().take(4);
    let first = words.next().unwrap_or("");
    let ordinal = first.starts_with(|c: char| c.is_ascii_digit());
    let named = neighbours::is_capitalized(first) && house;
    let bare = |word: &str| word.trim_end_matches(['.', ',', ';']).to_owned();
    let before = after.starts_with(' ')
        && (ordinal || named)
        && words.any(|word| place::is_street(&bare(word)));
    let spaced = !cursor.past().trim_end().ends_with([',', ';']);
    let street = place::is_street(previous) && (written.len() == 2 || previous != "Way");
    let closes = !matches!(neighbours::Next::of(after), neighbours::Next::Small(_));
    let behind =
        spaced && street && (written.len() == 2 || (closes || len == 2) && previous != "Place");
    let stop = rest[..len].ends_with('.');
    let ends = behind && stop && neighbours::Next::of(after).is_new_sentence();
    (before || behind).then(|| Match::words(len - usize::from(ends), DIRECTIONS[at].1))
}

/// The letters of "NW" or "N.W.", and how many bytes they take.
fn scan(text: &str) -> (String, usize) {
    let (mut letters, mut len) = (String::new(), 0);
    for c in text.chars().take(4) {
        match c {
            'N' | 'S' | 'E' | 'W' => letters.push(c),
            '.' if len > 0 => {}
            _ => break,
        }
        len += 1;
    }
    (letters, len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn directions_of_streets() {
        for (text, expected) in [
            ("1211 E Arques Ave", "1211 East Arques Ave"),
            ("at 708 N. 1st St, or on W 42nd St.", "at 708 North 1st St, or on West 42nd St."),
            ("K St. NW is near", "K St. Northwest is near"),
            ("on N. Main St. and Oak Ave. W.", "on North Main St. and Oak Ave. West."),
            ("1600 Oak Ave. N.W. It is", "1600 Oak Ave. Northwest. It is"),
        ] {
            assert_eq!(said(direction, text), expected);
        }
        for text in ["Plan E Oak Ave", "5 N of force", "the S Club", "12 E Oak", "Plan on E and"] {
            assert_eq!(said(direction, text), text);
        }
    }
}
