//! The codes of all entries, in the order of their words.
//!
//! Neighbours in the alphabet sound alike at the beginning, so an entry is stored as the number of
//! codes that it shares with the one before it, its other codes, and [`END`]. The first of each
//! block of [`BLOCK`] entries shares nothing. To find an entry, its block is read from the start.

use std::borrow::Cow;

use super::symbols::END;
use crate::Error;

/// Entries of a block.
const BLOCK: usize = 16;
/// The codes that an entry may have: the number that are shared must fit in a byte.
pub(super) const MAX_CODES: usize = u8::MAX as usize;
/// Bytes of an offset.
const OFFSET: usize = size_of::<u32>();

/// Entries by their place in the alphabet.
#[derive(Debug)]
pub(super) struct Pool {
    entries: usize,
    /// Where each block begins, as little-endian `u32`.
    offsets: Cow<'static, [u8]>,
    bytes: Cow<'static, [u8]>,
}

/// The codes of an entry.
pub(super) struct Codes {
    codes: [u8; MAX_CODES],
    len: usize,
}

impl Codes {
    pub(super) fn as_slice(&self) -> &[u8] {
        &self.codes[..self.len]
    }
}

impl Pool {
    /// A pool of `entries` entries; refuses offsets that do not fit.
    pub(super) fn new(
        entries: usize,
        offsets: Cow<'static, [u8]>,
        bytes: Cow<'static, [u8]>,
    ) -> Result<Self, Error> {
        let pool = Self { entries, offsets, bytes };
        let damaged = Error::Damaged { part: "table of blocks" };
        if pool.offsets.len() != entries.div_ceil(BLOCK) * OFFSET {
            return Err(damaged);
        }
        let starts = || (0..entries.div_ceil(BLOCK)).map(|block| pool.start(block));
        let grows = starts().zip(starts().skip(1)).all(|(a, b)| a < b);
        match grows && starts().all(|start| start.is_some_and(|start| start < pool.bytes.len())) {
            true => Ok(pool),
            false => Err(damaged),
        }
    }

    /// The codes of the entry at a place; damaged ones are cut where they end.
    pub(super) fn get(&self, place: usize) -> Option<Codes> {
        if place >= self.entries {
            return None;
        }
        let mut rest = self.bytes.get(self.start(place / BLOCK)?..)?;
        let mut found = Codes { codes: [0; MAX_CODES], len: 0 };
        for _ in 0..=place % BLOCK {
            let (&shared, after) = rest.split_first()?;
            let own = after.iter().position(|&code| code == END)?;
            let from = found.len.min(usize::from(shared));
            found.len = (from + own).min(MAX_CODES);
            let target = &mut found.codes[from..found.len];
            target.copy_from_slice(&after[..target.len()]);
            rest = &after[own + 1..];
        }
        Some(found)
    }

    fn start(&self, block: usize) -> Option<usize> {
        let bytes = self.offsets.get(block * OFFSET..)?.first_chunk::<OFFSET>()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }
}

/// The offsets and bytes of a pool of entries, each of at most [`MAX_CODES`] codes.
pub(super) fn write<'a>(
    entries: impl Iterator<Item = &'a [u8]>,
) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let (mut offsets, mut bytes) = (Vec::new(), Vec::new());
    let mut before: &[u8] = &[];
    for (place, codes) in entries.enumerate() {
        if place % BLOCK == 0 {
            let start = u32::try_from(bytes.len()).map_err(|_| Error::Large)?;
            offsets.extend(start.to_le_bytes());
            before = &[];
        }
        let shared = codes.iter().zip(before).take_while(|(a, b)| a == b).count();
        bytes.push(u8::try_from(shared).map_err(|_| Error::Large)?);
        bytes.extend(&codes[shared..]);
        bytes.push(END);
        before = codes;
    }
    Ok((offsets, bytes))
}
