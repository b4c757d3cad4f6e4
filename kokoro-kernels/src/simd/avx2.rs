//! AVX2 with FMA, and AVX-VNNI where the processor has it.

use std::arch::x86_64::*;

use super::{GROUP, Simd, sealed::Sealed};

/// AVX2 and FMA; with AVX-VNNI or without.
#[derive(Debug, Clone, Copy)]
pub struct Avx2<const VNNI: bool>(());

impl<const VNNI: bool> Avx2<VNNI> {
    /// A value of the type.
    ///
    /// # Safety
    /// The processor must have AVX2, FMA and, if `VNNI`, AVX-VNNI.
    pub(crate) unsafe fn new() -> Self {
        Self(())
    }
}

impl<const VNNI: bool> Sealed for Avx2<VNNI> {}

// SAFETY of every block below: the processor has the instructions, because a value of the type
// exists; pointers are readable and writable, because the trait demands it of the caller.
#[allow(clippy::undocumented_unsafe_blocks)] // see the note above
impl<const VNNI: bool> Simd for Avx2<VNNI> {
    const LANES: usize = 8;
    type F = __m256;
    type I = __m256i;
    type Word = __m256i;

    #[inline(always)]
    fn prefetch(self, at: *const u8) {
        unsafe { _mm_prefetch::<_MM_HINT_T1>(at.cast()) }
    }
    #[inline(always)]
    fn splat(self, x: f32) -> __m256 {
        unsafe { _mm256_set1_ps(x) }
    }
    #[inline(always)]
    fn zero_i32(self) -> __m256i {
        unsafe { _mm256_setzero_si256() }
    }
    #[inline(always)]
    unsafe fn load(self, from: *const f32) -> __m256 {
        unsafe { _mm256_loadu_ps(from) }
    }
    #[inline(always)]
    unsafe fn store(self, to: *mut f32, x: __m256) {
        unsafe { _mm256_storeu_ps(to, x) }
    }
    #[inline(always)]
    unsafe fn load_i32(self, from: *const i32) -> __m256i {
        unsafe { _mm256_loadu_si256(from.cast()) }
    }
    #[inline(always)]
    unsafe fn load_words(self, from: *const u32) -> __m256i {
        unsafe { _mm256_loadu_si256(from.cast()) }
    }
    #[inline(always)]
    fn broadcast(self, word: u32) -> __m256i {
        unsafe { _mm256_set1_epi32(word as i32) }
    }
    #[inline(always)]
    fn add(self, a: __m256, b: __m256) -> __m256 {
        unsafe { _mm256_add_ps(a, b) }
    }
    #[inline(always)]
    fn add_i32(self, a: __m256i, b: __m256i) -> __m256i {
        unsafe { _mm256_add_epi32(a, b) }
    }
    #[inline(always)]
    fn sub(self, a: __m256, b: __m256) -> __m256 {
        unsafe { _mm256_sub_ps(a, b) }
    }
    #[inline(always)]
    fn mul(self, a: __m256, b: __m256) -> __m256 {
        unsafe { _mm256_mul_ps(a, b) }
    }
    #[inline(always)]
    fn div(self, a: __m256, b: __m256) -> __m256 {
        unsafe { _mm256_div_ps(a, b) }
    }
    #[inline(always)]
    fn power_of_two(self, x: __m256) -> __m256 {
        unsafe { _mm256_castsi256_ps(_mm256_slli_epi32::<23>(_mm256_castps_si256(x))) }
    }
    #[inline(always)]
    fn fma(self, a: __m256, b: __m256, c: __m256) -> __m256 {
        unsafe { _mm256_fmadd_ps(a, b, c) }
    }
    #[inline(always)]
    fn min(self, a: __m256, b: __m256) -> __m256 {
        unsafe { _mm256_min_ps(a, b) }
    }
    #[inline(always)]
    fn max(self, a: __m256, b: __m256) -> __m256 {
        unsafe { _mm256_max_ps(a, b) }
    }
    #[inline(always)]
    fn fraction(self, x: __m256) -> __m256 {
        unsafe {
            let whole = _mm256_round_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x);
            _mm256_sub_ps(x, whole)
        }
    }
    #[inline(always)]
    fn to_f32(self, x: __m256i) -> __m256 {
        unsafe { _mm256_cvtepi32_ps(x) }
    }
    #[inline(always)]
    fn dot_f32(self, acc: __m256, x: __m256i, w: __m256i) -> __m256 {
        unsafe { _mm256_fmadd_ps(_mm256_castsi256_ps(x), _mm256_castsi256_ps(w), acc) }
    }
    #[inline(always)]
    fn dot_bf16(self, acc: __m256, x: __m256i, w: __m256i) -> __m256 {
        unsafe {
            let low = |v| _mm256_castsi256_ps(_mm256_slli_epi32::<16>(v));
            let high = |v| _mm256_castsi256_ps(_mm256_and_si256(v, _mm256_set1_epi32(!0xffff)));
            _mm256_fmadd_ps(high(x), high(w), _mm256_fmadd_ps(low(x), low(w), acc))
        }
    }
    #[inline(always)]
    fn dot_u8(self, acc: __m256i, x: __m256i, w: __m256i) -> __m256i {
        unsafe {
            if VNNI {
                return _mm256_dpbusd_avx_epi32(acc, x, w);
            }
            // Even and odd bytes are widened to 16 bits apart, because the instruction that
            // multiplies bytes saturates.
            let bytes = _mm256_set1_epi16(0xff);
            let (x_even, x_odd) = (_mm256_and_si256(x, bytes), _mm256_srli_epi16::<8>(x));
            let (w_even, w_odd) =
                (_mm256_srai_epi16::<8>(_mm256_slli_epi16::<8>(w)), _mm256_srai_epi16::<8>(w));
            let sum = _mm256_add_epi32(
                _mm256_madd_epi16(x_even, w_even),
                _mm256_madd_epi16(x_odd, w_odd),
            );
            _mm256_add_epi32(acc, sum)
        }
    }
    #[inline(always)]
    unsafe fn store_bf16(self, to: *mut u16, x: __m256) {
        unsafe {
            // Adding half an ulp and the last bit that is kept rounds ties to even.
            let bits = _mm256_castps_si256(x);
            let odd = _mm256_and_si256(_mm256_srli_epi32::<16>(bits), _mm256_set1_epi32(1));
            let rounded = _mm256_add_epi32(bits, _mm256_add_epi32(odd, _mm256_set1_epi32(0x7fff)));
            let halves = _mm256_srli_epi32::<16>(rounded);
            let packed = _mm256_permute4x64_epi64::<0b1000>(_mm256_packus_epi32(halves, halves));
            _mm_storeu_si128(to.cast(), _mm256_castsi256_si128(packed));
        }
    }
    #[inline(always)]
    unsafe fn load_bf16(self, from: *const u16) -> __m256 {
        unsafe {
            let wide = _mm256_cvtepu16_epi32(_mm_loadu_si128(from.cast()));
            _mm256_castsi256_ps(_mm256_slli_epi32::<16>(wide))
        }
    }
    #[inline(always)]
    unsafe fn store_u8(self, to: *mut u8, x: __m256) {
        unsafe {
            let x = _mm256_min_ps(_mm256_max_ps(x, _mm256_setzero_ps()), _mm256_set1_ps(255.0));
            let x = _mm256_cvtps_epi32(x);
            let x = _mm_packs_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256::<1>(x));
            _mm_storel_epi64(to.cast(), _mm_packus_epi16(x, x));
        }
    }
    #[inline(always)]
    unsafe fn store_four_u8(self, to: *mut u8, x: [__m256; GROUP]) {
        unsafe {
            let whole = |x| _mm256_cvtps_epi32(x);
            let [a, b, c, d] = x;
            // Both packs saturate. They leave, in each 128 bits, four bytes of a, of b, of c and
            // of d, which the permutation puts in order.
            let (a, c) =
                (_mm256_packs_epi32(whole(a), whole(b)), _mm256_packs_epi32(whole(c), whole(d)));
            let transpose = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
            let bytes = _mm256_permutevar8x32_epi32(_mm256_packus_epi16(a, c), transpose);
            _mm256_storeu_si256(to.cast(), bytes);
        }
    }
}
