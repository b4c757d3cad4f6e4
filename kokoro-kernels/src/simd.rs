//! The vector operations that the kernels are written in, once; a module below for each instruction set.

#[cfg(target_arch = "x86_64")]
pub mod avx2;
#[cfg(target_arch = "x86_64")]
pub mod avx512;
#[cfg(target_arch = "aarch64")]
pub mod neon;
pub mod portable;
#[cfg(test)]
mod tests;

/// No set has more lanes than this.
pub(crate) const MAX_LANES: usize = 16;

/// Vectors of an instruction set. Holding a value is the proof that the processor has it: the only constructors are `new() -> Option<Self>`
/// of each module. Sums are taken in the same order everywhere, lane by lane, with fused multiply-adds, so that f32 and int8 give the same
/// bits on every set that has them.
///
/// All pointers may be unaligned. A *word* is 32 bits of coded input: one f32, two bf16 or four u8.
pub trait Simd: Copy + Send + Sync {
    /// Lanes of 32 bits.
    const LANES: usize;
    /// What [`dot_u8`](Self::dot_u8) takes off each u8: not 0 where only signed bytes are multiplied.
    const TAKEN_OFF: i32 = 0;
    /// `LANES` × f32.
    type F: Copy;
    /// `LANES` × i32.
    type I: Copy;
    /// `LANES` words.
    type Word: Copy;

    /// Asks for the cache line that `at` is in; any address will do.
    #[inline(always)]
    fn prefetch(self, _at: *const u8) {}

    /// Every lane `x`.
    fn splat(self, x: f32) -> Self::F;
    /// Every lane 0.
    fn zero(self) -> Self::I;
    /// `LANES` values.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` values.
    unsafe fn load(self, from: *const f32) -> Self::F;
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store(self, to: *mut f32, x: Self::F);
    /// `LANES` integers.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` integers.
    unsafe fn integers(self, from: *const i32) -> Self::I;
    /// `LANES` words.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` words.
    unsafe fn words(self, from: *const u32) -> Self::Word;
    /// Every lane `word`.
    fn broadcast(self, word: u32) -> Self::Word;

    /// a + b
    fn add(self, a: Self::F, b: Self::F) -> Self::F;
    /// a + b
    fn add_integers(self, a: Self::I, b: Self::I) -> Self::I;
    /// a − b
    fn sub(self, a: Self::F, b: Self::F) -> Self::F;
    /// a · b
    fn mul(self, a: Self::F, b: Self::F) -> Self::F;
    /// a · b + c, rounded once (twice where there is no such instruction).
    fn fma(self, a: Self::F, b: Self::F, c: Self::F) -> Self::F;
    /// a / b
    fn div(self, a: Self::F, b: Self::F) -> Self::F;
    /// The power of two whose biased exponent the lowest eight bits of each lane are.
    fn power_of_two(self, x: Self::F) -> Self::F;
    /// The lesser.
    fn min(self, a: Self::F, b: Self::F) -> Self::F;
    /// The greater.
    fn max(self, a: Self::F, b: Self::F) -> Self::F;
    /// x less the nearest whole number (half to even).
    fn fraction(self, x: Self::F) -> Self::F;
    /// i32 to f32.
    fn float(self, x: Self::I) -> Self::F;

    /// acc + x · w, words as f32.
    fn dot_f32(self, acc: Self::F, x: Self::Word, w: Self::Word) -> Self::F;
    /// acc + x₀ w₀ + x₁ w₁, words as two bf16.
    fn dot_bf16(self, acc: Self::F, x: Self::Word, w: Self::Word) -> Self::F;
    /// acc + Σ (xᵢ − [`TAKEN_OFF`](Self::TAKEN_OFF)) wᵢ, `x` as four u8 and `w` as four i8. Never saturates.
    fn dot_u8(self, acc: Self::I, x: Self::Word, w: Self::Word) -> Self::I;

    /// Rounds to the nearest bf16 (half to even); subnormals may become zero.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store_bf16(self, to: *mut u16, x: Self::F);
    /// bf16 as f32.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` values.
    unsafe fn load_bf16(self, from: *const u16) -> Self::F;
    /// Rounds to the nearest whole number (half to even) between 0 and 255.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store_u8(self, to: *mut u8, x: Self::F);
    /// [`store_u8`](Self::store_u8) of four vectors, one after the other, of numbers below 2³¹.
    ///
    /// # Safety
    /// `to` must be writable for four times `LANES` values.
    #[inline(always)]
    unsafe fn store_four_u8(self, to: *mut u8, x: [Self::F; 4]) {
        for (i, x) in x.into_iter().enumerate() {
            // SAFETY: the `i`th of four vectors.
            unsafe { self.store_u8(to.add(i * Self::LANES), x) };
        }
    }
}
