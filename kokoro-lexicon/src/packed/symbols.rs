//! The codes of phonemes and keys: one byte each.

use std::collections::BTreeSet;

use crate::{Entry, Error};

/// Ends an entry in the pool.
pub(super) const END: u8 = 0;
/// Follows a key that has no phonemes.
const NOTHING: u8 = 1;
/// The code of the first phoneme. The keys follow the phonemes.
const FIRST: u8 = 2;
/// How many phonemes and keys have codes.
const MAX_SYMBOLS: usize = u8::MAX as usize - FIRST as usize + 1;

/// The phonemes and keys of a lexicon, in the order of their codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Symbols {
    phonemes: Vec<char>,
    keys: Vec<String>,
}

impl Symbols {
    /// The symbols of entries, sorted, so that the same entries always give the same codes.
    pub(super) fn of<'a>(entries: impl Iterator<Item = &'a Entry<'a>>) -> Result<Self, Error> {
        let mut phonemes = BTreeSet::new();
        let mut keys = BTreeSet::new();
        for entry in entries {
            match entry {
                Entry::Plain(said) => phonemes.extend(said.chars()),
                Entry::Tagged(readings) => {
                    for (key, said) in readings {
                        keys.insert(*key);
                        phonemes.extend(said.iter().flat_map(|said| said.chars()));
                    }
                }
            }
        }
        let symbols = Self {
            phonemes: phonemes.into_iter().collect(),
            keys: keys.into_iter().map(str::to_owned).collect(),
        };
        symbols.check()
    }

    /// Reads what [`Symbols::to_text`] wrote.
    pub(super) fn from_text(text: &str) -> Result<Self, Error> {
        let mut lines = text.split('\n');
        let phonemes = lines.next().unwrap_or_default().chars().collect();
        Self { phonemes, keys: lines.map(str::to_owned).collect() }.check()
    }

    /// The phonemes as one line, then a line for each key.
    pub(super) fn to_text(&self) -> String {
        let mut text: String = self.phonemes.iter().collect();
        for key in &self.keys {
            text.push('\n');
            text.push_str(key);
        }
        text
    }

    fn check(self) -> Result<Self, Error> {
        if self.phonemes.contains(&'\n') || self.keys.iter().any(|key| key.contains('\n')) {
            return Err(Error::LineBreak);
        }
        match self.phonemes.len() + self.keys.len() {
            found if found > MAX_SYMBOLS => Err(Error::ManySymbols { found, limit: MAX_SYMBOLS }),
            _ => Ok(self),
        }
    }

    /// The codes of an entry, all of whose symbols are known; others are left out.
    pub(super) fn encode(&self, entry: &Entry<'_>) -> Vec<u8> {
        let mut codes = Vec::new();
        match entry {
            Entry::Plain(said) => self.encode_phonemes(said, &mut codes),
            Entry::Tagged(readings) => {
                for (key, said) in readings {
                    let place = self.keys.iter().position(|known| known == key);
                    codes.extend(place.map(|place| code(self.phonemes.len() + place)));
                    match said {
                        Some(said) => self.encode_phonemes(said, &mut codes),
                        None => codes.push(NOTHING),
                    }
                }
            }
        }
        codes
    }

    fn encode_phonemes(&self, said: &str, codes: &mut Vec<u8>) {
        codes.extend(said.chars().filter_map(|c| self.phonemes.binary_search(&c).ok()).map(code));
    }

    /// The entry of codes that [`Symbols::encode`] made. Codes without a meaning are left out.
    pub(super) fn decode(&self, codes: &[u8]) -> Entry<'_> {
        let mut readings: Vec<(&str, Option<String>)> = Vec::new();
        let mut plain = String::with_capacity(2 * codes.len());
        for &code in codes {
            if code == NOTHING {
                if let Some((_, said)) = readings.last_mut() {
                    *said = None;
                }
                continue;
            }
            let place = usize::from(code.saturating_sub(FIRST));
            if let Some(&phoneme) = self.phonemes.get(place) {
                match readings.last_mut() {
                    Some((_, Some(said))) => said.push(phoneme),
                    Some((_, None)) => {}
                    None => plain.push(phoneme),
                }
            } else if let Some(key) = self.keys.get(place - self.phonemes.len()) {
                readings.push((key, Some(String::new())));
            }
        }
        if readings.is_empty() { Entry::Plain(plain) } else { Entry::Tagged(readings) }
    }
}

/// The code of the symbol at a place below [`MAX_SYMBOLS`].
fn code(place: usize) -> u8 {
    u8::try_from(place).map_or(u8::MAX, |place| place.saturating_add(FIRST))
}
