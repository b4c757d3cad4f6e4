//! Digits that name something and count nothing: ZIP codes, PINs, serial numbers, addresses of
//! computers, versions.

use crate::cursor::{Cursor, Match};
use crate::english::{numbers, states};
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
    states::is_state(word) || word.eq_ignore_ascii_case("zip")
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

/// Cartridges: ".30-06", ".45-70".
pub(crate) fn cartridge(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let open = cursor.before().is_none_or(|c| !c.is_alphanumeric() && c != '.');
    (open && reader.eat(".")).then_some(())?;
    let calibre = reader.digits(2..=3)?;
    reader.eat("-").then_some(())?;
    let load = reader.digits(2..=3)?;
    let load = match load.strip_prefix('0') {
        Some(digits) => format!("aught {}", numbers::cardinal(digits, cursor.dialect)),
        None => numbers::paired(load, cursor.dialect),
    };
    let words = format!("{} {load}", numbers::paired(calibre, cursor.dialect));
    reader.ends().then(|| Match::words(reader.at, &words))
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
    if parts == ["30", "06"] {
        return Some(Match::words(reader.at, "thirty aught six")); // a cartridge
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
