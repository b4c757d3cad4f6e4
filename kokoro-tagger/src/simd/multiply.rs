//! Products of rows with weights, in tiles that fit into the registers.

use super::vectors::{Input, Vectors};
use crate::weights::{Code, SUMS};

/// Multiplies rows of input by weights: `sums` `[rows, 288]` are of as many rows as fit. `codes`
/// are the weights `[width / 2, 288, 2]`.
///
/// The loop over sums is the outermost, so that the weights of some sums stay in the L1 cache for
/// all rows.
///
/// # Panics
/// If the lengths do not fit.
#[inline(always)]
pub(super) fn multiply<V: Vectors, const ROWS: usize, const VECTORS: usize>(
    input: Input,
    codes: &[Code],
    sums: &mut [i32],
) {
    let Input { values, width, stride } = input;
    let rows = sums.len() / SUMS;
    assert!(rows == 0 || values.len() >= (rows - 1) * stride + width, "input of {rows} rows");
    assert!(width.is_multiple_of(2) && codes.len() == width * SUMS, "weights [{width}, {SUMS}]");
    assert!(SUMS.is_multiple_of(VECTORS * V::LANES), "whole panels");
    for first in (0..SUMS).step_by(VECTORS * V::LANES) {
        let mut row = 0;
        while row < rows {
            // The last tile begins early enough to be whole, and computes some rows again.
            let from = if row + ROWS <= rows { row } else { rows.saturating_sub(ROWS) };
            // SAFETY: `from + ROWS` rows are there if `ROWS` are at all, and else one is at `row`,
            // as asserted; the sums from `first` on are a whole panel.
            unsafe {
                let codes = codes.as_ptr().add(2 * first);
                if rows >= ROWS {
                    let x = values.as_ptr().add(from * stride);
                    let to = sums.as_mut_ptr().add(from * SUMS + first);
                    tile::<V, ROWS, VECTORS>(x, width, stride, codes, to);
                    row = from + ROWS;
                } else {
                    let x = values.as_ptr().add(row * stride);
                    let to = sums.as_mut_ptr().add(row * SUMS + first);
                    tile::<V, 1, VECTORS>(x, width, stride, codes, to);
                    row += 1;
                }
            }
        }
    }
}

/// The products of `ROWS` rows and of `VECTORS` vectors of sums.
///
/// # Safety
/// The processor must have the instructions of `V`. `x` must be readable for `ROWS` rows, `codes`
/// for `width / 2` rows of `2 · 288` weights from the panel's first on, and `to` writable for the
/// panel's sums of `ROWS` rows of 288.
#[inline(always)]
unsafe fn tile<V: Vectors, const ROWS: usize, const VECTORS: usize>(
    x: *const i16,
    width: usize,
    stride: usize,
    codes: *const Code,
    to: *mut i32,
) {
    // SAFETY: as the caller promises.
    unsafe {
        let mut sums = [[V::zero(); VECTORS]; ROWS];
        for pair in 0..width / 2 {
            let codes = codes.add(pair * 2 * SUMS);
            let mut weights = [V::load(codes); VECTORS];
            for (v, weights) in weights.iter_mut().enumerate().skip(1) {
                *weights = V::load(codes.add(v * 2 * V::LANES));
            }
            for (row, sums) in sums.iter_mut().enumerate() {
                for (sums, &weights) in sums.iter_mut().zip(&weights) {
                    *sums = V::dot(*sums, x.add(row * stride + 2 * pair), weights);
                }
            }
        }
        for (row, sums) in sums.iter().enumerate() {
            for (v, &sums) in sums.iter().enumerate() {
                V::store(to.add(row * SUMS + v * V::LANES), sums);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::simd::{Isa, Work};

    struct Multiply<'a>(Input<'a>, &'a [Code], &'a mut [i32]);

    impl Work for Multiply<'_> {
        type Output = ();
        fn run<V: Vectors>(self) {
            V::multiply(self.0, self.1, self.2);
        }
    }

    /// The sums by their definition.
    fn naive(input: Input, codes: &[Code], rows: usize) -> Vec<i32> {
        let sum = |row: usize, sum: usize| {
            (0..input.width).fold(0, |total, i| {
                let x = i32::from(input.values[row * input.stride + i]);
                total + x * i32::from(i16::from_le_bytes(codes[(i / 2 * SUMS + sum) * 2 + i % 2]))
            })
        };
        (0..rows).flat_map(|row| (0..SUMS).map(move |i| sum(row, i))).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 40, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
        })]

        #[test]
        fn sums_are_exact_on_every_instruction_set(
            rows in 0..20usize,
            pairs in 1..9usize,
            steps in 1..9usize,
            values in prop::collection::vec(any::<i16>(), 20 * 16),
            codes in prop::collection::vec(-2000..=2000i16, 16 * SUMS),
        ) {
            let input = Input { values: &values, width: 2 * pairs, stride: 2 * steps.min(pairs) };
            let codes: Vec<Code> = codes.into_iter().map(i16::to_le_bytes).collect();
            let codes = &codes[..2 * pairs * SUMS];
            let expected = naive(input, codes, rows);
            for isa in Isa::available() {
                let mut sums = vec![7; rows * SUMS];
                isa.run(Multiply(input, codes, &mut sums));
                prop_assert_eq!(&sums, &expected, "{:?}", isa);
            }
        }
    }
}
