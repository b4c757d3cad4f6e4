//! How likely a place in a word emits a character.

use std::fmt;

/// Bytes of a row: a character and its four values.
const ROW: usize = 10;

/// The value of a place that never emits the character.
const NONE: u16 = u16::MAX;

/// A table of characters, packed as follows, all numbers with the low byte first:
///
/// - `u32`: the number of rows.
/// - A row for each character, in their order: the character as `u16`, and for each of the places
///   begin, end, middle and single a `u16`, the number of its value, or [`NONE`].
/// - The values, as `f64`: natural logarithms of probabilities.
pub(crate) struct Emission {
    rows: &'static [[u8; ROW]],
    values: &'static [[u8; 8]],
}

impl Emission {
    /// jieba's table.
    pub(crate) fn new() -> Self {
        let bytes: &[u8] = include_bytes!("../../data/emission.bin");
        let (count, rest) = bytes.split_first_chunk().unwrap_or((&[0; 4], &[]));
        let (rows, values) = rest.split_at(u32::from_le_bytes(*count) as usize * ROW);
        Self { rows: rows.as_chunks().0, values: values.as_chunks().0 }
    }

    /// The logarithms of the probabilities of `c` by places.
    pub(crate) fn of(&self, c: char) -> [Option<f64>; 4] {
        let Ok(wanted) = u16::try_from(u32::from(c)) else { return [None; 4] };
        let number =
            |row: &[u8; ROW], at: usize| u16::from_le_bytes([row[2 * at], row[2 * at + 1]]);
        let Ok(found) = self.rows.binary_search_by_key(&wanted, |row| number(row, 0)) else {
            return [None; 4];
        };
        [1, 2, 3, 4].map(|at| {
            let value = number(&self.rows[found], at);
            (value != NONE).then(|| f64::from_le_bytes(self.values[usize::from(value)]))
        })
    }
}

impl fmt::Debug for Emission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emission").field("characters", &self.rows.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_the_source() {
        let emission = Emission::new();
        let [begin, end, ..] = emission.of('一');
        assert_eq!((begin, end), (Some(-3.654_497_875_044_943_3), Some(-6.044_987_536_255_073)));
        assert_eq!(emission.of('∶')[3], Some(-15.828_865_681_131_282));
        assert_eq!(emission.of('龘'), [None; 4]);
        assert_eq!(emission.of('𠀀'), [None; 4]);
        assert_eq!((emission.rows.len(), emission.values.len()), (14_632, 8_751));
    }
}
