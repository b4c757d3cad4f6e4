//! Abbreviations that a point or the sign of abbreviation ends.

use super::context::{begins, is_word_char};
use crate::cursor::{Cursor, Match};

/// Abbreviations without their points, and what they stand for. The longer stand first.
const ABBREVIATIONS: &[(&[&str], &str)] = &[
    (&["ई", "पू"], "ईसा पूर्व"),
    (&["वि", "सं"], "विक्रम संवत"),
    (&["कि", "मी"], "किलोमीटर"),
    (&["कि", "ग्रा"], "किलोग्राम"),
    (&["डॉ"], "डॉक्टर"),
    (&["डा"], "डॉक्टर"),
    (&["प्रो"], "प्रोफेसर"),
    (&["इं"], "इंजीनियर"),
    (&["इंजी"], "इंजीनियर"),
    (&["ले"], "लेफ्टिनेंट"),
    (&["वै"], "वैज्ञानिक"),
    (&["कु"], "कुमारी"),
    (&["मा"], "मास्टर"),
    (&["पं"], "पंडित"),
    (&["स्व"], "स्वर्गीय"),
    (&["श्री"], "श्री"),
    (&["ई"], "ईस्वी"),
    (&["सं"], "संख्या"),
    (&["नं"], "नंबर"),
    (&["पृ"], "पृष्ठ"),
    (&["रु"], "रुपए"),
    (&["Dr"], "डॉक्टर"),
    (&["Mr"], "मिस्टर"),
    (&["Mrs"], "मिसेज़"),
    (&["Prof"], "प्रोफेसर"),
];

/// An abbreviation. One of a single part counts only before a word or behind a number.
pub(super) fn abbreviation(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    ABBREVIATIONS.iter().find_map(|(parts, words)| {
        let len = read(cursor.rest(), parts)?;
        let after = cursor.rest()[len..].trim_start_matches(' ');
        let before = cursor.past().trim_end_matches(' ').chars().next_back();
        let believed = parts.len() > 1
            || after.starts_with(is_word_char)
            || before.is_some_and(char::is_numeric);
        believed.then(|| Match::words(len, words))
    })
}

/// How many bytes the parts have, each with its point, perhaps with spaces between.
fn read(text: &str, parts: &[&str]) -> Option<usize> {
    let mut rest = text;
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            rest = rest.trim_start_matches(' ');
        }
        rest = rest.strip_prefix(part)?;
        rest = rest.strip_prefix(['.', '॰'])?;
    }
    Some(text.len() - rest.len())
}
