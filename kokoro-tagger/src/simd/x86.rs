//! AVX2, and AVX-512 with its instructions for neural networks.

use std::arch::x86_64::*;

use super::multiply::multiply;
use super::vectors::{Input, Vectors, Work};
use crate::weights::Code;

/// Vectors of 256 bits.
#[derive(Debug)]
pub(crate) struct Avx2;
/// Vectors of 512 bits.
#[derive(Debug)]
pub(crate) struct Avx512;

/// Whether the processor has all that [`run_avx512`] needs.
pub(super) fn has_avx512() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("avx512dq")
        && is_x86_feature_detected!("avx512vnni")
}

/// Runs work that is compiled for AVX2.
///
/// # Safety
/// The processor must have AVX2.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn run_avx2<W: Work>(work: W) -> W::Output {
    work.run::<Avx2>()
}

/// Runs work that is compiled for AVX-512.
///
/// # Safety
/// [`has_avx512`] must be true.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")]
pub(super) unsafe fn run_avx512<W: Work>(work: W) -> W::Output {
    work.run::<Avx512>()
}

// SAFETY of all blocks below: the instructions are there, and pointers are readable and writable
// for as many numbers as a vector has, by the contract of the trait.
#[allow(clippy::undocumented_unsafe_blocks)]
impl Vectors for Avx2 {
    const LANES: usize = 8;
    type Sums = __m256i;
    type Weights = __m256i;

    #[inline(always)]
    unsafe fn zero() -> __m256i {
        unsafe { _mm256_setzero_si256() }
    }
    #[inline(always)]
    unsafe fn load(from: *const Code) -> __m256i {
        unsafe { _mm256_loadu_si256(from.cast()) }
    }
    #[inline(always)]
    unsafe fn dot(sums: __m256i, x: *const i16, weights: __m256i) -> __m256i {
        unsafe {
            let x = _mm256_set1_epi32(x.cast::<i32>().read_unaligned());
            _mm256_add_epi32(sums, _mm256_madd_epi16(x, weights))
        }
    }
    #[inline(always)]
    unsafe fn store(to: *mut i32, sums: __m256i) {
        unsafe { _mm256_storeu_si256(to.cast(), sums) }
    }
    #[inline(always)]
    fn multiply(input: Input, codes: &[Code], sums: &mut [i32]) {
        multiply::<Self, 6, 2>(input, codes, sums);
    }
}

#[allow(clippy::undocumented_unsafe_blocks)] // as above
impl Vectors for Avx512 {
    const LANES: usize = 16;
    type Sums = __m512i;
    type Weights = __m512i;

    #[inline(always)]
    unsafe fn zero() -> __m512i {
        unsafe { _mm512_setzero_si512() }
    }
    #[inline(always)]
    unsafe fn load(from: *const Code) -> __m512i {
        unsafe { _mm512_loadu_si512(from.cast()) }
    }
    #[inline(always)]
    unsafe fn dot(sums: __m512i, x: *const i16, weights: __m512i) -> __m512i {
        unsafe {
            let x = _mm512_set1_epi32(x.cast::<i32>().read_unaligned());
            _mm512_dpwssd_epi32(sums, x, weights)
        }
    }
    #[inline(always)]
    unsafe fn store(to: *mut i32, sums: __m512i) {
        unsafe { _mm512_storeu_si512(to.cast(), sums) }
    }
    #[inline(always)]
    fn multiply(input: Input, codes: &[Code], sums: &mut [i32]) {
        multiply::<Self, 8, 3>(input, codes, sums);
    }
}
