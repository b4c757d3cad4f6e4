//! Packs the matrix (see `matrix.rs`): each row as its difference from the row that is most like it
//! among those before.

use std::collections::HashMap;

use super::columns::in_order_of_likeness;
use super::spanning::{Tree, spanning_tree};
use crate::matrix::{BASE_BITS, BASE_ZERO, BLOCK, WIDTH_BITS};

/// How many rows must be unpacked before a row at most.
const DEPTH: usize = 60;
/// Of so many blocks one is looked at to find rows that are like each other.
const SAMPLE: usize = 12;

/// Packs the costs as two parts: contexts, and rows.
pub(super) fn pack_matrix(contexts: usize, costs: &[i16]) -> [Vec<u8>; 2] {
    let (columns, column_of) = distinct(contexts, |column| {
        (0..contexts).map(|row| costs[row * contexts + column]).collect()
    });
    let (_, row_of) = distinct(contexts, |row| costs[row * contexts..][..contexts].to_vec());
    let order = in_order_of_likeness(&columns);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, column)| place[*column] = at as u16);

    let mut rows = vec![Vec::new(); row_of.iter().max().map_or(0, |last| last + 1)];
    for (context, row) in row_of.iter().enumerate() {
        if rows[*row].is_empty() {
            rows[*row] = order.iter().map(|column| columns[*column][context]).collect();
        }
    }
    let Tree { order: row_order, parents } = spanning_tree(rows.len(), DEPTH, |a, b| {
        let blocks = rows[a].chunks(BLOCK).zip(rows[b].chunks(BLOCK)).step_by(SAMPLE);
        blocks.map(|(a, b)| width(a, b)).sum()
    });
    let mut number = vec![0; rows.len()];
    row_order.iter().enumerate().for_each(|(at, row)| number[*row] = at as u16);
    let row_numbers = row_of.iter().map(|row| number[*row]);
    let column_numbers = column_of.iter().map(|column| place[*column]);
    let contexts = row_numbers.chain(column_numbers).flat_map(u16::to_le_bytes).collect();

    let mut packed = [order.len() as u32, rows.len() as u32].map(u32::to_le_bytes).concat();
    let nothing = vec![0; order.len()];
    let mut writer = BitWriter::default();
    for row in row_order {
        let parent = parents[row];
        packed.extend(number[parent.unwrap_or(row)].to_le_bytes());
        packed.extend((writer.len as u32).to_le_bytes());
        let like = parent.map_or(&nothing, |parent| &rows[parent]);
        for (costs, like) in rows[row].chunks(BLOCK).zip(like.chunks(BLOCK)) {
            write_block(&mut writer, costs, like);
        }
    }
    packed.extend(writer.bytes);
    packed.extend([0; 8]); // so that eight bytes follow every bit
    [contexts, packed]
}

/// The vectors that differ from each other, and which of them each number has.
fn distinct(count: usize, vector: impl Fn(usize) -> Vec<i16>) -> (Vec<Vec<i16>>, Vec<usize>) {
    let (mut known, mut vectors) = (HashMap::new(), Vec::new());
    let of = (0..count).map(|number| {
        let own = vector(number);
        *known.entry(own.clone()).or_insert_with(|| {
            vectors.push(own);
            vectors.len() - 1
        })
    });
    let of = of.collect();
    (vectors, of)
}

/// The least difference of two blocks, and how much greater the greatest is.
fn span(costs: &[i16], like: &[i16]) -> (i32, u32) {
    let differences = costs.iter().zip(like).map(|(a, b)| i32::from(*a) - i32::from(*b));
    let (low, high) = differences.fold((i32::MAX, i32::MIN), |(low, high), difference| {
        (low.min(difference), high.max(difference))
    });
    (low, (high - low) as u32)
}

/// Bits of each difference of two blocks.
fn width(costs: &[i16], like: &[i16]) -> u32 {
    u32::BITS - span(costs, like).1.leading_zeros()
}

fn write_block(writer: &mut BitWriter, costs: &[i16], like: &[i16]) {
    let (base, _) = span(costs, like);
    let width = width(costs, like) as usize;
    writer.write(width as u32, WIDTH_BITS);
    writer.write(u32::from(base != 0), 1);
    if base != 0 {
        writer.write((base + BASE_ZERO) as u32, BASE_BITS);
    }
    for (cost, like) in costs.iter().zip(like) {
        writer.write((i32::from(*cost) - i32::from(*like) - base) as u32, width);
    }
}

/// Writes numbers of few bits.
#[derive(Default)]
struct BitWriter {
    bytes: Vec<u8>,
    len: usize,
}

impl BitWriter {
    fn write(&mut self, number: u32, count: usize) {
        for bit in 0..count {
            if self.len.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let at = self.len / 8;
            self.bytes[at] |= ((number >> bit & 1) as u8) << (self.len % 8);
            self.len += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::matrix::{Matrix, Packed};

    fn check(contexts: usize, costs: &[i16]) {
        let [packed_contexts, rows] = pack_matrix(contexts, costs);
        let packed = Packed { contexts: &packed_contexts, rows: &rows };
        let matrix = Matrix::new(packed).unwrap();
        for following in 0..contexts {
            let [row, _] = packed.context(following).unwrap();
            let row = matrix.row(row, packed);
            for preceding in 0..contexts {
                let [_, column] = packed.context(preceding).unwrap();
                let cost = costs[following * contexts + preceding];
                assert_eq!(row[usize::from(column)], cost, "{following} after {preceding}");
            }
        }
        assert_eq!(packed.context(contexts), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1), failure_persistence: None, cases: 32,
            ..ProptestConfig::default()
        })]

        #[test]
        fn any_matrix_comes_back(
            (contexts, costs) in (1..80_usize).prop_flat_map(|contexts| {
                let cost = prop_oneof![3 => -3..3_i16, 1 => any::<i16>()];
                (Just(contexts), prop::collection::vec(cost, contexts * contexts))
            }),
        ) {
            check(contexts, &costs);
        }
    }

    #[test]
    fn rows_that_are_alike_take_few_bits() {
        let contexts = 100;
        let costs: Vec<i16> = (0..contexts * contexts)
            .map(|at| ((at % contexts) * 200) as i16 + i16::from(at % 997 == 0))
            .collect();
        check(contexts, &costs);
        let [_, rows] = pack_matrix(contexts, &costs);
        assert!(rows.len() < costs.len() / 2, "{}", rows.len());
    }
}
