//! Marks of plain text that are no speech, and marks between words: "***", "--", "and/or", "R&D".

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::said::Said;

/// Words on both sides of a slash between which nothing is said. In alphabetical order.
#[rustfmt::skip]
const PAIRS: [(&str, &str); 24] = [
    ("a", "b"), ("a", "c"), ("a", "v"), ("ac", "dc"), ("and", "or"), ("b", "w"), ("ci", "cd"),
    ("client", "server"), ("either", "or"), ("he", "she"), ("her", "him"), ("him", "her"),
    ("his", "her"), ("i", "o"), ("input", "output"), ("n", "a"), ("on", "off"), ("os", "2"),
    ("p", "e"), ("s", "he"), ("she", "he"), ("tcp", "ip"), ("true", "false"), ("yes", "no"),
];

/// Signs in runs of three or more, which part a text, and signs that are never said.
pub(crate) fn stray(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let first = cursor.first()?;
    let run = rest.chars().take_while(|c| *c == first).count();
    let after = &rest[run * first.len_utf8()..];
    match first {
        '*' | '=' | '_' | '~' | '#' if run >= 2 => Some(pause(cursor, run, after)),
        '-' if run >= 3 => Some(pause(cursor, run, after)),
        '-' if run == 2 => (!after
            .starts_with(|c: char| c.is_ascii_alphabetic() && cursor.before() == Some(' ')))
        .then(|| Match::words(2, "—"))
        .or(Some(Match { len: 2, said: Said::silent() })),
        '>' if cursor.past().ends_with(' ') && after.starts_with(' ') => {
            Some(pause(cursor, run, after))
        }
        '|' if run <= 2 => Some(pause(cursor, run, after)),
        '`' | '{' | '}' | '^' | '_' => Some(Match { len: run, said: Said::silent() }),
        '*' | '~' => Some(Match { len: 1, said: Said::silent() }),
        '\\' => Some(escape(cursor)),
        _ => None,
    }
}

/// A pause between words, and nothing at the ends of the text or beside another mark.
fn pause(cursor: &Cursor<'_>, run: usize, after: &str) -> Match {
    let left = cursor.past().trim_end().ends_with(|c: char| c.is_alphanumeric());
    let right = after.trim_start().starts_with(|c: char| c.is_alphanumeric());
    let spaced = cursor.past().ends_with(' ') || cursor.before().is_none();
    let said = if left && right && spaced && after.starts_with(' ') {
        Said::default().joined(",")
    } else {
        Said::silent()
    };
    Match { len: run, said }
}

/// "\n" as it is written in code is a space, and two of them are the end of a sentence; other
/// backslashes are silent.
fn escape(cursor: &Cursor<'_>) -> Match {
    let rest = cursor.rest();
    let (mut len, mut lines) = (0, 0);
    while let [b'\\', code @ (b'n' | b'r' | b't'), ..] = &rest.as_bytes()[len..] {
        lines += usize::from(*code == b'n');
        len += 2;
    }
    if len == 0 {
        let run = rest.bytes().take_while(|b| *b == b'\\').count();
        return Match { len: run, said: Said::silent() };
    }
    let word = cursor.before().is_some_and(char::is_alphanumeric);
    let said = Said::default().joined(if lines > 1 && word { ". " } else { " " });
    Match { len, said }
}

/// "->", "=>" and their like: a pause between words.
pub(crate) fn arrow(cursor: &Cursor<'_>) -> Option<Match> {
    const ARROWS: [&str; 9] = ["<-->", "<==>", "<->", "<=>", "-->", "==>", "->", "=>", "<-"];
    let rest = cursor.rest();
    let arrow = ARROWS.iter().find(|arrow| rest.starts_with(**arrow))?;
    Some(pause(cursor, arrow.len(), &rest[arrow.len()..]))
}

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
        return (!spaced || last.is_empty() && next.is_empty())
            .then_some(Match { len: 1, said: Said::silent() });
    }
    let (left, right) = (last.to_lowercase(), next.to_lowercase());
    let pair = PAIRS.binary_search(&(left.as_str(), right.as_str())).is_ok();
    let joined = pair && !spaced;
    let capitals = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
    let silent = joined || !spaced && capitals(last) && capitals(next);
    let said = if silent { Said::default().joined(" ") } else { Said::words("slash") };
    Some(Match { len: 1, said })
}

/// Short forms with a slash: "w/", "w/o", "b/c", "c/o", "n/a", "s/he".
pub(crate) fn short_form(cursor: &Cursor<'_>) -> Option<Match> {
    const FORMS: [(&str, &str); 18] = [
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
        ("&c.", "et cetera"),
    ];
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

/// "&" between words or letters is "and", as is the "n" of "rock 'n' roll".
pub(crate) fn and(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let signs = rest.bytes().take_while(|b| *b == b'&').count();
    if signs > 0 {
        return Some(Match::words(signs, "and"));
    }
    let n = ["'n'", "’n’", "‘n’", "'N'", "’N’", "‘N’", "'n", "’n"];
    let form = n.iter().find(|form| rest.starts_with(**form))?;
    let inside = cursor.before() == Some(' ') && rest[form.len()..].starts_with(' ');
    inside.then(|| Match::words(form.len(), "and"))
}

/// Letters joined by "&": "R&D", "AT&T", "Q&A".
pub(crate) fn ampersand(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let left = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let after = rest.get(left..)?.strip_prefix('&')?;
    let right = after.bytes().take_while(u8::is_ascii_uppercase).count();
    let ends = !after[right..].starts_with(|c: char| c.is_alphanumeric() && c != 's');
    let short = (1..=2).contains(&left) && (1..=2).contains(&right) && ends;
    let said = || Said::letters(&rest[..left]).then("and").then_letters(&after[..right]);
    short.then(|| Match { len: left + 1 + right, said: said() })
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
    fn stray_marks() {
        for (text, expected) in [
            ("one *** two", "one , two"),
            ("so --- and so", "so , and so"),
            ("He left--or so", "He left—or so"),
            ("left | right", "left , right"),
            ("`code` and **bold**", "code and bold"),
            (r"One\n\nTwo", "One. Two"),
            ("==key== text ___", "key text"),
        ] {
            assert_eq!(said(stray, text), expected);
        }
    }

    #[test]
    fn slashes() {
        for (text, expected) in [
            ("and/or, he/she, TCP/IP", "and or, he she, TCP IP"),
            ("upgrade/update", "upgrade slash update"),
            ("upgrade / update", "upgrade slash update"),
        ] {
            assert_eq!(said(slash, text), expected);
        }
        assert_eq!(said(short_form, "w/o milk, w/ tea, N/A"), "without milk, with tea, N A");
    }

    #[test]
    fn ampersands() {
        assert_eq!(said(and, "salt & rock 'n' roll"), "salt and rock and roll");
        assert_eq!(said(ampersand, "R&D at AT&T, Q&As"), "R and D at A T and T, Q and A s");
    }
}
