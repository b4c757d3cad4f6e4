//! Tables that are found by hashes, used where they lie in the program.

/// Rows of bytes, each of which begins with a hash, in ascending order.
#[derive(Debug)]
pub(crate) struct HashTable {
    rows: &'static [u8],
    stride: usize,
    first: Box<[u16]>, // [buckets + 1] first row of each bucket; hashes that begin alike share one
}

impl HashTable {
    /// Of `rows` that are `stride` bytes long: fewer than 2¹⁶.
    pub fn new(rows: &'static [u8], stride: usize) -> Self {
        let len = rows.len() / stride;
        let buckets = len.next_power_of_two().max(2);
        let mut table = Self { rows, stride, first: vec![0; buckets + 1].into() };
        for row in 0..len {
            let bucket = table.bucket(table.hash(row));
            table.first[bucket + 1] = row as u16 + 1;
        }
        for bucket in 0..buckets {
            table.first[bucket + 1] = table.first[bucket + 1].max(table.first[bucket]);
        }
        table
    }

    /// The index of the row with this hash.
    pub fn find(&self, hash: u64) -> Option<usize> {
        let bucket = self.bucket(hash);
        let rows = usize::from(self.first[bucket])..usize::from(self.first[bucket + 1]);
        rows.into_iter().find(|&row| self.hash(row) == hash)
    }

    /// Row `index`.
    pub fn row(&self, index: usize) -> &'static [u8] {
        &self.rows[index * self.stride..][..self.stride]
    }

    fn hash(&self, row: usize) -> u64 {
        word(self.row(row), 0)
    }

    /// The first bits of a hash.
    fn bucket(&self, hash: u64) -> usize {
        (hash >> (64 - (self.first.len() - 1).ilog2())) as usize
    }
}

/// The `index`th 64-bit number of some bytes.
///
/// # Panics
/// If there are not as many.
pub(crate) fn word(bytes: &[u8], index: usize) -> u64 {
    u64::from_le_bytes(bytes.as_chunks().0[index])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found() {
        let symbols = include_bytes!("../data/symbols.bin");
        let table = HashTable::new(&symbols[..symbols.len() / 2], 8);
        for row in 0..symbols.len() / 16 {
            assert_eq!(table.find(word(symbols, row)), Some(row));
            assert_eq!(table.find(word(symbols, row) + 1), None);
        }
    }
}
