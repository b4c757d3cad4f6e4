//! What people write in chats and no one says: laughter in letters and faces made of signs.

use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

/// Faces without brackets.
const BARE: &[&str] = &["^_^;", "^_^", "^^;", "^^", "T_T", ";_;", ">_<", "orz", "OTL"];

/// Letters that are eyes, a mouth or a hand.
const LETTERS: &str = "TtoOxXuUvQ";

/// Signs that hardly stand between brackets in any text but in a face.
const FACIAL: &str = "_＿´｀`ω∀▽Дд∇≧≦￣";

/// The most characters within the brackets of a face.
const WIDEST: usize = 14;

/// w, www: laughter behind a sentence, which is silent.
pub(super) fn laughter(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let rest = cursor.rest();
    let len = rest.len() - rest.trim_start_matches(['w', 'ｗ']).len();
    let behind_japanese = cursor.before().is_some_and(|c| !c.is_ascii());
    let ends = !rest[len..].starts_with(char::is_alphanumeric);
    (len > 0 && behind_japanese && ends).then(|| Match::words(len, ""))
}

/// (^_^), m(_ _)m, (´・ω・`): faces, which are silent.
pub(super) fn face(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    if BARE.iter().any(|face| reader.eat(face)) {
        let ends = !reader.peek().is_some_and(|c| c.is_ascii_alphanumeric());
        return ends.then(|| Match::words(reader.at, ""));
    }
    let hand = reader.eat_one(&['m', 'ｍ', '\\', '＼', 'Σ', 'o', 'd']);
    reader.eat_one(&['(', '（'])?;
    let inner: String = reader.rest().chars().take_while(|c| !matches!(c, ')' | '）')).collect();
    reader.at += inner.len();
    reader.eat_one(&[')', '）'])?;
    if !is_face(&inner) {
        return None;
    }
    match hand {
        Some('m' | 'ｍ') => reader.eat_one(&['m', 'ｍ']),
        Some('\\' | '＼') => reader.eat_one(&['/', '／']),
        Some('o' | 'd') => reader.eat_one(&['o', 'b']),
        _ => reader.eat_one(&['ノ', 'ﾉ', 'ゞ', ';', '；']),
    };
    Some(Match::words(reader.at, ""))
}

/// Whether what stands between brackets is a face: signs and the few letters that look like eyes.
fn is_face(inner: &str) -> bool {
    let count = |signs: &str| inner.chars().filter(|c| signs.contains(*c)).count();
    let part = |c: char| {
        let stroke = matches!(c, 'ー' | 'ノ' | 'ﾉ' | 'ω' | 'Д' | 'д' | 'ε');
        stroke || !c.is_alphanumeric() || LETTERS.contains(c)
    };
    (2..=WIDEST).contains(&inner.chars().count())
        && inner.chars().all(part)
        && (count(FACIAL) > 0 || count("^＾") > 1 || count("・") > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_are_told_from_other_brackets() {
        for face in ["^_^", "_ _", "*^▽^*", "´・ω・`", "T_T", ">_<", "；ω；", "・・;"] {
            assert!(is_face(face), "{face}");
        }
        for other in ["月", "笑", "x-y", "T", "a_b", "1_2", "株", "※", "x*x", "ノート", "..."]
        {
            assert!(!is_face(other), "{other}");
        }
    }
}
