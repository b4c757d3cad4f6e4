//! The tokens of known words and their readings.
//!
//! A token has 7 bytes: u16 its context, i16 its cost, u24 where its reading begins. Those of a
//! surface follow each other, in the order in which they are tried; a vector of bits says which are
//! the first of their surface. A reading is a byte for the number of its characters, then a byte
//! for each: its number in a table of characters. Reading 0 is none.

use std::collections::HashMap;

use crate::bits::{Bits, pack_bits};
use crate::bytes::{u16_at, u32_at};

/// A way to take a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Which row and column of the matrix it has.
    pub(crate) context: u16,
    pub(crate) cost: i16,
    /// Where its reading lies; 0 if it has none.
    pub(crate) reading: u32,
}

const TOKEN: usize = 7;

/// Tokens in bytes that lie elsewhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tokens<'a> {
    first: Bits<'a>,
    tokens: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// Opens the two parts.
    pub(crate) fn new(first: &'a [u8], tokens: &'a [u8]) -> Option<Self> {
        let first = Bits::new(first)?;
        (first.len() * TOKEN == tokens.len()).then_some(Self { first, tokens })
    }

    /// The tokens of the surface with this number.
    pub(crate) fn of(self, surface: usize) -> impl Iterator<Item = Token> {
        let start = self.first.select(surface).unwrap_or(self.first.len());
        let rest = (start..self.first.len()).enumerate();
        let own = rest.take_while(move |(count, at)| *count == 0 || !self.first.get(*at));
        own.filter_map(move |(_, at)| self.get(at))
    }

    fn get(&self, at: usize) -> Option<Token> {
        let bytes = self.tokens.get(at * TOKEN..)?;
        let [low, middle, high] = *bytes.get(4..)?.first_chunk()?;
        Some(Token {
            context: u16_at(bytes, 0)?,
            cost: u16_at(bytes, 2)?.cast_signed(),
            reading: u32::from_le_bytes([low, middle, high, 0]),
        })
    }
}

/// Packs the tokens of each surface as two parts.
pub(crate) fn pack_tokens<'t>(surfaces: impl Iterator<Item = &'t [Token]>) -> [Vec<u8>; 2] {
    let (mut first, mut packed) = (Vec::new(), Vec::new());
    for tokens in surfaces {
        for (number, token) in tokens.iter().enumerate() {
            first.push(number == 0);
            packed.extend(token.context.to_le_bytes());
            packed.extend(token.cost.to_le_bytes());
            packed.extend(&token.reading.to_le_bytes()[..3]);
        }
    }
    [pack_bits(&first), packed]
}

/// Readings in bytes that lie elsewhere: u32 number of characters, u32 for each, then the readings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Readings<'a> {
    characters: &'a [u8],
    pool: &'a [u8],
}

impl<'a> Readings<'a> {
    /// Opens the part.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let characters = (u32_at(bytes, 0)? as usize).checked_mul(4)?;
        let (characters, pool) = bytes.get(4..)?.split_at_checked(characters)?;
        Some(Self { characters, pool })
    }

    /// The reading that lies at a place; none at 0 and where no reading can be.
    pub(crate) fn get(self, place: u32) -> Option<String> {
        let bytes = self.pool.get(place as usize..).filter(|_| place > 0)?;
        let (length, codes) = bytes.split_first()?;
        let character =
            |code: &u8| char::from_u32(u32_at(self.characters, 4 * usize::from(*code))?);
        codes.get(..usize::from(*length))?.iter().map(character).collect()
    }
}

/// Readings to be packed, each once.
#[derive(Default)]
pub(crate) struct PackedReadings {
    characters: Vec<char>,
    pool: Vec<u8>,
    places: HashMap<String, u32>,
}

impl PackedReadings {
    /// The place of a reading. None if it is too long, or if there are too many characters or
    /// readings.
    pub(crate) fn place(&mut self, reading: &str) -> Option<u32> {
        if let Some(place) = self.places.get(reading) {
            return Some(*place);
        }
        if self.pool.is_empty() {
            self.pool.push(0); // place 0 is no reading
        }
        let place = u32::try_from(self.pool.len()).ok().filter(|place| *place < 1 << 24)?;
        let mut packed = vec![u8::try_from(reading.chars().count()).ok()?];
        for c in reading.chars() {
            let known = self.characters.iter().position(|known| *known == c);
            let code = known.unwrap_or(self.characters.len());
            packed.push(u8::try_from(code).ok()?);
            if known.is_none() {
                self.characters.push(c);
            }
        }
        self.pool.append(&mut packed);
        self.places.insert(reading.to_owned(), place);
        Some(place)
    }

    /// The part.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut packed = (self.characters.len() as u32).to_le_bytes().to_vec();
        packed.extend(self.characters.iter().flat_map(|c| u32::from(*c).to_le_bytes()));
        packed.extend(self.pool);
        packed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_readings_come_back() {
        let mut readings = PackedReadings::default();
        let places =
            ["キョー", "コンニチ", "キョー"].map(|reading| readings.place(reading).unwrap());
        assert_eq!(places[0], places[2]);
        let token = |cost: i16, reading| Token { context: 60_000, cost, reading };
        let today = [token(-5, places[0]), token(32_000, places[1])];
        let dog = [token(-32_768, 0)];
        let [first, tokens] = pack_tokens([&today[..], &dog[..]].into_iter());
        let tokens = Tokens::new(&first, &tokens).unwrap();
        assert_eq!(tokens.of(0).collect::<Vec<_>>(), today);
        assert_eq!(tokens.of(1).collect::<Vec<_>>(), dog);
        assert_eq!(tokens.of(2).count(), 0);
        let packed = readings.finish();
        let readings = Readings::new(&packed).unwrap();
        assert_eq!(readings.get(places[1]).as_deref(), Some("コンニチ"));
        assert_eq!(readings.get(places[0]).as_deref(), Some("キョー"));
        assert_eq!((readings.get(0), readings.get(1000)), (None, None));
    }
}
