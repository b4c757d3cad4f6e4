//! The hashes that spaCy and thinc identify strings and rows of embeddings by.

/// MurmurHash64A of some bytes with seed 1: spaCy's `hash_string`.
pub(crate) fn string_hash(bytes: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0xc6a4_a793_5bd1_e995;
    const SHIFT: u32 = 47;
    const SEED: u64 = 1;
    let mut hash = SEED ^ (bytes.len() as u64).wrapping_mul(MULTIPLIER);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let mut word = u64::from_le_bytes(*word).wrapping_mul(MULTIPLIER);
        word = (word ^ (word >> SHIFT)).wrapping_mul(MULTIPLIER);
        hash = (hash ^ word).wrapping_mul(MULTIPLIER);
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(MULTIPLIER);
    }
    hash = (hash ^ (hash >> SHIFT)).wrapping_mul(MULTIPLIER);
    hash ^ (hash >> SHIFT)
}

/// Four hashes of a number: thinc's `MurmurHash3_x86_128_uint64`, which is the MurmurHash3 of
/// 128 bits for 64-bit machines, made for a single word.
pub(crate) fn four_hashes(word: u64, seed: u32) -> [u32; 4] {
    const LEN: u64 = 8;
    let word = word.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31);
    let mut h1 = word.wrapping_mul(0x4cf5_ad43_2745_937f) ^ u64::from(seed) ^ LEN;
    let mut h2 = u64::from(seed) ^ LEN;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    (h1, h2) = (mix(h1), mix(h2));
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    [h1 as u32, (h1 >> 32) as u32, h2 as u32, (h2 >> 32) as u32]
}

/// The last mixing of MurmurHash3.
fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    // >>> from spacy.strings import hash_string
    // >>> [hash_string(s) for s in ("", "coffee", "ಠ︵ಠ, twice")]
    #[test]
    fn hashes_of_strings_are_spacys() {
        assert_eq!(string_hash(b"coffee"), 3_197_928_453_018_144_401);
    }
}
