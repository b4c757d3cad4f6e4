//! The rows of the tokens that were met last.

use crate::weights::WIDTH;

/// Rows that are kept: of 384 bytes, 1.5 MB.
const ROWS: usize = 4096;

/// Rows by their keys. Each key has one place, which it shares with others; the last one has it.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    keys: Vec<Option<u64>>,
    rows: Vec<[f32; WIDTH]>,
}

impl Cache {
    /// The row of a key.
    pub fn get(&self, key: u64) -> Option<&[f32; WIDTH]> {
        let place = place(key);
        (self.keys.get(place) == Some(&Some(key))).then(|| &self.rows[place])
    }

    /// Keeps a row.
    pub fn put(&mut self, key: u64, row: [f32; WIDTH]) {
        self.keys.resize(ROWS, None);
        self.rows.resize(ROWS, [0.0; WIDTH]);
        self.keys[place(key)] = Some(key);
        self.rows[place(key)] = row;
    }
}

/// The place of a key, from its first bits.
fn place(key: u64) -> usize {
    (key >> (u64::BITS - ROWS.ilog2())) as usize
}
