//! A lexicon packed into bytes, which are used as they lie.

mod layout;
mod pack;
mod pool;
mod symbols;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;

use fst::Streamer;

use self::layout::{HEADER, header, split};
use self::pool::Pool;
use self::symbols::Symbols;
use crate::{Entry, Error};

pub use self::pack::pack;

/// A packed lexicon: words and how they are pronounced.
///
/// ```
/// use kokoro_lexicon::{Entry, Lexicon, pack};
///
/// # fn main() -> Result<(), kokoro_lexicon::Error> {
/// let packed = pack([
///     ("canoe", Entry::Plain("kənˈu".into())),
///     ("AD", Entry::Tagged(vec![("DEFAULT", Some("ˈæd".into())), ("NOUN", None)])),
/// ])?;
/// let lexicon = Lexicon::from_bytes(packed.into())?;
/// assert_eq!(lexicon.get("canoe"), Some(Entry::Plain("kənˈu".into())));
/// assert_eq!(lexicon.get("Canoe"), None);
/// # Ok(())
/// # }
/// ```
pub struct Lexicon {
    symbols: Symbols,
    words: fst::Map<Cow<'static, [u8]>>,
    pool: Pool,
}

impl Lexicon {
    /// Opens a packed lexicon. The bytes stay where they are; nothing is unpacked.
    ///
    /// # Errors
    ///
    /// [`Error::Magic`], [`Error::Length`] or [`Error::Damaged`].
    ///
    /// Words are checked by a checksum. It finds damage, but not words that somebody has changed
    /// together with their checksum: looking these up may panic. Open what [`pack`] made.
    pub fn from_bytes(bytes: Cow<'static, [u8]>) -> Result<Self, Error> {
        let (numbers, parts) = header(&bytes)?;
        let [entries, lengths @ ..] = numbers;
        let expected = lengths.iter().map(|&length| u64::from(length)).sum::<u64>();
        let found = bytes.len() as u64;
        if expected + HEADER as u64 != found {
            return Err(Error::Length { expected: expected + HEADER as u64, found });
        }
        let [symbols, words, offsets, pool] = split(bytes, parts);
        let damaged = |part| Error::Damaged { part };
        let symbols = std::str::from_utf8(&symbols).map_err(|_| damaged("symbols"))?;
        let symbols = Symbols::from_text(symbols)?;
        let words = fst::Map::new(words).map_err(|_| damaged("words"))?;
        words.as_fst().verify().map_err(|_| damaged("words"))?;
        if words.len() as u64 != u64::from(entries) {
            return Err(damaged("words"));
        }
        let pool = Pool::new(words.len(), offsets, pool)?;
        Ok(Self { symbols, words, pool })
    }

    /// What the lexicon says of a word, which must be written exactly as in the lexicon.
    pub fn get(&self, word: &str) -> Option<Entry<'_>> {
        self.entry(self.words.get(word)?)
    }

    /// Whether the lexicon has a word. This takes less time than [`Lexicon::get`].
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All words and what the lexicon says of them, sorted by their bytes.
    pub fn iter(&self) -> impl Iterator<Item = (String, Entry<'_>)> {
        let mut words = self.words.stream();
        std::iter::from_fn(move || {
            let (word, place) = words.next()?;
            Some((String::from_utf8_lossy(word).into_owned(), self.entry(place)?))
        })
    }

    fn entry(&self, place: u64) -> Option<Entry<'_>> {
        let codes = self.pool.get(usize::try_from(place).ok()?)?;
        Some(self.symbols.decode(codes.as_slice()))
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("len", &self.len()).finish_non_exhaustive()
    }
}
