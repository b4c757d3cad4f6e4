//! Digits that are said one by one because of the word before them: ISBN 978-84-376-0494-7.

use crate::cursor::Match;
use crate::european::context;
use crate::european::grammar::{Found, Place};
use crate::european::quantity::same;
use crate::european::telephone::previous;
use crate::reader::Reader;

/// Digits behind one of these names. Behind a name in capitals, spaces may part them.
pub(crate) fn behind_name(place: &Place<'_>, names: &[&str]) -> Found {
    let name = previous(place);
    if !context::may_begin(place) || !names.iter().any(|own| same(own, name)) {
        return None;
    }
    let signs: &[char] = match name.chars().all(char::is_uppercase) {
        true => &['-', '.', '/', ' ', '\u{a0}'],
        false => &['-', '.'],
    };
    let mut reader = Reader::new(place.rest());
    let mut digits = reader.digits(1..=20)?.to_string();
    loop {
        let mut ahead = reader;
        let group = ahead.eat_one(signs).and_then(|_| ahead.digits(1..=20));
        let Some(group) = group.filter(|_| digits.len() < 30) else { break };
        digits.push_str(group);
        reader = ahead;
    }
    reader.ends().then(|| Match::words(reader.at, &place.dialect.digits(&digits)))
}
