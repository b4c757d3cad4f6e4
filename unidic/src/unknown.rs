//! How words are taken that are in no dictionary: `unk.def` of a MeCab dictionary.

use crate::bytes::u16_at;
use crate::characters::Class;

/// For each class, the context and the cost of each way to take an unknown word.
pub(crate) type Unknown = [Vec<(u16, i16)>; Class::ALL.len()];

/// Bytes of a token of an unknown word: u16 class, u16 context, i16 cost.
const TOKEN: usize = 6;

/// Unpacks the tokens of unknown words.
pub(crate) fn unpack_unknown(bytes: &[u8]) -> Option<Unknown> {
    let mut unknown = Unknown::default();
    for token in bytes.chunks(TOKEN) {
        let class = unknown.get_mut(usize::from(u16_at(token, 0)?))?;
        class.push((u16_at(token, 2)?, u16_at(token, 4)?.cast_signed()));
    }
    Some(unknown)
}

/// Packs the tokens of unknown words.
pub(crate) fn pack_unknown(unknown: &Unknown) -> Vec<u8> {
    let tokens = unknown.iter().enumerate().flat_map(|(class, tokens)| {
        tokens.iter().map(move |(context, cost)| [class as u16, *context, cost.cast_unsigned()])
    });
    tokens.flatten().flat_map(u16::to_le_bytes).collect()
}
