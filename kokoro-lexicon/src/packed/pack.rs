//! Writes a packed lexicon.

use std::collections::BTreeMap;

use super::layout::join;
use super::pool::{self, MAX_CODES};
use super::symbols::Symbols;
use crate::{Entry, Error};

/// Packs entries into bytes for [`Lexicon::from_bytes`](super::Lexicon::from_bytes). The order in
/// which they are given does not matter: the same entries always give the same bytes.
///
/// # Errors
///
/// [`Error::Twice`], [`Error::LongEntry`], [`Error::ManySymbols`], [`Error::LineBreak`] or
/// [`Error::Large`].
pub fn pack<'a>(entries: impl IntoIterator<Item = (&'a str, Entry<'a>)>) -> Result<Vec<u8>, Error> {
    let mut sorted = BTreeMap::new();
    for (word, entry) in entries {
        if sorted.insert(word, entry).is_some() {
            return Err(Error::Twice { word: word.to_owned() });
        }
    }
    let symbols = Symbols::of(sorted.values())?;
    let codes: Vec<Vec<u8>> = sorted.values().map(|entry| symbols.encode(entry)).collect();
    if let Some((word, codes)) = sorted.keys().zip(&codes).find(|(_, c)| c.len() > MAX_CODES) {
        let (word, found) = ((*word).to_owned(), codes.len());
        return Err(Error::LongEntry { word, found, limit: MAX_CODES });
    }
    // Of sorted words without duplicates, written to memory, a map can always be built.
    let words = sorted.keys().zip(0u64..);
    let keys = fst::Map::from_iter(words).map_err(|_| Error::Large)?.into_fst().into_inner();
    let (offsets, bytes) = pool::write(codes.iter().map(Vec::as_slice))?;
    join(sorted.len(), [symbols.to_text().into_bytes(), keys, offsets, bytes])
}
