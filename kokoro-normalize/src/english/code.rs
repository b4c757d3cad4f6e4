//! Digits that name something and count nothing: ZIP codes, PINs, serial numbers, addresses of
//! computers, versions.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::{reader::Reader, said::Said};

/// Words after which digits are read one by one.
const BEFORE_CODES: [&str; 34] = [
    "pin",
    "code",
    "codes",
    "otp",
    "zip",
    "account",
    "acct",
    "serial",
    "reference",
    "ref",
    "id",
    "invoice",
    "ticket",
    "tracking",
    "confirmation",
    "password",
    "passcode",
    "ssn",
    "isbn",
    "ending",
    "card",
    "extension",
    "ext",
    "postcode",
    "case",
    "order",
    "booking",
    "policy",
    "license",
    "licence",
    "imei",
    "vin",
    "pnr",
    "routing",
];

/// Abbreviations of the states of the US and of their capital's district.
const STATES: [&str; 52] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA",
    "WA", "WV", "WI", "WY",
];

/// The last words of the names of states.
const STATE_NAMES: [&str; 46] = [
    "Alabama",
    "Alaska",
    "Arizona",
    "Arkansas",
    "California",
    "Colorado",
    "Connecticut",
    "Delaware",
    "Florida",
    "Georgia",
    "Hawaii",
    "Idaho",
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Kentucky",
    "Louisiana",
    "Maine",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Montana",
    "Nebraska",
    "Nevada",
    "Hampshire",
    "Jersey",
    "Mexico",
    "York",
    "Carolina",
    "Dakota",
    "Ohio",
    "Oklahoma",
    "Oregon",
    "Pennsylvania",
    "Island",
    "Tennessee",
    "Texas",
    "Utah",
    "Vermont",
    "Virginia",
    "Washington",
    "Wyoming",
];

/// ZIP codes after a state, digits after "PIN" and the like, and numbers with zeros in front.
pub(crate) fn code(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(1..=60)?;
    let mut mark = reader;
    if mark.eat_one(&['.', ',', '/', ':']).is_some() && mark.at_digit() || !reader.ends() {
        return None;
    }
    if digits.len() == 5 && after_state(cursor) {
        let mut said = Said::words(&numbers::spoken_digits(digits));
        let mut ahead = reader;
        if ahead.eat("-")
            && let Some(more) = ahead.digits(4..=4)
        {
            said = said.joined(",").then(&numbers::spoken_digits(more));
            reader = ahead;
        }
        return Some(Match { len: reader.at, said });
    }
    let zeros = digits.len() > 1 && digits.starts_with('0');
    let long = digits.len() > 15 || digits.len() > 9 && !digits.ends_with("000000");
    let named = digits.len() > 2 && is_named(cursor);
    let emergency =
        matches!(digits, "911" | "999" | "112" | "311" | "411") && is_called(cursor, reader);
    (zeros || long || named || emergency).then(|| Match::words(reader.at, &numbers::digits(digits)))
}

/// Whether a state of the US stands before.
fn after_state(cursor: &Cursor<'_>) -> bool {
    let past = cursor.past().trim_end_matches([' ', ',']);
    let word = &past[past.trim_end_matches(char::is_alphabetic).len()..];
    STATES.contains(&word) || STATE_NAMES.contains(&word) || word == "zip" || word == "ZIP"
}

/// Whether a number is one that is called: "call 911", "a 911 operator".
fn is_called(cursor: &Cursor<'_>, mut reader: Reader<'_>) -> bool {
    let past = cursor.past();
    let sentence = past.rsplit(['!', '?', ';']).next().unwrap_or(past);
    let calls =
        ["call", "called", "calling", "dial", "dialed", "dialled", "dialing", "text", "phoned"];
    sentence.rsplit(' ').take(6).any(|word| calls.contains(&word.to_lowercase().as_str()))
        || reader.space() && matches!(reader.word(), "call" | "calls" | "operator" | "dispatcher")
}

/// Whether a word before says that digits name something: "code 4411", "card ending in 8876".
fn is_named(cursor: &Cursor<'_>) -> bool {
    let past = cursor.past().trim_end_matches([' ', '#', ':', '.']);
    let known = |word: &&str| BEFORE_CODES.contains(&word.to_lowercase().as_str());
    let mut words = past.rsplit(' ').map(|word| word.trim_end_matches([':', '.']));
    match words.next() {
        Some("is" | "number" | "in" | "no" | "No" | "Number") => {
            words.next().as_ref().is_some_and(known)
        }
        word => word.as_ref().is_some_and(known),
    }
}

