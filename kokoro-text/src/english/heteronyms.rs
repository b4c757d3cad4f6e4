//! Heteronyms: words that are spelled alike and said differently.
//!
//! The lexicon chooses by part of speech, as misaki does. That leaves words whose readings are the
//! same part of speech ("lead", "bass"), words for which the lexicon has only one, and mistakes of
//! the tagger. Rules over the neighbours decide where these tell; where none holds, the lexicon
//! chooses.
//!
//! The rules are data in [`vowels`], [`endings`], [`names`] and [`stress`]; [`rule`] says what they
//! can ask.

mod endings;
mod grammar;
mod names;
mod neighbours;
mod rule;
mod stress;
mod table;
#[cfg(test)]
mod tests;
mod vowels;

use kokoro_tagger::Token;

use self::neighbours::Neighbours;
use self::rule::Heteronym;

pub(crate) use self::rule::Reading;

/// How the token with number `at` of `text` is read, if it is a heteronym and its neighbours tell.
pub(crate) fn heteronym(
    text: &str,
    tokens: &[Token],
    at: usize,
    british: bool,
) -> Option<Reading> {
    let word = text.get(tokens.get(at)?.range.clone())?;
    let words = Neighbours::new(text, tokens, at);
    let word = lower(word)?;
    let table = [vowels::TABLE, endings::TABLE, names::TABLE, stress::TABLE].into_iter().find_map(|table| {
        let at = table.binary_search_by(|known: &Heteronym| known.word.cmp(&word)).ok()?;
        Some(&table[at])
    });
    match table {
        Some(heteronym) => heteronym.reading(words, british),
        None if stress::is_pair(&word) => stress::PAIR.reading(words, british),
        None => None,
    }
}

/// The longest heteronym, in bytes.
const LONGEST: usize = 12;

/// The word in lower case, unless it is longer than any heteronym.
fn lower(word: &str) -> Option<String> {
    (word.len() <= LONGEST).then(|| word.to_lowercase())
}
