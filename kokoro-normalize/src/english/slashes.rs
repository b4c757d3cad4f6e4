//! "/" between words and in short forms: "and/or", "upgrade/update", "w/o".

use crate::cursor::{Cursor, Match};
use crate::english::formulas::signs;
use crate::english::neighbours;
use crate::said::Said;

/// Words on both sides of a slash between which nothing is said. In alphabetical order.
#[rustfmt::skip]
const PAIRS: [(&str, &str); 25] = [
    ("a", "b"), ("a", "c"), ("a", "v"), ("ac", "dc"), ("and", "or"), ("b", "w"), ("ci", "cd"),
    ("client", "server"), ("either", "or"), ("he", "she"), ("her", "him"), ("him", "her"),
    ("his", "her"), ("his", "hers"), ("i", "o"), ("input", "output"), ("n", "a"), ("on", "off"),
    ("os", "2"), ("p", "e"), ("s", "he"), ("she", "he"), ("tcp", "ip"), ("true", "false"),
    ("yes", "no"),
];

/// "/" between words: "slash", or nothing where people say nothing.
pub(crate) fn slash(cursor: &Cursor<'_>) -> Option<Match> {
    let after = cursor.rest().strip_prefix('/')?;
    let past = cursor.past();
    let last = past.trim_end_matches(' ');
    let last = &last[last.trim_end_matches(|c: char| c.is_alphanumeric()).len()..];
    let next = after.trim_start_matches(' ');
    let next = &next[..next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len())];
    let spaced = past.ends_with(' ') || after.starts_with(' ');
    let folder = !last.is_empty() && after.starts_with(['.', '~']);
    if past.trim_end().ends_with(')') && !next.is_empty() || folder {
        let word = if folder { "slash " } else { "over" };
        let space = if spaced { "" } else { " " };
        return Some(Match::words(1, &format!("{space}{word}")));
    }
    if last.is_empty() || next.is_empty() {
        let said = if spaced { Said::silent() } else { Said::default().joined(" ") };
        return (!spaced || last.is_empty() && next.is_empty()).then_some(Match { len: 1, said });
    }
    let (left, right) = (last.to_lowercase(), next.to_lowercase());
    let pair = PAIRS.binary_search(&(left.as_str(), right.as_str())).is_ok();
    let greek = |word: &str| word.chars().any(|c| signs::greek(c).is_some());
    if greek(last) || greek(next) {
        return Some(Match::words(1, "over"));
    }
    let capitals = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
    let silent = pair || !spaced && capitals(last) && capitals(next);
    let said = match (silent, spaced) {
        (true, true) => Said::silent(),
        (true, false) => Said::default().joined(" "),
        (false, _) => Said::words("slash"),
    };
    Some(Match { len: 1, said })
}

/// Short forms with a slash, and what is said for them.
const FORMS: [(&str, &str); 23] = [
    ("y/y", "year over year"),
    ("Y/Y", "year over year"),
    ("q/q", "quarter over quarter"),
    ("Q/Q", "quarter over quarter"),
    ("m/m", "month over month"),
    ("M/M", "month over month"),
    ("km/h", "kilometers per hour"),
    ("mi/h", "miles per hour"),
    ("m/s", "meters per second"),
    ("ft/s", "feet per second"),
    ("kB/s", "kilobytes per second"),
    ("MB/s", "megabytes per second"),
    ("GB/s", "gigabytes per second"),
    ("Mb/s", "megabits per second"),
    ("w/o", "without"),
    ("w/i", "within"),
    ("w/", "with"),
    ("b/c", "because"),
    ("b/w", "between"),
    ("c/o", "care of"),
    ("s/he", "she or he"),
    ("h/t", "hat tip"),
    ("u/s", "unserviceable"),
];

/// Short forms with a slash: "w/", "w/o", "b/c", "c/o", "n/a", "s/he".
pub(crate) fn short_form(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) || cursor.before() == Some('/') {
        return None;
    }
    let letters = ["n/a", "N/A", "I/O", "i/o", "A/C", "A/V", "P/E", "A/B", "T/F", "Q/A"];
    let ends = |len: usize| !rest[len..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    if let Some(form) = letters.iter().find(|form| rest.starts_with(**form) && ends(form.len())) {
        let said = Said::letters(&form.replace('/', ""));
        return Some(Match { len: form.len(), said });
    }
    let found = FORMS.iter().find(|form| {
        let after = rest.get(form.0.len()..).unwrap_or("");
        let lower =
            rest.get(..form.0.len()).is_some_and(|start| start.eq_ignore_ascii_case(form.0));
        let letters = neighbours::leading_letters(after).len();
        let open = form.0 == "w/" && (letters > 1 || after.starts_with(' '));
        lower && (ends(form.0.len()) || open)
    })?;
    let glued = rest[found.0.len()..].starts_with(char::is_alphabetic);
    let said = Said::words(found.1);
    Some(Match { len: found.0.len(), said: if glued { said.joined(" ") } else { said } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn lists_are_in_order() {
        assert!(PAIRS.is_sorted());
    }

    #[test]
    fn slashes() {
        for (text, expected) in [
            ("and/or, he/she, TCP/IP", "and or, he she, TCP IP"),
            ("upgrade/update", "upgrade slash update"),
            ("upgrade / update, and / or", "upgrade slash update, and or"),
        ] {
            assert_eq!(said(slash, text), expected);
        }
        assert_eq!(said(short_form, "w/o milk, w/ tea, N/A"), "without milk, with tea, N A");
    }
}
