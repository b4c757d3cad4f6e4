//! What an instruction set has to do, and what is done with it.

use crate::weights::Code;

/// Vectors of an instruction set.
///
/// Everything is `#[inline(always)]`: only what is inlined into the functions of `Isa` is
/// compiled with the instructions of the set.
pub(crate) trait Vectors {
    /// Sums of a vector.
    const LANES: usize;
    /// `LANES` sums of 32 bits.
    type Sums: Copy;
    /// `LANES` pairs of weights of 16 bits.
    type Weights: Copy;

    /// Zeros.
    ///
    /// # Safety
    /// The processor must have the instructions of the set, as for all functions of the trait.
    unsafe fn zero() -> Self::Sums;
    /// Reads `LANES` pairs of weights.
    ///
    /// # Safety
    /// `from` must be readable for them.
    unsafe fn load(from: *const Code) -> Self::Weights;
    /// Adds `x₀ w₀ + x₁ w₁` to each sum. `x` points to `x₀` and `x₁`.
    ///
    /// # Safety
    /// `x` must be readable for two numbers.
    unsafe fn dot(sums: Self::Sums, x: *const i16, weights: Self::Weights) -> Self::Sums;
    /// Writes the sums.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` numbers.
    unsafe fn store(to: *mut i32, sums: Self::Sums);
    /// Multiplies rows of `input` by weights, with as many rows and vectors at a time as the
    /// registers hold. `sums` are `[rows, 288]`, and `codes` the weights, `[width / 2, 288, 2]`.
    ///
    /// # Panics
    /// If the lengths do not fit.
    fn multiply(input: Input, codes: &[Code], sums: &mut [i32]);
}

/// Rows of input, which may overlap.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Input<'a> {
    pub values: &'a [i16],
    /// Numbers of a row.
    pub width: usize,
    /// Numbers from the beginning of a row to that of the next.
    pub stride: usize,
}

/// What is compiled for each instruction set.
pub(crate) trait Work {
    type Output;
    /// Does it with vectors of `V`.
    fn run<V: Vectors>(self) -> Self::Output;
}
