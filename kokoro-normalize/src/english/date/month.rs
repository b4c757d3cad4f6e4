//! Names of months and days of the week.

use crate::reader::Reader;

const MONTHS: [(&str, &[&str]); 12] = [
    ("January", &["january", "jan"]),
    ("February", &["february", "feb", "febr"]),
    ("March", &["march", "mar"]),
    ("April", &["april", "apr"]),
    ("May", &["may"]),
    ("June", &["june", "jun"]),
    ("July", &["july", "jul"]),
    ("August", &["august", "aug"]),
    ("September", &["september", "sept", "sep"]),
    ("October", &["october", "oct"]),
    ("November", &["november", "nov"]),
    ("December", &["december", "dec"]),
];

const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("Monday", &["monday", "mon"]),
    ("Tuesday", &["tuesday", "tues", "tue"]),
    ("Wednesday", &["wednesday", "wed"]),
    ("Thursday", &["thursday", "thurs", "thur", "thu"]),
    ("Friday", &["friday", "fri"]),
    ("Saturday", &["saturday", "sat"]),
    ("Sunday", &["sunday", "sun"]),
];

/// A month that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Month {
    /// Its full name.
    pub(crate) name: &'static str,
    /// Whether it is written like a word that is no month: may, march, mar.
    pub(crate) doubtful: bool,
}

/// The name of a month by its number, from 1 to 12.
pub(crate) fn name(number: usize) -> Option<&'static str> {
    MONTHS.get(number.checked_sub(1)?).map(|(name, _)| *name)
}

/// Reads the name of a month or its abbreviation, with its full stop.
pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Month> {
    let (name, written) = find(reader, &MONTHS)?;
    Some(Month { name, doubtful: matches!(written, "may" | "march" | "mar" | "dec" | "jun") })
}

/// Reads the name of a day of the week or its abbreviation, with its full stop.
pub(crate) fn weekday(reader: &mut Reader<'_>) -> Option<&'static str> {
    find(reader, &WEEKDAYS).map(|(name, _)| name)
}

/// Reads one of the names. Returns its full form and what is written.
fn find<'a>(
    reader: &mut Reader<'a>,
    names: &[(&'static str, &[&str])],
) -> Option<(&'static str, &'a str)> {
    let mut ahead = *reader;
    let word = ahead.word();
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let is_word = |forms: &[&str]| forms.iter().any(|form| form.eq_ignore_ascii_case(word));
    let (name, _) = names.iter().find(|(_, forms)| is_word(forms))?;
    if word.len() < name.len() {
        ahead.eat(".");
    }
    *reader = ahead;
    Some((name, word))
}
