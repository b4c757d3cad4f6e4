//! What it costs that one word follows another: a matrix of the contexts of both.
//!
//! Few of the rows are different from all others, and few columns; and each row is like some other
//! row but for a few places. So a row is kept as its difference from a row before it, in blocks of
//! columns of which each has as many bits as it needs. A row is unpacked when it is first asked
//! for.
//!
//! Part "contexts": for each context u16 its row, then for each u16 its column. Part "rows": u32
//! number of columns, u32 number of rows, then for each row u16 the row from which it differs (its
//! own number if it stands by itself) and u32 the bit at which its blocks begin, then the blocks,
//! lowest bit first. A block is 5 bits for the number of bits of a difference, 1 bit that says
//! whether a base follows, 18 bits for the base if so, then [`BLOCK`] differences less the base.

use std::sync::OnceLock;

use crate::bytes::{u16_at, u32_at, u64_at};

/// Columns of a block.
pub(crate) const BLOCK: usize = 32;
/// Bits of the number of bits, of the flag, and of a base.
pub(crate) const WIDTH_BITS: usize = 5;
pub(crate) const BASE_BITS: usize = 18;
/// What is added to a base, so that it is positive.
pub(crate) const BASE_ZERO: i32 = 1 << (BASE_BITS - 1);
/// Bytes of the place of a row, and before the first of them.
const PLACE: usize = 6;
const HEADER: usize = 8;

/// The rows that have been unpacked, and where the others are.
pub(crate) struct Matrix {
    columns: usize,
    rows: Vec<OnceLock<Box<[i16]>>>,
}

/// The bytes of the two parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packed<'a> {
    pub(crate) contexts: &'a [u8],
    pub(crate) rows: &'a [u8],
}

impl Matrix {
    /// Looks at the parts; unpacks nothing.
    pub(crate) fn new(packed: Packed<'_>) -> Option<Self> {
        let columns = u32_at(packed.rows, 0)? as usize;
        let rows = u32_at(packed.rows, 4)? as usize;
        let numbers = 1 << 16; // of rows and columns that a context can name
        packed.rows.get(..HEADER + PLACE * rows).filter(|_| columns.max(rows) <= numbers)?;
        let contexts = packed.contexts.len() / 4;
        let inside = |context: usize| {
            let [row, column] = packed.context(context)?.map(usize::from);
            Some(row < rows && column < columns)
        };
        let fits = (0..contexts).all(|context| inside(context) == Some(true));
        fits.then(|| Self { columns, rows: (0..rows).map(|_| OnceLock::new()).collect() })
    }

    /// What each column costs after a word that has this row. Nothing if there is no such row.
    pub(crate) fn row(&self, number: u16, packed: Packed<'_>) -> &[i16] {
        let mut chain = vec![usize::from(number)];
        loop {
            let last = chain[chain.len() - 1];
            let Some(cell) = self.rows.get(last) else { return &[] };
            // A row differs from one before it, so that the chain ends.
            match packed.reference(last).filter(|reference| *reference < last) {
                Some(reference) if cell.get().is_none() => chain.push(reference),
                _ => break,
            }
        }
        let mut like: &[i16] = &[];
        for number in chain.into_iter().rev() {
            like = self.rows[number].get_or_init(|| packed.unpack(number, like, self.columns));
        }
        like
    }
}

impl Packed<'_> {
    /// The row and the column of a context.
    pub(crate) fn context(self, context: usize) -> Option<[u16; 2]> {
        let contexts = self.contexts.len() / 4;
        let row = u16_at(self.contexts, 2 * context).filter(|_| context < contexts)?;
        Some([row, u16_at(self.contexts, 2 * (contexts + context))?])
    }

    /// The row from which a row differs.
    fn reference(self, row: usize) -> Option<usize> {
        Some(usize::from(u16_at(self.rows, HEADER + PLACE * row)?))
    }

    /// A row that differs from `like`. Where the bytes end early, it is as `like`.
    fn unpack(self, row: usize, like: &[i16], columns: usize) -> Box<[i16]> {
        let mut costs = vec![0; columns];
        costs.iter_mut().zip(like).for_each(|(cost, like)| *cost = *like);
        let rows = u32_at(self.rows, 4).unwrap_or(0) as usize;
        let start = u32_at(self.rows, HEADER + PLACE * row + 2).unwrap_or(u32::MAX);
        let bits = self.rows.get(HEADER + PLACE * rows..).unwrap_or_default();
        let mut reader = BitReader { bytes: bits, at: start as usize };
        for block in costs.chunks_mut(BLOCK) {
            let Some(width) = reader.read(WIDTH_BITS) else { break };
            let base = match reader.read(1) {
                Some(1) => reader.read(BASE_BITS).unwrap_or(0) as i32 - BASE_ZERO,
                _ => 0,
            };
            for cost in block.iter_mut().filter(|_| width > 0 || base != 0) {
                let more = reader.read(width as usize).unwrap_or(0) as i32;
                *cost = cost.wrapping_add(base.wrapping_add(more) as i16);
            }
        }
        costs.into()
    }
}

/// Reads numbers of few bits.
struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl BitReader<'_> {
    /// The next `count` bits, at most 32. Eight bytes must follow the last of them.
    fn read(&mut self, count: usize) -> Option<u32> {
        let word = u64_at(self.bytes, self.at / 8)? >> (self.at % 8);
        self.at += count;
        Some((word & ((1 << count) - 1)) as u32)
    }
}
