//! Versions of programs and addresses of computers.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::{reader::Reader, said::Said};

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

/// Names before a version with one point.
#[rustfmt::skip]
const PROGRAMS: [&str; 24] = [
    "Python", "iOS", "macOS", "Android", "Ubuntu", "Debian", "Fedora", "Node", "Java", "Rust",
    "Go", "Ruby", "Perl", "PHP", "Kubernetes", "version", "Version", "ver", "release", "Linux",
    "Firefox", "Chrome", "Django", "PostgreSQL",
];

/// A number with one point after the name of a program: Python 3.12, iOS 17.10.
pub(crate) fn release(cursor: &Cursor<'_>) -> Option<Match> {
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
