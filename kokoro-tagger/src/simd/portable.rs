//! Arrays of eight, for any processor; the compiler chooses the instructions.

use super::multiply::multiply;
use super::vectors::{Input, Vectors};
use crate::weights::Code;

const LANES: usize = 8;

/// Eight lanes, without any particular instructions.
#[derive(Debug)]
pub(crate) struct Portable;

impl Vectors for Portable {
    const LANES: usize = LANES;
    type Sums = [i32; LANES];
    type Weights = [[i16; 2]; LANES];

    #[inline(always)]
    unsafe fn zero() -> Self::Sums {
        [0; LANES]
    }
    #[inline(always)]
    unsafe fn load(from: *const Code) -> Self::Weights {
        // SAFETY: readable, by the trait's contract.
        let codes = unsafe { from.cast::<[[Code; 2]; LANES]>().read() };
        codes.map(|pair| pair.map(i16::from_le_bytes))
    }
    #[inline(always)]
    unsafe fn dot(sums: Self::Sums, x: *const i16, weights: Self::Weights) -> Self::Sums {
        // SAFETY: readable, by the trait's contract.
        let x = unsafe { x.cast::<[i16; 2]>().read() }.map(i32::from);
        std::array::from_fn(|i| {
            let [a, b] = weights[i].map(i32::from);
            sums[i] + x[0] * a + x[1] * b
        })
    }
    #[inline(always)]
    unsafe fn store(to: *mut i32, sums: Self::Sums) {
        // SAFETY: writable, by the trait's contract.
        unsafe { to.cast::<Self::Sums>().write(sums) }
    }
    #[inline(always)]
    fn multiply(input: Input, codes: &[Code], sums: &mut [i32]) {
        multiply::<Self, 4, 1>(input, codes, sums);
    }
}
