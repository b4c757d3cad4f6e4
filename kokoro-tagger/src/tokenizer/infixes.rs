//! Where a word is cut in its middle: at dots, symbols, and marks between letters or digits.

use std::ops::Range;

use crate::classes::Classes;

/// Hyphens of several characters, in the order in which they are tried.
const LONG_HYPHENS: [&str; 3] = ["--", "---", "——"];

/// The bytes of the first infix that begins at byte `from` or after it.
pub(crate) fn next(word: &str, from: usize) -> Option<Range<usize>> {
    let mut previous = word[..from].chars().next_back();
    for (at, character) in word[from..].char_indices() {
        let at = from + at;
        if !character.is_ascii_alphanumeric() {
            let length = length(previous, character, &word[at..]);
            if length > 0 {
                return Some(at..at + length);
            }
        }
        previous = Some(character);
    }
    None
}

/// The bytes of the infix that `rest` begins with, whose first character is `character`. 0 if it
/// begins with none.
fn length(previous: Option<char>, character: char, rest: &str) -> usize {
    let one = character.len_utf8();
    let next = rest[one..].chars().next();
    let is = |c: Option<char>, sets| c.is_some_and(|c| Classes::of(c).is(sets));
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let after_word = is(previous, Classes::ALPHA) || is_digit(previous);
    let found = match character {
        '.' if next == Some('.') => return rest.len() - rest.trim_start_matches('.').len(),
        '.' => {
            is(previous, Classes::ALPHA_LOWER.or(Classes::QUOTE))
                && is(next, Classes::ALPHA_UPPER.or(Classes::QUOTE))
        }
        '+' | '-' | '*' | '^' if is_digit(previous) && (is_digit(next) || next == Some('-')) => {
            true
        }
        ',' => is(previous, Classes::ALPHA) && is(next, Classes::ALPHA),
        ':' | '<' | '>' | '=' | '/' => after_word && is(next, Classes::ALPHA),
        '-' | '–' | '—' | '~' if after_word => {
            if !is(next, Classes::ALPHA) {
                return long_hyphen(rest);
            }
            true
        }
        _ => character == '…' || Classes::of(character).is(Classes::ICON),
    };
    if found { one } else { 0 }
}

/// The bytes of the hyphen of several characters that `rest` begins with, if a letter follows.
fn long_hyphen(rest: &str) -> usize {
    let is_alpha = |c: char| Classes::of(c).is(Classes::ALPHA);
    let before_letter =
        |hyphen: &&str| rest.strip_prefix(*hyphen).is_some_and(|rest| rest.starts_with(is_alpha));
    LONG_HYPHENS.into_iter().find(before_letter).map_or(0, |hyphen| hyphen.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infixes_are_found() {
        let tests: [(&str, &[&str]); 12] = [
            ("a-b", &["-"]),
            ("a--b---c——d", &["--", "---", "——"]),
            ("a----b", &[]),
            ("1-2", &["-"]),
            ("1--2", &["-"]),
            ("a.B.c", &["."]),
            ("a..b...c", &["..", "..."]),
            ("a,b 1,2", &[","]),
            ("a/b:1=c", &["/", "="]),
            ("a😀…", &["😀", "…"]),
            ("-a~b", &["~"]),
            ("2*3^4+x", &["*", "^"]),
        ];
        for (word, infixes) in tests {
            let (mut found, mut at) = (Vec::new(), 0);
            while let Some(infix) = next(word, at) {
                at = infix.end;
                found.push(&word[infix]);
            }
            assert_eq!(found, infixes, "{word}");
        }
    }
}
