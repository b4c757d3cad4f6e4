//! The parts of a packed dictionary.
//!
//! ```text
//! "unidic-packed"   what the file is
//! u32               the version of the format
//! u64               the checksum of all that follows
//! 12 × u32          the lengths in bytes of the parts
//! the parts         one after the other, in the order of `Part`
//! ```
//!
//! All numbers are little-endian and lie at any address.

use std::ops::Range;

use crate::Error;
use crate::bytes::{u32_at, u64_at};
use crate::checksum::checksum;

pub(crate) const MAGIC: &str = "unidic-packed";
pub(crate) const VERSION: u32 = 1;

/// A part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Kinds of characters (see `characters.rs`): what each kind does, and runs of characters.
    Kinds,
    Characters,
    /// Tokens of words that are in no dictionary, by class (see `unknown.rs`).
    Unknown,
    /// The trie of all surfaces (see `trie.rs`).
    Labels,
    Internal,
    FirstChildren,
    Terminal,
    /// Tokens of known words, and where those of a surface begin (see `tokens.rs`).
    FirstTokens,
    Tokens,
    /// Readings (see `tokens.rs`).
    Readings,
    /// Costs of connections (see `matrix.rs`).
    Contexts,
    Rows,
}

impl Part {
    pub(crate) const COUNT: usize = 12;

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Kinds | Self::Characters => "characters",
            Self::Unknown => "classes of unknown words",
            Self::Labels | Self::Internal | Self::FirstChildren | Self::Terminal => "surfaces",
            Self::FirstTokens | Self::Tokens => "tokens",
            Self::Readings => "readings",
            Self::Contexts | Self::Rows => "matrix",
        }
    }
}

const NUMBERS: usize = MAGIC.len() + 4 + 8;
const HEADER: usize = NUMBERS + 4 * Part::COUNT;

/// Where the parts lie. The checksum and the lengths are checked.
pub(crate) fn parts(bytes: &[u8]) -> Result<[Range<usize>; Part::COUNT], Error> {
    if !bytes.starts_with(MAGIC.as_bytes()) {
        return Err(Error::Magic { expected: MAGIC });
    }
    let found = bytes.len() as u64;
    let short = || Error::Length { expected: HEADER as u64, found };
    let version = u32_at(bytes, MAGIC.len()).ok_or_else(short)?;
    if version != VERSION {
        return Err(Error::Version { expected: VERSION, found: version });
    }
    let sum = u64_at(bytes, MAGIC.len() + 4).ok_or_else(short)?;
    let mut end = HEADER as u64;
    let mut parts = [const { 0..0 }; Part::COUNT];
    for (number, part) in parts.iter_mut().enumerate() {
        let length = u32_at(bytes, NUMBERS + 4 * number).ok_or_else(short)?;
        // A place beyond the end of the address space is beyond the end of the bytes.
        let start = usize::try_from(end).unwrap_or(usize::MAX);
        end += u64::from(length);
        *part = start..usize::try_from(end).unwrap_or(usize::MAX);
    }
    if end != found {
        return Err(Error::Length { expected: end, found });
    }
    if checksum(&bytes[NUMBERS..]) != sum {
        return Err(Error::Damaged { part: "checksum" });
    }
    Ok(parts)
}

/// Joins the parts behind a header.
pub(crate) fn join(parts: [Vec<u8>; Part::COUNT]) -> Vec<u8> {
    let lengths = parts.iter().flat_map(|part| (part.len() as u32).to_le_bytes());
    let head = [MAGIC.as_bytes(), &VERSION.to_le_bytes(), &[0; 8]].concat();
    let mut bytes: Vec<u8> = head.into_iter().chain(lengths).collect();
    bytes.extend(parts.into_iter().flatten());
    seal(&mut bytes);
    bytes
}

/// Writes the checksum of a dictionary anew, whose bytes were changed on purpose.
pub fn seal(bytes: &mut [u8]) {
    if let Some((head, body)) = bytes.split_at_mut_checked(NUMBERS) {
        head[NUMBERS - 8..].copy_from_slice(&checksum(body).to_le_bytes());
    }
}
