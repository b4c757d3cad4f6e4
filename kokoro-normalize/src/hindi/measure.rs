//! Measures: "5 km", "25 °C", "200x10".

use super::context::{begins, ends};
use super::number::{Number, digits, number};
use super::numbers;
use super::units::UNITS;
use crate::cursor::{Cursor, Match};

/// A number with a unit.
pub(super) fn measure(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let number = number(rest)?;
    let behind = rest[number.len..].trim_start_matches([' ', '\u{a0}']);
    let fits = |sign: &str| {
        let after = behind.strip_prefix(sign)?;
        // "4K" tells how sharp a picture is; "300K" is a temperature.
        if sign == "K" && number.whole.len() < 3 && rest[number.len..].starts_with('K') {
            return None;
        }
        let abbreviated = sign.ends_with(['.', '॰']);
        (abbreviated || ends(after)).then_some(rest.len() - after.len())
    };
    let (name, len) = UNITS
        .iter()
        .flat_map(|(signs, name)| signs.split(' ').map(move |sign| (sign, name)))
        .filter_map(|(sign, name)| Some((name, fits(sign)?)))
        .max_by_key(|(_, len)| *len)?;
    Some(Match::words(len, &format!("{} {name}", words(&number, name))))
}

/// The words of a number before a unit. Spans of time have words for halves.
fn words(number: &Number, name: &str) -> String {
    match name {
        "साल" | "घंटे" => number.words_with_halves(),
        _ => number.words(),
    }
}

/// Feet and inches: `5'8"`. Behind a degree sign the same signs are minutes and seconds.
pub(super) fn feet(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) || cursor.past().ends_with('°') {
        return None;
    }
    let rest = cursor.rest();
    let (len, feet) = digits(rest).filter(|(_, feet)| feet.len() <= 2)?;
    let behind = rest[len..].strip_prefix(['\'', '’', '′'])?;
    let second = behind.trim_start_matches(' ');
    let (len, inches) = digits(second)?;
    let marks = ["\"", "″", "”", "''", "’’", "′′"];
    let marked = marks.iter().find_map(|mark| second[len..].strip_prefix(mark));
    let touching = (second.len() == behind.len()).then(|| &second[len..]);
    let after = marked.or(touching).filter(|after| ends(after))?;
    inches.parse::<u64>().ok().filter(|inches| *inches < 12)?;
    let (feet, inches) = (numbers::cardinal(&feet), numbers::cardinal(&inches));
    Some(Match::words(rest.len() - after.len(), &format!("{feet} फीट {inches} इंच")))
}

/// Length and width: "दो सौ बाई दस". What an equals sign follows is a product.
pub(super) fn dimensions(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let first = number(rest)?;
    let mut said = first.words();
    let mut len = first.len;
    loop {
        let behind = rest[len..].trim_start_matches(' ');
        let Some(next) = behind.strip_prefix(['x', 'X', '×']) else { break };
        let next = next.trim_start_matches(' ');
        let Some(number) = number(next) else { break };
        len = rest.len() - next.len() + number.len;
        said.push_str(" बाई ");
        said.push_str(&number.words());
    }
    let is_product = rest[len..].trim_start_matches(' ').starts_with('=');
    (len > first.len && ends(&rest[len..]) && !is_product).then(|| Match::words(len, &said))
}
