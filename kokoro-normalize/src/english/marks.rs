//! Marks of plain text that are no speech, and marks between words: "***", "--", "->", "R&D".

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::said::Said;

/// Signs in runs of three or more, which part a text, and signs that are never said.
pub(crate) fn stray(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let first = cursor.first()?;
    let run = rest.chars().take_while(|c| *c == first).count();
    let after = &rest[run * first.len_utf8()..];
    match first {
        '*' | '=' | '_' | '~' | '#' if run >= 2 => Some(pause(cursor, run, after)),
        '-' if run >= 3 => Some(pause(cursor, run, after)),
        '-' if run == 2 => {
            let open = cursor.before().is_none_or(|c| c == ' ' || matches!(c, '[' | '(' | '`'));
            let flag = open && after.starts_with(|c: char| c.is_ascii_alphabetic());
            let said = if flag { Said::silent() } else { Said::words("—") };
            Some(Match { len: 2, said })
        }
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

/// "&" between words or letters is "and", as is the "n" of "rock 'n' roll".
pub(crate) fn and(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let signs = rest.bytes().take_while(|b| *b == b'&').count();
    if let Some(after) = rest.strip_prefix("&c.") {
        let ends = neighbours::Next::of(after).is_new_sentence();
        return Some(Match::words(if ends { 2 } else { 3 }, "et cetera"));
    }
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
    fn ampersands() {
        assert_eq!(said(and, "salt & rock 'n' roll"), "salt and rock and roll");
        assert_eq!(said(ampersand, "R&D at AT&T, Q&As"), "R and D at A T and T, Q and A s");
    }
}
