//! Sums of products, in three precisions.

use crate::simd::Simd;

/// Sums of products in one precision.
pub(crate) trait Dot: Copy {
    type Sum<S: Simd>: Copy;
    /// Words after which a sum is added to a total and begun anew, so that a long sum does not lose digits.
    const CHUNK: usize = usize::MAX;
    fn zero<S: Simd>(s: S) -> Self::Sum<S>;
    fn step<S: Simd>(s: S, sum: Self::Sum<S>, x: S::Word, w: S::Word) -> Self::Sum<S>;
    fn add<S: Simd>(s: S, a: Self::Sum<S>, b: Self::Sum<S>) -> Self::Sum<S>;
    /// As f32; `missing` is what [`Simd::TAKEN_OFF`] has kept from it.
    fn finish<S: Simd>(s: S, sum: Self::Sum<S>, missing: S::I) -> S::F;
}

/// Sums in f32, of words that are f32 or two bf16; `LONG` ones are taken in chunks.
#[derive(Clone, Copy)]
pub(crate) struct DotFloat<const BF16: bool, const LONG: bool>;
pub(crate) type DotF32<const LONG: bool> = DotFloat<false, LONG>;
pub(crate) type DotBf16 = DotFloat<true, false>;
#[derive(Clone, Copy)]
pub(crate) struct DotU8;

impl<const BF16: bool, const LONG: bool> Dot for DotFloat<BF16, LONG> {
    type Sum<S: Simd> = S::F;
    const CHUNK: usize = if LONG { 64 } else { usize::MAX };
    #[inline(always)]
    fn zero<S: Simd>(s: S) -> S::F {
        s.splat(0.0)
    }
    #[inline(always)]
    fn step<S: Simd>(s: S, sum: S::F, x: S::Word, w: S::Word) -> S::F {
        if BF16 { s.dot_bf16(sum, x, w) } else { s.dot_f32(sum, x, w) }
    }
    #[inline(always)]
    fn add<S: Simd>(s: S, a: S::F, b: S::F) -> S::F {
        s.add(a, b)
    }
    #[inline(always)]
    fn finish<S: Simd>(_: S, sum: S::F, _: S::I) -> S::F {
        sum
    }
}

impl Dot for DotU8 {
    type Sum<S: Simd> = S::I;
    #[inline(always)]
    fn zero<S: Simd>(s: S) -> S::I {
        s.zero()
    }
    #[inline(always)]
    fn step<S: Simd>(s: S, sum: S::I, x: S::Word, w: S::Word) -> S::I {
        s.dot_u8(sum, x, w)
    }
    #[inline(always)]
    fn add<S: Simd>(_: S, a: S::I, _: S::I) -> S::I {
        a // integers lose no digits, so that they have one chunk
    }
    #[inline(always)]
    fn finish<S: Simd>(s: S, sum: S::I, missing: S::I) -> S::F {
        s.float(if S::TAKEN_OFF == 0 { sum } else { s.add_integers(sum, missing) })
    }
}
