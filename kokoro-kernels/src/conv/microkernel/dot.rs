//! Sums of products in each number format, as the microkernel takes them.

use crate::simd::Simd;

/// How a word of input and a word of weights are multiplied and added to a sum.
pub(crate) trait DotProduct: Copy {
    /// `LANES` sums.
    type Sum<S: Simd>: Copy;
    /// Words after which a sum is added to a total and begun again, so that a long sum in f32 does
    /// not lose digits.
    const CHUNK: usize = usize::MAX;
    fn zero<S: Simd>(s: S) -> Self::Sum<S>;
    fn multiply_add<S: Simd>(s: S, sum: Self::Sum<S>, x: S::Word, w: S::Word) -> Self::Sum<S>;
    fn add<S: Simd>(s: S, a: Self::Sum<S>, b: Self::Sum<S>) -> Self::Sum<S>;
    /// The sum as f32. Where the instruction has subtracted [`Simd::U8_OFFSET`] from each input,
    /// `correction` is first added to the sum of integers.
    fn to_f32<S: Simd>(s: S, sum: Self::Sum<S>, correction: S::I) -> S::F;
}

/// Sums in f32 of words that are one f32 or, if `BF16`, two bf16. If `CHUNKED`, they are taken in
/// chunks.
#[derive(Clone, Copy)]
pub(crate) struct DotFloat<const BF16: bool, const CHUNKED: bool>;
/// Sums of f32, in chunks.
pub(crate) type DotF32 = DotFloat<false, true>;
/// Sums of f32 that are short enough to be taken in one chunk.
pub(crate) type DotF32Unchunked = DotFloat<false, false>;
/// Sums of bf16, in one chunk: the error of bf16 itself is greater than that of a long sum.
pub(crate) type DotBf16 = DotFloat<true, false>;

impl<const BF16: bool, const CHUNKED: bool> DotProduct for DotFloat<BF16, CHUNKED> {
    type Sum<S: Simd> = S::F;
    const CHUNK: usize = if CHUNKED { 64 } else { usize::MAX };
    #[inline(always)]
    fn zero<S: Simd>(s: S) -> S::F {
        s.splat(0.0)
    }
    #[inline(always)]
    fn multiply_add<S: Simd>(s: S, sum: S::F, x: S::Word, w: S::Word) -> S::F {
        if BF16 { s.dot_bf16(sum, x, w) } else { s.dot_f32(sum, x, w) }
    }
    #[inline(always)]
    fn add<S: Simd>(s: S, a: S::F, b: S::F) -> S::F {
        s.add(a, b)
    }
    #[inline(always)]
    fn to_f32<S: Simd>(_: S, sum: S::F, _: S::I) -> S::F {
        sum
    }
}

/// Sums in i32 of words that are four 8-bit integers.
#[derive(Clone, Copy)]
pub(crate) struct DotU8;

impl DotProduct for DotU8 {
    type Sum<S: Simd> = S::I;
    #[inline(always)]
    fn zero<S: Simd>(s: S) -> S::I {
        s.zero_i32()
    }
    #[inline(always)]
    fn multiply_add<S: Simd>(s: S, sum: S::I, x: S::Word, w: S::Word) -> S::I {
        s.dot_u8(sum, x, w)
    }
    #[inline(always)]
    fn add<S: Simd>(s: S, a: S::I, b: S::I) -> S::I {
        s.add_i32(a, b)
    }
    #[inline(always)]
    fn to_f32<S: Simd>(s: S, sum: S::I, correction: S::I) -> S::F {
        s.to_f32(if S::U8_OFFSET == 0 { sum } else { s.add_i32(sum, correction) })
    }
}
