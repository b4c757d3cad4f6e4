//! A packed vector of bits that counts its ones and finds them.

use crate::bytes::{u32_at, u64_at};

/// Bits of one word, and words for which one count is kept.
const WORD: usize = 64;
const BLOCK: usize = 8;

/// A vector of bits in bytes that lie elsewhere.
///
/// `u32` length in bits, then for each 8 words the number (`u32`) of ones before them, then the
/// words (`u64`, the first bit is the lowest). All numbers are little-endian.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bits<'a> {
    len: usize,
    counts: &'a [u8],
    words: &'a [u8],
}

impl<'a> Bits<'a> {
    /// Opens the bytes, whose number must fit the length that they give.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let len = u32_at(bytes, 0)? as usize;
        let words = len.div_ceil(WORD);
        let (counts, words) =
            bytes.get(4..)?.split_at_checked(words.div_ceil(BLOCK).checked_mul(4)?)?;
        (words.len() == len.div_ceil(WORD) * 8).then_some(Self { len, counts, words })
    }

    /// How many bits there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The bit `at`; false beyond the end.
    pub(crate) fn get(&self, at: usize) -> bool {
        at < self.len && self.word(at / WORD) >> (at % WORD) & 1 == 1
    }

    /// How many bits before `at` are ones.
    pub(crate) fn rank(&self, at: usize) -> usize {
        let at = at.min(self.len);
        let word = at / WORD;
        let block = word / BLOCK;
        // A length that fills its last block has no count behind it.
        let (start, before) = match self.count(block) {
            Some(before) => (block * BLOCK, before),
            None if block > 0 => ((block - 1) * BLOCK, self.count(block - 1).unwrap_or(0)),
            None => (0, 0),
        };
        let whole: u32 = (start..word).map(|word| self.word(word).count_ones()).sum();
        let part = (self.word(word) & ((1 << (at % WORD)) - 1)).count_ones();
        before + (whole + part) as usize
    }

    /// Where the one is before which there are `rank` others.
    pub(crate) fn select(&self, rank: usize) -> Option<usize> {
        let blocks = self.counts.len() / 4;
        let (mut low, mut high) = (0, blocks);
        while high - low > 1 {
            let middle = low.midpoint(high);
            if self.count(middle)? <= rank { low = middle } else { high = middle }
        }
        let mut rest = rank.checked_sub(self.count(low)?)?;
        for at in low * BLOCK..(low + 1) * BLOCK {
            let mut word = self.word(at);
            let ones = word.count_ones() as usize;
            if rest < ones {
                (0..rest).for_each(|_| word &= word - 1);
                return Some(at * WORD + word.trailing_zeros() as usize)
                    .filter(|at| *at < self.len);
            }
            rest -= ones;
        }
        None
    }

    /// The ones before a block of words.
    fn count(&self, block: usize) -> Option<usize> {
        Some(u32_at(self.counts, 4 * block)? as usize)
    }

    /// Zero beyond the end.
    fn word(&self, at: usize) -> u64 {
        u64_at(self.words, 8 * at).unwrap_or(0)
    }
}

/// Packs bits for [`Bits::new`].
pub(crate) fn pack_bits(bits: &[bool]) -> Vec<u8> {
    let word = |bits: &[bool]| {
        bits.iter().enumerate().fold(0, |word, (at, bit)| word | u64::from(*bit) << at)
    };
    let words: Vec<u64> = bits.chunks(WORD).map(word).collect();
    let mut packed = (bits.len() as u32).to_le_bytes().to_vec();
    let mut before = 0;
    for block in words.chunks(BLOCK) {
        packed.extend(u32::to_le_bytes(before));
        before += block.iter().map(|word| word.count_ones()).sum::<u32>();
    }
    packed.extend(words.into_iter().flat_map(u64::to_le_bytes));
    packed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1), failure_persistence: None, cases: 64,
            ..ProptestConfig::default()
        })]

        #[test]
        fn ones_are_counted_and_found(
            bits in prop_oneof![
                prop::collection::vec(prop::bool::weighted(0.5), 0..2000),
                prop::collection::vec(prop::bool::weighted(0.01), 0..2000),
                prop::collection::vec(prop::bool::ANY, 512..=512),
            ],
        ) {
            let packed = pack_bits(&bits);
            let read = Bits::new(&packed).unwrap();
            prop_assert_eq!(read.len(), bits.len());
            let ones: Vec<usize> = (0..bits.len()).filter(|at| bits[*at]).collect();
            for at in 0..=bits.len() {
                prop_assert_eq!(read.rank(at), ones.partition_point(|one| *one < at));
                prop_assert_eq!(read.get(at), bits.get(at) == Some(&true));
            }
            for rank in 0..=ones.len() {
                prop_assert_eq!(read.select(rank), ones.get(rank).copied());
            }
        }
    }

    #[test]
    fn a_wrong_length_is_refused() {
        let packed = pack_bits(&[true; 100]);
        assert!(Bits::new(&packed[..packed.len() - 1]).is_none());
        assert!(Bits::new(&[255; 4]).is_none());
        assert!(Bits::new(&[]).is_none());
    }
}
