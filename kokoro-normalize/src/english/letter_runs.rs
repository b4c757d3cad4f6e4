//! Single letters with spaces between them: "u s a", "two a p i's".

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::said::Said;

/// How many letters make a run.
const LEAST: usize = 3;

/// The most letters of a run. It bounds the time that a place takes.
const MOST: usize = 32;

/// Letters that name something countable, before which "a" is the article: "has a p h d".
#[rustfmt::skip]
const NOUNS: [&str; 24] = [
    "atm", "bbq", "ceo", "cfo", "cpu", "cto", "dvd", "gif", "gpu", "mba", "mri", "mvp", "nda",
    "ngo", "pdf", "phd", "pin", "rpg", "suv", "tsa", "ufo", "url", "usb", "vip",
];

/// Three or more single letters, with a space between, are named, so that "a" among them is no
/// article.
pub(crate) fn run(cursor: &Cursor<'_>) -> Option<Match> {
    let bytes = cursor.rest().as_bytes();
    if bytes.get(1) != Some(&b' ') || !matches!(cursor.before(), None | Some(' ' | '(' | '"' | '“'))
    {
        return None;
    }
    let (letters, len) = scan(bytes)?;
    let plural = ["'s", "’s"].into_iter().find(|ending| cursor.rest()[len..].starts_with(ending));
    let end = &cursor.rest()[len + plural.map_or(0, str::len)..];
    if end.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '=' | '+'))
        || letters.bytes().all(|letter| letter == letters.as_bytes()[0])
        || !letters.contains(['a', 'i', 'A', 'I'])
    {
        return None;
    }
    let article = letters.starts_with('a')
        && NOUNS.binary_search(&&letters[1..]).is_ok()
        && !counts(cursor.previous_word());
    let said = match article {
        true => Said::words("a").then_letters(&letters[1..]),
        false => Said::letters(&letters),
    };
    Some(Match { len: len + plural.map_or(0, str::len), said: said.joined(plural.unwrap_or("")) })
}

/// The letters of one case that a text begins with, and how many bytes they take with the spaces
/// between them, if they are a run.
fn scan(bytes: &[u8]) -> Option<(String, usize)> {
    let small = bytes[0].is_ascii_lowercase();
    let of_case = |byte: &u8| byte.is_ascii_alphabetic() && byte.is_ascii_lowercase() == small;
    let letters: String = bytes
        .chunks(2)
        .take(MOST)
        .scan(true, |open, chunk| {
            let alone = chunk.get(1).is_none_or(|next| !next.is_ascii_alphanumeric());
            let letter = chunk.first().filter(|byte| *open && alone && of_case(byte)).copied();
            *open = chunk.get(1) == Some(&b' ');
            letter.map(char::from)
        })
        .collect();
    (letters.len() >= LEAST && letters.len() < MOST).then(|| {
        let len = 2 * letters.len() - 1;
        (letters, len)
    })
}

/// Whether a word stands before a noun, so that no article follows: "the a c l u", "two a p i's".
fn counts(word: &str) -> bool {
    const DETERMINERS: [&str; 24] = [
        "an", "and", "any", "eight", "every", "five", "four", "her", "his", "its", "my", "nine",
        "no", "our", "seven", "six", "some", "ten", "the", "their", "these", "three", "two",
        "your",
    ];
    !neighbours::is_capitalized(word) && DETERMINERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::{letters, said};

    #[test]
    fn lists_are_in_order() {
        assert!(NOUNS.is_sorted());
    }

    #[test]
    fn runs_of_letters() {
        for (text, expected) in [
            ("the u s a and the c i a.", "the U S A and the C I A."),
            ("two a p i's, a p h d", "two A P I's, a P H D"),
            ("Spell it: R A I N.", "Spell it: R A I N."),
            ("it is a b or a c", "it is a b or a c"),
            ("I I I am; a a a; x y z", "I I I am; a a a; x y z"),
        ] {
            assert_eq!(said(run, text), expected);
        }
        assert_eq!(letters(run, "two a p i's, has a p h d"), ["A P I", "P H D"]);
    }
}
