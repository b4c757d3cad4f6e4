//! Times of day: "5:30", "5:30 PM".

use super::context::{begins, ends, first_word};
use super::number::digits;
use super::numbers;
use crate::cursor::{Cursor, Match};

/// A time with hours, minutes and perhaps seconds: "पाँच बजकर तीस मिनट".
pub(super) fn time(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let (hours_len, hours) = field(rest, 24)?;
    let behind_hours = &rest[hours_len..];
    let (minutes_len, minutes) = colon(behind_hours, 59).or_else(|| point(behind_hours))?;
    let mut len = hours_len + minutes_len;
    let seconds = colon(&rest[len..], 59);
    len += seconds.map_or(0, |(len, _)| len);
    if !ends(&rest[len..]) || rest[len..].starts_with(':') {
        return None;
    }
    let mut said = numbers::words(hours);
    let seconds = seconds.map(|(_, seconds)| seconds).filter(|seconds| *seconds > 0);
    if minutes == 0 && seconds.is_none() {
        said.push_str(" बजे");
    } else {
        said.push_str(" बजकर");
        if minutes > 0 {
            said.push_str(&format!(" {} मिनट", numbers::words(minutes)));
        }
        if let Some(seconds) = seconds {
            said.push_str(&format!(" {} सेकंड", numbers::words(seconds)));
        }
    }
    let (more, part) = behind(&rest[len..], hours);
    Some(Match::words(len + more, &format!("{part}{said}")))
}

/// A number of one or two digits up to `most`.
fn field(text: &str, most: u64) -> Option<(usize, u64)> {
    let (len, ascii) = digits(text)?;
    let number = ascii.parse().ok().filter(|number| *number <= most)?;
    (ascii.len() <= 2).then_some((len, number))
}

/// A colon and two digits.
fn colon(text: &str, most: u64) -> Option<(usize, u64)> {
    let behind = text.strip_prefix(':')?;
    let two = digits(behind).is_some_and(|(_, ascii)| ascii.len() == 2);
    field(behind, most).filter(|_| two).map(|(len, number)| (len + 1, number))
}

/// A point and two digits before "बजे".
fn point(text: &str) -> Option<(usize, u64)> {
    let behind = text.strip_prefix('.')?;
    let (len, minutes) = field(behind, 59)?;
    let is_time = digits(behind).is_some_and(|(_, ascii)| ascii.len() == 2)
        && first_word(behind[len..].trim_start_matches(' ')) == "बजे";
    is_time.then_some((len + 1, minutes))
}

/// What stands behind a time and belongs to it: how long it is, and the part of the day that it
/// tells.
fn behind(text: &str, hours: u64) -> (usize, &'static str) {
    let word = first_word(text.trim_start_matches(' '));
    let len = text.len() - text.trim_start_matches(' ').len() + word.len();
    match (word.to_ascii_lowercase().as_str(), hours) {
        ("बजे", _) => (len, ""),
        ("am", _) => (len, "सुबह "),
        ("pm", 12 | 1..=3) => (len, "दोपहर "),
        ("pm", 4..=7) => (len, "शाम "),
        ("pm", _) => (len, "रात "),
        _ => (0, ""),
    }
}
