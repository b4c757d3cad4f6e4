//! The parts of a packed lexicon.
//!
//! ```text
//! "kokolex1"   the format and its version
//! 5 × u32      numbers of entries, and of bytes of the four parts; little-endian
//! symbols      UTF-8: a line of all phonemes, then a line for each key of tagged entries
//! words        an `fst` map from each word to its place in the alphabet
//! blocks       u32 for each 16 entries: where in the pool they begin
//! pool         the phonemes of all entries, one byte for each (see `pool.rs`)
//! ```

use std::borrow::Cow;

use crate::Error;

/// How packed lexicons begin.
pub(super) const MAGIC: &str = "kokolex1";
/// Numbers after the magic: entries, and bytes of the four parts.
const NUMBERS: usize = 5;
/// Bytes before the first part.
pub(super) const HEADER: usize = MAGIC.len() + NUMBERS * size_of::<u32>();

/// Reads the header: the numbers, and the lengths of the four parts.
pub(super) fn header(bytes: &[u8]) -> Result<([u32; NUMBERS], [usize; NUMBERS - 1]), Error> {
    let rest = bytes.strip_prefix(MAGIC.as_bytes()).ok_or(Error::Magic { expected: MAGIC })?;
    let mut numbers = [0; NUMBERS];
    let (words, _) = rest.as_chunks::<{ size_of::<u32>() }>();
    if words.len() < NUMBERS {
        return Err(Error::Length { expected: HEADER as u64, found: bytes.len() as u64 });
    }
    for (number, bytes) in numbers.iter_mut().zip(words) {
        *number = u32::from_le_bytes(*bytes);
    }
    let lengths = std::array::from_fn(|part| numbers[part + 1] as usize);
    Ok((numbers, lengths))
}

/// Cuts bytes behind the header into parts whose lengths add up to all of them.
pub(super) fn split<const N: usize>(
    bytes: Cow<'static, [u8]>,
    lengths: [usize; N],
) -> [Cow<'static, [u8]>; N] {
    let mut start = HEADER;
    lengths.map(|length| {
        let range = start..start + length;
        start += length;
        match &bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[range]),
            Cow::Owned(bytes) => Cow::Owned(bytes[range].to_vec()),
        }
    })
}

/// Joins the parts behind a header.
pub(super) fn join(entries: usize, sections: [Vec<u8>; 4]) -> Result<Vec<u8>, Error> {
    let mut packed = Vec::with_capacity(HEADER + sections.iter().map(Vec::len).sum::<usize>());
    packed.extend(MAGIC.as_bytes());
    for number in [entries].into_iter().chain(sections.iter().map(Vec::len)) {
        packed.extend(u32::try_from(number).map_err(|_| Error::Large)?.to_le_bytes());
    }
    packed.extend(sections.into_iter().flatten());
    Ok(packed)
}