/// Versions and addresses of computers: v2.0.1, 10.4.1, Python 3.12, 192.168.0.1.
pub(crate) fn version(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | '@' | '-')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let letter = reader.eat_one(&['v', 'V']);
    let named = letter.is_some();
    let mut parts = vec![reader.digits(1..=5)?];
    while parts.len() < 8 {
        let mut ahead = reader;
        let Some(part) = ahead.eat(".").then(|| ahead.digits(1..=5)).flatten() else { break };
        parts.push(part);
        reader = ahead;
    }
    let grouped = parts.len() == 3 && parts[1..].iter().all(|part| part.len() == 3);
    if grouped && !named && parts[2] == "000" {
        return None; // 1.000.000
    }
    let engine = letter == Some('V') && parts.len() < 2; // V8
    let needed = if named { 1 } else { 3 };
    if parts.len() < needed || engine || !reader.ends() && !suffix(reader) {
        return None;
    }
    let address = parts.len() == 4 && parts.iter().all(|part| part.len() < 4);
    let between = if address && !named { " dot " } else { " point " };
    let words: Vec<_> = parts
        .iter()
        .map(|part| {
            if address && !named && part.len() > 1 || part.len() > 1 && part.starts_with('0') {
                numbers::digits(part)
            } else {
                numbers::cardinal(part, cursor.dialect)
            }
        })
        .collect();
    let said = Said::words(if named { "version" } else { "" }).then(&words.join(between));
    Some(Match { len: reader.at, said })
}

/// Whether a version goes on with letters, as 1.0.0rc1.
fn suffix(mut reader: Reader<'_>) -> bool {
    matches!(reader.word(), "a" | "b" | "c" | "rc" | "alpha" | "beta" | "dev" | "post" | "x")
}

/// A number with one point after the name of a program: Python 3.12, iOS 17.10.
pub(crate) fn release(cursor: &Cursor<'_>) -> Option<Match> {
    const PROGRAMS: [&str; 24] = [
        "Python",
        "iOS",
        "macOS",
        "Android",
        "Ubuntu",
        "Debian",
        "Fedora",
        "Node",
        "Java",
        "Rust",
        "Go",
        "Ruby",
        "Perl",
        "PHP",
        "Kubernetes",
        "version",
        "Version",
        "ver",
        "release",
        "Linux",
        "Firefox",
        "Chrome",
        "Django",
        "PostgreSQL",
    ];
    if !PROGRAMS.contains(&cursor.previous_word()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=4)?;
    reader.eat(".").then_some(())?;
    let second = reader.digits(1..=3)?;
    let mut ahead = reader;
    if !reader.ends() || ahead.eat(".") && ahead.at_digit() {
        return None;
    }
    let second = match second.starts_with('0') {
        true => numbers::digits(second),
        false => numbers::cardinal(second, cursor.dialect),
    };
    let first = numbers::cardinal(first, cursor.dialect);
    Some(Match::words(reader.at, &format!("{first} point {second}")))
}

/// Three or more numbers with hyphens between: 1-2-3, 12-34-56. Those with zeros in front are read
/// digit by digit.
pub(crate) fn chain(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut parts = vec![reader.digits(1..=20)?];
    while parts.len() < 20 {
        let mut ahead = reader;
        let Some(part) = ahead.dash().then(|| ahead.digits(1..=20)).flatten() else { break };
        parts.push(part);
        reader = ahead;
    }
    let zeros = parts.iter().any(|part| part.len() > 1 && part.starts_with('0'));
    let years = parts[0].len() == 4 && parts.len() == 2 && parts[1].len() == 2; // 2008-09
    if parts.len() < 3 && !(zeros && parts.len() == 2 && !years) || !reader.ends() {
        return None;
    }
    let digits = zeros || parts.iter().any(|part| part.len() > 3);
    let words: Vec<_> = parts
        .iter()
        .map(|part| match digits {
            true => numbers::digits(part),
            false => numbers::cardinal(part, cursor.dialect),
        })
        .collect();
    Some(Match::words(reader.at, &words.join(if digits { ", " } else { " " })))
}
