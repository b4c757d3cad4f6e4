//! Phoneme symbols to token ids.

use std::collections::HashMap;

use crate::{Config, Error};

/// The id of every phoneme symbol that the model knows.
#[derive(Debug, Clone)]
pub struct Vocab {
    ids: HashMap<char, u32>,
    max_phonemes: usize,
}

/// One utterance as the model reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tokens {
    phonemes: Vec<char>, // [T − 2]
    ids: Vec<u32>,       // [T], a zero at both ends
    unknown: Vec<char>,
}

impl Vocab {
    /// The vocabulary and the length limit of a configuration.
    pub fn new(config: &Config) -> Self {
        Self { ids: config.vocab.clone(), max_phonemes: config.max_phonemes() }
    }

    /// Whether the model has a token for this symbol.
    pub fn contains(&self, phoneme: char) -> bool {
        self.ids.contains_key(&phoneme)
    }

    /// The most phonemes that [`encode`](Self::encode) takes.
    pub fn max_phonemes(&self) -> usize {
        self.max_phonemes
    }

    /// Phonemes (IPA, one character each) to tokens. Symbols without a token are left out, as
    /// upstream does, and reported by [`Tokens::unknown`].
    ///
    /// # Errors
    /// [`Error::NoPhonemes`], [`Error::TooManyPhonemes`]: what remains must be 1 to 510 phonemes.
    pub fn encode(&self, phonemes: &str) -> Result<Tokens, Error> {
        let (phonemes, unknown): (Vec<char>, Vec<char>) =
            phonemes.chars().partition(|&c| self.contains(c));
        match phonemes.len() {
            0 => return Err(Error::NoPhonemes),
            found if found > self.max_phonemes => {
                return Err(Error::TooManyPhonemes { found, limit: self.max_phonemes });
            }
            _ => {}
        }
        let boundary = std::iter::once(0);
        let ids = boundary
            .clone()
            .chain(phonemes.iter().filter_map(|c| self.ids.get(c).copied()))
            .chain(boundary);
        Ok(Tokens { ids: ids.collect(), phonemes, unknown })
    }
}

impl Tokens {
    /// Token ids with the boundary id 0 at both ends: `[T]`.
    pub fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// The phonemes that have a token: `[T − 2]`.
    pub fn phonemes(&self) -> &[char] {
        &self.phonemes
    }

    /// The count of all symbols of the phoneme string, with or without a token. Upstream's
    /// `pipeline.py` chooses the row of the voice by it.
    pub fn symbols(&self) -> usize {
        self.phonemes.len() + self.unknown.len()
    }

    /// The symbols that had none, in the order of the input.
    pub fn unknown(&self) -> &[char] {
        &self.unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocab() -> Vocab {
        Vocab { ids: HashMap::from([('a', 43), ('b', 44), (' ', 16)]), max_phonemes: 5 }
    }

    #[test]
    fn ids_have_boundaries_and_unknown_symbols_are_reported() {
        let tokens = vocab().encode("a¿b?").unwrap();
        assert_eq!(tokens.ids(), [0, 43, 44, 0]);
        assert_eq!(tokens.phonemes(), ['a', 'b']);
        assert_eq!(tokens.unknown(), ['¿', '?']);
        assert_eq!(tokens.symbols(), 4);
    }

    #[test]
    fn limits() {
        assert!(matches!(vocab().encode(""), Err(Error::NoPhonemes)));
        assert!(matches!(vocab().encode("¿¡"), Err(Error::NoPhonemes)));
        assert_eq!(vocab().encode("ab ab").unwrap().ids().len(), 7);
        assert!(matches!(
            vocab().encode("ab aba"),
            Err(Error::TooManyPhonemes { found: 6, limit: 5 })
        ));
        // What has no token takes no place either.
        assert_eq!(vocab().encode("ab¿ab").unwrap().ids().len(), 6);
    }
}
