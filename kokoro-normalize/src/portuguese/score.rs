//! Results of matches: "Brasil 2 x 1 Argentina" is "dois a um".

use crate::cursor::Match;
use crate::european::context;
use crate::european::form::Form;
use crate::european::grammar::{Found, Place};
use crate::portuguese::numbers::cardinal;
use crate::reader::Reader;

/// Words before a result.
const BEFORE: &[&str] =
    &["derrota", "empate", "ganhou", "goleada", "perdeu", "placar", "venceu", "vitória"];

/// Two small numbers with a cross between them, beside the name of a team or behind a word for a
/// result. Elsewhere a cross is a product.
pub(crate) fn score(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let mut reader = Reader::new(place.rest());
    let first = reader.small(0..=30)?;
    let apart = reader.space();
    reader.eat_one(&['x', 'X', '×'])?;
    if apart != reader.space() {
        return None;
    }
    let second = reader.small(0..=30).filter(|_| reader.ends())?;
    if reader.rest().starts_with([',', '.', '%']) && reader.rest()[1..].starts_with(digit) {
        return None;
    }
    let mut past = place.past().rsplit(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    let behind_word = past.by_ref().take(2).any(|word| BEFORE.contains(&&*word.to_lowercase()));
    let team = is_name(place.previous_word()) || is_name(context::next_word(&reader));
    let number = |value: usize| cardinal(&value.to_string(), Form::Alone);
    (behind_word || team)
        .then(|| Match::words(reader.at, &format!("{} a {}", number(first), number(second))))
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether this is a name: a capital and small letters behind it.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}
