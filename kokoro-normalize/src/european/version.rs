//! Versions and addresses of hosts in digits: 2.0.1, 192.168.0.1.

use crate::cursor::Match;
use crate::european::context::{self, push};
use crate::european::form::Form;
use crate::european::grammar::{Found, Place};
use crate::european::spoken;
use crate::reader::Reader;

/// Three or more numbers with full stops between them. Four are an address, whose digits are
/// said one by one.
pub(crate) fn version(place: &Place<'_>) -> Found {
    let past = place.past();
    let v = past.strip_suffix(['v', 'V']).is_some_and(|s| !s.ends_with(char::is_alphanumeric));
    if !v && !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let mut parts = vec![reader.digits(1..=6)?];
    while parts.len() < 8 {
        let mut ahead = reader;
        if !ahead.eat(".") {
            break;
        }
        let Some(part) = ahead.digits(1..=6) else { break };
        parts.push(part);
        reader = ahead;
    }
    let grouped = parts[0] != "0" && parts[1..].iter().all(|part| part.len() == 3);
    let goes_on = reader
        .rest()
        .strip_prefix('.')
        .is_some_and(|s| s.starts_with(|c: char| c.is_ascii_digit()));
    let pairs = parts.len() == 5 && parts.iter().all(|part| part.len() == 2);
    if parts.len() < 3 || pairs || grouped && parts.len() != 4 || goes_on {
        return None;
    }
    let round = parts.iter().any(|part| part.len() > 3 || part.ends_with("00"));
    let host = parts.len() == 4
        && parts.iter().all(|p| p.len() <= 3 && p.parse().is_ok_and(|value: u32| value < 256));
    if grouped && (!host || round) {
        return None;
    }
    let mut said = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            push(&mut said, grammar.point);
        }
        let words =
            if host { grammar.digits(part) } else { spoken::whole(part, grammar, Form::Alone) };
        push(&mut said, &words);
    }
    Some(Match::words(reader.at, &said))
}
