//! Heteronyms: words of one spelling that are said in more than one way.
//!
//! The lexicon chooses by part of speech, as misaki does. That leaves words whose readings are the
//! same part of speech ("lead", "bass"), words for which the lexicon has only one, and mistakes of
//! the tagger. Rules over the neighbours decide where these tell; where none holds, the lexicon
//! chooses.
//!
//! The rules are data: in `vowels`, `voicing`, `past`, `endings`, `names` and `stress`. What they
//! can ask is in `rule`.

mod endings;
mod grammar;
mod names;
mod neighbours;
mod past;
mod rule;
mod stress;
mod table;
#[cfg(test)]
mod tests;
mod voicing;
mod vowels;

use std::borrow::Cow;

use kokoro_lexicon::Entry;
use kokoro_normalize::Dialect;
use kokoro_tagger::Token;

use self::neighbours::Neighbours;
use self::rule::{Heteronym, Reading};
use super::engine::{Before, Dictionary, Site};
use crate::word::Origin;

/// The rules by word, in several tables.
const TABLES: [&[Heteronym]; 6] =
    [vowels::TABLE, voicing::TABLE, past::TABLE, endings::TABLE, names::TABLE, stress::TABLE];

/// The longest heteronym, in bytes.
const LONGEST: usize = 13;

/// Reads heteronyms.
pub(crate) struct Heteronyms {
    dialect: Dialect,
    dictionary: Dictionary,
}

impl Heteronyms {
    /// The rules for heteronyms of a dialect.
    pub(crate) fn new(dialect: Dialect) -> Self {
        Self { dialect, dictionary: Dictionary::of(dialect) }
    }

    /// What the lexicon has under `key` for `word`, or for every other part of speech.
    fn in_lexicon(&self, word: &str, key: &str) -> Option<String> {
        let Some(Entry::Tagged(readings)) = self.dictionary.gold(word) else { return None };
        let find = |key: &str| readings.iter().find(|(known, _)| *known == key);
        find(key).or_else(|| find("DEFAULT"))?.1.clone()
    }
}

impl Before for Heteronyms {
    fn pronounce(&self, site: Site<'_>) -> Option<(String, Origin)> {
        // A part of a token, or several, is no heteronym.
        let token = site.tokens.get(site.first)?;
        if site.first != site.last || token.range.len() != site.word.len() {
            return None;
        }
        let british = self.dialect == Dialect::British;
        let said = match reading(site.text, site.tokens, site.first, british)? {
            Reading::Said { american, .. } if !british => american.to_owned(),
            Reading::Said { british, .. } => british.to_owned(),
            Reading::As(key) => self.in_lexicon(&site.word.to_lowercase(), key)?,
        };
        Some((said, Origin::Rule))
    }
}

/// How the token with number `at` of `text` is read, if it is a heteronym and its neighbours tell.
fn reading(text: &str, tokens: &[Token], at: usize, british: bool) -> Option<Reading> {
    let word = text.get(tokens.get(at)?.range.clone())?;
    // Almost every word is none, so nothing is allocated for it.
    let mut small = [0; LONGEST];
    let lower: Cow<'_, str> = match small.get_mut(..word.len()) {
        None => return None,
        Some(small) if word.is_ascii() => {
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            std::str::from_utf8(small).ok()?.into()
        }
        Some(_) => word.to_lowercase().into(),
    };
    let words = Neighbours::new(text, tokens, at);
    let find = |table: &'static [Heteronym]| {
        let at = table.binary_search_by(|known| known.word.cmp(&lower)).ok()?;
        Some(&table[at])
    };
    match TABLES.into_iter().find_map(find) {
        Some(heteronym) => heteronym.reading(words, british),
        None if stress::is_pair(&lower) => stress::PAIR.reading(words, british),
        None => None,
    }
}
