//! Names of letters with points behind them: "एन.डी.टी.वी.", "ए. पी. जे.", "U.S.A.".

use super::context::{begins, first_word};
use super::letters;
use crate::cursor::{Cursor, Match};

/// What may stand behind letters in the name of a degree: "बी.टेक.".
#[rustfmt::skip]
const DEGREES: &[&str] = &[
    "टेक", "कॉम", "एड", "फिल", "फ़िल", "एससी", "लिट", "आर्क", "फार्मा", "लिब",
];

/// Two or more letters, without their points, which would be pauses and end sentences.
pub(super) fn initials(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let mut rest = cursor.rest();
    let mut names = Vec::new();
    loop {
        let next = if names.is_empty() { rest } else { rest.trim_start_matches(' ') };
        let word = first_word(next);
        let after = &next[word.len()..];
        let behind = after.strip_prefix(['.', '॰']);
        match behind {
            Some(behind) if is_letter(word) => rest = behind,
            // The last may lack its point, if no space is before it.
            _ if next.len() == rest.len() && !names.is_empty() && may_end(word) => {
                names.push(word);
                rest = behind.unwrap_or(after);
                break;
            }
            _ => break,
        }
        names.push(word);
    }
    let latin = names.iter().all(|name| name.is_ascii());
    let said = names.join(if latin { "" } else { " " });
    (names.len() > 1).then(|| Match::words(cursor.rest().len() - rest.len(), &said))
}

/// Whether `word` is the name of a letter, or a capital of the Latin alphabet.
fn is_letter(word: &str) -> bool {
    letters::is_name(word) || word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether `word` may end an abbreviation.
fn may_end(word: &str) -> bool {
    is_letter(word) || DEGREES.contains(&word)
}
