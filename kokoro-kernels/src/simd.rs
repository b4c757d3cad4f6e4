//! The vector operations that all kernels are written in, and an implementation of them for each
//! instruction set.

#[cfg(target_arch = "x86_64")]
pub(crate) mod avx2;
#[cfg(target_arch = "x86_64")]
pub(crate) mod avx512;
#[cfg(target_arch = "aarch64")]
pub(crate) mod neon;
pub(crate) mod portable;
#[cfg(test)]
mod tests;

/// Lanes of the widest instruction set. Arrays of this size hold a vector of any set.
pub(crate) const MAX_LANES: usize = 16;
/// Vectors that [`Simd::store_four_u8`] stores at once.
pub(crate) const GROUP: usize = 4;

mod sealed {
    /// Keeps implementations of [`Simd`](super::Simd) inside of this module. Unsafe code relies on
    /// what they promise: at most [`MAX_LANES`](super::MAX_LANES) lanes, and a number of lanes that
    /// divides a cache line.
    pub trait Sealed {}
}

/// Vectors of an instruction set. A value of the type is the proof that the processor has the
/// instructions: `Isa`, which detects them, makes the values with each type's `unsafe fn new`.
///
/// All sets take sums in the same order, lane by lane, and with fused multiply-adds where they have
/// them. So results in f32 and int8 have the same bits on every set with fused multiply-adds.
/// Pointers may be unaligned. A *word* is 32 bits of input or of weights: one f32, two bf16 or four
/// 8-bit integers.
pub trait Simd: sealed::Sealed + Copy + Send + Sync {
    /// Lanes of 32 bits; at most 16.
    const LANES: usize;
    /// What [`dot_u8`](Self::dot_u8) subtracts from each u8. It is not 0 where the processor
    /// multiplies signed bytes only.
    const U8_OFFSET: i32 = 0;
    /// `LANES` × f32.
    type F: Copy;
    /// `LANES` × i32.
    type I: Copy;
    /// `LANES` words.
    type Word: Copy;

    /// Asks for the cache line of `at`. Any address is allowed.
    #[inline(always)]
    fn prefetch(self, _at: *const u8) {}

    /// A vector with `x` in every lane.
    fn splat(self, x: f32) -> Self::F;
    /// A vector of integers with 0 in every lane.
    fn zero_i32(self) -> Self::I;
    /// Loads `LANES` values.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` values.
    unsafe fn load(self, from: *const f32) -> Self::F;
    /// Stores `LANES` values.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store(self, to: *mut f32, x: Self::F);
    /// Loads `LANES` integers.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` integers.
    unsafe fn load_i32(self, from: *const i32) -> Self::I;
    /// Loads `LANES` words.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` words.
    unsafe fn load_words(self, from: *const u32) -> Self::Word;
    /// A vector with `word` in every lane.
    fn broadcast(self, word: u32) -> Self::Word;

    /// `a + b`.
    fn add(self, a: Self::F, b: Self::F) -> Self::F;
    /// `a + b`.
    fn add_i32(self, a: Self::I, b: Self::I) -> Self::I;
    /// `a − b`.
    fn sub(self, a: Self::F, b: Self::F) -> Self::F;
    /// `a · b`.
    fn mul(self, a: Self::F, b: Self::F) -> Self::F;
    /// `a · b + c`, rounded once, or twice where there is no such instruction.
    fn fma(self, a: Self::F, b: Self::F, c: Self::F) -> Self::F;
    /// `a / b`.
    fn div(self, a: Self::F, b: Self::F) -> Self::F;
    /// `2^(b − 127)`, where `b` is the lowest eight bits of each lane: a biased exponent.
    fn power_of_two(self, x: Self::F) -> Self::F;
    /// The lesser of both.
    fn min(self, a: Self::F, b: Self::F) -> Self::F;
    /// The greater of both.
    fn max(self, a: Self::F, b: Self::F) -> Self::F;
    /// `x − round(x)`; ties are rounded to even.
    fn fraction(self, x: Self::F) -> Self::F;
    /// Each integer as f32.
    fn to_f32(self, x: Self::I) -> Self::F;

    /// `acc + x · w`, with one f32 in each word.
    fn dot_f32(self, acc: Self::F, x: Self::Word, w: Self::Word) -> Self::F;
    /// `acc + x₀ w₀ + x₁ w₁`, with two bf16 in each word.
    fn dot_bf16(self, acc: Self::F, x: Self::Word, w: Self::Word) -> Self::F;
    /// `acc + Σ (xᵢ − U8_OFFSET) wᵢ`, with four u8 in each word of `x` and four i8 in each word of
    /// `w`. Never saturates.
    fn dot_u8(self, acc: Self::I, x: Self::Word, w: Self::Word) -> Self::I;

    /// Stores the nearest bf16 to each lane, ties to even. Subnormals may become zero.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store_bf16(self, to: *mut u16, x: Self::F);
    /// Loads `LANES` bf16 as f32.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` values.
    unsafe fn load_bf16(self, from: *const u16) -> Self::F;
    /// Stores the nearest whole number between 0 and 255 to each lane, ties to even.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store_u8(self, to: *mut u8, x: Self::F);
    /// [`store_u8`](Self::store_u8) for four vectors of numbers below 2³¹, one after the other.
    ///
    /// # Safety
    /// `to` must be writable for four times `LANES` values.
    #[inline(always)]
    unsafe fn store_four_u8(self, to: *mut u8, x: [Self::F; GROUP]) {
        for (i, x) in x.into_iter().enumerate() {
            // SAFETY: the `i`th of four vectors.
            unsafe { self.store_u8(to.add(i * Self::LANES), x) };
        }
    }
}
