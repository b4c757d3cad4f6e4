//! Digits beside Latin letters, and versions.

use crate::cursor::{Cursor, Match};
use crate::mandarin::numbers::{cardinal, digits};
use crate::reader::Reader;
use crate::said::Said;

/// Digits behind a Latin letter: A380 is A三八零, T2 is T二.
pub(super) fn behind_letter(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let past = cursor.past();
    let letter = past.strip_suffix('-').unwrap_or(past);
    if !letter.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(3..=usize::MAX)?;
    let decimal = reader.rest().starts_with('.')
        && reader.rest()[1..].starts_with(|c: char| c.is_ascii_digit());
    (!decimal).then(|| Match::words(reader.at, &digits(number)))
}

/// The hyphen of GPT-4 is not said.
pub(super) fn hyphen(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    reader.eat_one(&['-', '‐', '‑'])?;
    let letter = cursor.before().is_some_and(|c| c.is_ascii_alphabetic());
    (letter && reader.at_digit()).then(|| Match { len: reader.at, said: Said::silent() })
}

/// B2B, O2O, P2P: 2 is "to".
pub(super) fn to(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut chars = cursor.rest().chars();
    let (first, two, second, next) = (chars.next()?, chars.next()?, chars.next()?, chars.next());
    let outside = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric());
    let sides = ['B', 'C', 'D', 'F', 'G', 'M', 'O', 'P', 'T', 'U', 'V'];
    let known = sides.contains(&first) && two == '2' && sides.contains(&second);
    (known && outside(cursor.before()) && outside(next)).then(|| {
        let said = Said::letters(&first.to_string()).then("to").then_letters(&second.to_string());
        Match { len: 3, said }
    })
}

/// C++ and C#.
pub(super) fn language(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !cursor.before().is_some_and(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let (sign, said) = [("++", "加加"), ("#", "sharp")]
        .into_iter()
        .find(|(sign, _)| cursor.rest().starts_with(sign))?;
    let ends = !cursor.rest()[sign.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    ends.then(|| Match::words(sign.len(), said))
}

/// No.1: 第一.
pub(super) fn number_one(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let label = ["No.", "NO.", "№"].into_iter().any(|label| reader.eat(label));
    reader.space();
    let outside = !cursor.before().is_some_and(|c| c.is_ascii_alphanumeric());
    (label && outside && reader.at_digit()).then(|| Match::words(reader.at, "第"))
}

/// 6·18 and 9·11: days that are names, digit by digit.
pub(super) fn day(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=2)?;
    reader.eat_one(&['·', '•', '・'])?;
    let second = reader.digits(1..=2)?;
    let outside = !cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == '·');
    let ends = !reader.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '·');
    (outside && ends).then(|| Match::words(reader.at, &digits(&[first, second].concat())))
}

/// 1.2.3, 192.168.0.1: the parts of an address in digits, those of a version as numbers.
pub(super) fn version(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut parts = vec![reader.digits(1..=8)?];
    loop {
        let mut ahead = reader;
        let Some(part) = ahead.eat(".").then(|| ahead.digits(1..=8)).flatten() else { break };
        parts.push(part);
        reader = ahead;
    }
    if parts.len() < 3 {
        return None;
    }
    let address = parts.len() == 4;
    let say = |part: &&str| match part.len() {
        1..=2 if !address && !part.starts_with('0') => cardinal(part),
        _ => digits(part),
    };
    let said: Vec<String> = parts.iter().map(say).collect();
    Some(Match::words(reader.at, &said.join("点")))
}

/// 90后: those born in the nineties.
pub(super) fn generation(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(2..=2)?;
    let known =
        matches!(number, "60" | "65" | "70" | "75" | "80" | "85" | "90" | "95" | "00" | "05");
    let outside = !cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    let behind = reader.rest().starts_with(['后', '後']);
    (known && outside && behind).then(|| Match::words(reader.at, &digits(number)))
}
