//! AVX-512 with VNNI, and BF16 where the processor has it.

use std::arch::x86_64::*;

use super::{GROUP, Simd, sealed::Sealed};

/// AVX-512 F, BW, DQ, VL and VNNI; with BF16 or without.
#[derive(Debug, Clone, Copy)]
pub struct Avx512<const BF16: bool>(());

impl<const BF16: bool> Avx512<BF16> {
    /// A value of the type.
    ///
    /// # Safety
    /// The processor must have AVX-512 F, BW, DQ, VL and VNNI and, if `BF16`, AVX-512 BF16.
    pub(crate) unsafe fn new() -> Self {
        Self(())
    }
}

impl<const BF16: bool> Sealed for Avx512<BF16> {}

// SAFETY of every block below: the processor has the instructions, because a value of the type
// exists; pointers are readable and writable, because the trait demands it of the caller.
#[allow(clippy::undocumented_unsafe_blocks)] // see the note above
impl<const BF16: bool> Simd for Avx512<BF16> {
    const LANES: usize = 16;
    type F = __m512;
    type I = __m512i;
    type Word = __m512i;

    #[inline(always)]
    fn prefetch(self, at: *const u8) {
        unsafe { _mm_prefetch::<_MM_HINT_T1>(at.cast()) }
    }
    #[inline(always)]
    fn splat(self, x: f32) -> __m512 {
        unsafe { _mm512_set1_ps(x) }
    }
    #[inline(always)]
    fn zero_i32(self) -> __m512i {
        unsafe { _mm512_setzero_si512() }
    }
    #[inline(always)]
    unsafe fn load(self, from: *const f32) -> __m512 {
        unsafe { _mm512_loadu_ps(from) }
    }
    #[inline(always)]
    unsafe fn store(self, to: *mut f32, x: __m512) {
        unsafe { _mm512_storeu_ps(to, x) }
    }
    #[inline(always)]
    unsafe fn load_i32(self, from: *const i32) -> __m512i {
        unsafe { _mm512_loadu_si512(from.cast()) }
    }
    #[inline(always)]
    unsafe fn load_words(self, from: *const u32) -> __m512i {
        unsafe { _mm512_loadu_si512(from.cast()) }
    }
    #[inline(always)]
    fn broadcast(self, word: u32) -> __m512i {
        unsafe { _mm512_set1_epi32(word as i32) }
    }
    #[inline(always)]
    fn add(self, a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_add_ps(a, b) }
    }
    #[inline(always)]
    fn add_i32(self, a: __m512i, b: __m512i) -> __m512i {
        unsafe { _mm512_add_epi32(a, b) }
    }
    #[inline(always)]
    fn sub(self, a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_sub_ps(a, b) }
    }
    #[inline(always)]
    fn mul(self, a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_mul_ps(a, b) }
    }
    #[inline(always)]
    fn div(self, a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_div_ps(a, b) }
    }
    #[inline(always)]
    fn power_of_two(self, x: __m512) -> __m512 {
        unsafe { _mm512_castsi512_ps(_mm512_slli_epi32::<23>(_mm512_castps_si512(x))) }
    }
    #[inline(always)]
    fn fma(self, a: __m512, b: __m512, c: __m512) -> __m512 {
        unsafe { _mm512_fmadd_ps(a, b, c) }
    }
    #[inline(always)]
    fn min(self, a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_min_ps(a, b) }
    }
    #[inline(always)]
    fn max(self, a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_max_ps(a, b) }
    }
    #[inline(always)]
    fn fraction(self, x: __m512) -> __m512 {
        unsafe { _mm512_reduce_ps::<0>(x) }
    }
    #[inline(always)]
    fn to_f32(self, x: __m512i) -> __m512 {
        unsafe { _mm512_cvtepi32_ps(x) }
    }
    #[inline(always)]
    fn dot_f32(self, acc: __m512, x: __m512i, w: __m512i) -> __m512 {
        unsafe { _mm512_fmadd_ps(_mm512_castsi512_ps(x), _mm512_castsi512_ps(w), acc) }
    }
    #[inline(always)]
    fn dot_bf16(self, acc: __m512, x: __m512i, w: __m512i) -> __m512 {
        unsafe {
            if BF16 {
                let (x, w) = (
                    std::mem::transmute::<__m512i, __m512bh>(x),
                    std::mem::transmute::<__m512i, __m512bh>(w),
                );
                return _mm512_dpbf16_ps(acc, x, w);
            }
            let low = |v| _mm512_castsi512_ps(_mm512_slli_epi32::<16>(v));
            let high = |v| _mm512_castsi512_ps(_mm512_and_si512(v, _mm512_set1_epi32(!0xffff)));
            _mm512_fmadd_ps(high(x), high(w), _mm512_fmadd_ps(low(x), low(w), acc))
        }
    }
    #[inline(always)]
    fn dot_u8(self, acc: __m512i, x: __m512i, w: __m512i) -> __m512i {
        unsafe { _mm512_dpbusd_epi32(acc, x, w) }
    }
    #[inline(always)]
    unsafe fn store_bf16(self, to: *mut u16, x: __m512) {
        unsafe {
            if BF16 {
                // As below, except that subnormals become zero.
                let halves = std::mem::transmute::<__m256bh, __m256i>(_mm512_cvtneps_pbh(x));
                return _mm256_storeu_si256(to.cast(), halves);
            }
            // Adding half an ulp and the last bit that is kept rounds ties to even. A NaN of only
            // ones would overflow, but no operation makes one.
            let bits = _mm512_castps_si512(x);
            let odd = _mm512_and_si512(_mm512_srli_epi32::<16>(bits), _mm512_set1_epi32(1));
            let rounded = _mm512_add_epi32(bits, _mm512_add_epi32(odd, _mm512_set1_epi32(0x7fff)));
            let halves = _mm512_cvtepi32_epi16(_mm512_srli_epi32::<16>(rounded));
            _mm256_storeu_si256(to.cast(), halves);
        }
    }
    #[inline(always)]
    unsafe fn load_bf16(self, from: *const u16) -> __m512 {
        unsafe {
            let wide = _mm512_cvtepu16_epi32(_mm256_loadu_si256(from.cast()));
            _mm512_castsi512_ps(_mm512_slli_epi32::<16>(wide))
        }
    }
    #[inline(always)]
    unsafe fn store_u8(self, to: *mut u8, x: __m512) {
        unsafe {
            let x = _mm512_cvtps_epi32(_mm512_max_ps(x, _mm512_setzero_ps()));
            _mm_storeu_si128(to.cast(), _mm512_cvtusepi32_epi8(x)); // saturates at 255
        }
    }
    #[inline(always)]
    unsafe fn store_four_u8(self, to: *mut u8, x: [__m512; GROUP]) {
        unsafe {
            let whole = |x| _mm512_cvtps_epi32(x);
            let [a, b, c, d] = x;
            // Both packs saturate. They leave, in each 128 bits, four bytes of a, of b, of c and
            // of d, which the permutation puts in order.
            let (a, c) =
                (_mm512_packs_epi32(whole(a), whole(b)), _mm512_packs_epi32(whole(c), whole(d)));
            let transpose = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
            let bytes = _mm512_permutexvar_epi32(transpose, _mm512_packus_epi16(a, c));
            _mm512_storeu_si512(to.cast(), bytes);
        }
    }
}
