//! Words that misaki's lexicons lack: found elsewhere, derived from known words, guessed, or
//! spelled if they are initialisms.
//!
//! In this order: a hand-written list of names and brands, the names of letters for short words in
//! capitals, CMUdict, known words with endings, prefixes or in compounds, the names of letters for
//! other initialisms and for what nobody could say, and a joint n-gram over letters and phonemes.

mod codes;
mod compounds;
mod data;
mod endings;
mod fold;
mod hook;
mod hyphens;
mod initialism;
mod part;
mod prefixes;
mod speaker;
mod spelling;
mod spoken;

use kokoro_normalize::Dialect;

use self::data::Data;
use self::speaker::Speaker;
use crate::word::Origin;

pub(crate) use self::data::{DataError, Known};
pub(crate) use self::hook::Beyond;

/// How often an ending, a prefix or a hyphen is taken off before the rest must be known.
const DEPTH: usize = 3;

/// Pronounces what the lexicons lack.
pub(crate) struct OutOfLexicon {
    data: Data,
}

impl OutOfLexicon {
    /// Opens the data of a dialect, which lie in the program.
    pub(crate) fn new(dialect: Dialect) -> Result<Self, DataError> {
        Ok(Self { data: Data::new(dialect)? })
    }

    /// How a token without spaces is said, which no lexicon has in this form, and where that comes
    /// from. `tag` is its part of speech. `None` if it has no letter or digit that English knows.
    pub(crate) fn pronounce(
        &self,
        word: &str,
        tag: Option<&str>,
        known: &dyn Known,
    ) -> Option<(String, Origin)> {
        let word = fold::plain_apostrophes(word);
        let noun = tag.is_none_or(|tag| tag.starts_with("NN"));
        Speaker { data: &self.data, known, noun }.say(&word, DEPTH)
    }

    /// The phonemes that the list of names has for a word; its capitals do not matter. If the word
    /// is a name, CMUdict is asked as well. For names, CMUdict is more exact than our rules; for
    /// other words it is less exact, so it is not asked for them.
    pub(crate) fn listed(&self, word: &str, is_name: bool) -> Option<String> {
        let lower = word.to_lowercase();
        if is_name { self.data.in_lists(&lower) } else { self.data.in_names(&lower) }
    }
}

#[cfg(test)]
mod tests;
