//! NEON, which every 64-bit ARM processor has.

use std::arch::aarch64::*;

use super::multiply::multiply;
use super::vectors::{Input, Vectors};
use crate::weights::Code;

/// Vectors of 128 bits.
#[derive(Debug)]
pub(crate) struct Neon;

// SAFETY of all blocks below: the instructions are there, and pointers are readable and writable
// for as many numbers as a vector has, by the contract of the trait.
#[allow(clippy::undocumented_unsafe_blocks)]
impl Vectors for Neon {
    const LANES: usize = 4;
    type Sums = int32x4_t;
    type Weights = int16x4x2_t; // the first weights of all pairs, and the second

    #[inline(always)]
    unsafe fn zero() -> int32x4_t {
        unsafe { vdupq_n_s32(0) }
    }
    #[inline(always)]
    unsafe fn load(from: *const Code) -> int16x4x2_t {
        unsafe { vld2_s16(from.cast()) }
    }
    #[inline(always)]
    unsafe fn dot(sums: int32x4_t, x: *const i16, weights: int16x4x2_t) -> int32x4_t {
        unsafe {
            let x = vreinterpret_s16_s32(vdup_n_s32(x.cast::<i32>().read_unaligned()));
            let sums = vmlal_lane_s16::<0>(sums, weights.0, x);
            vmlal_lane_s16::<1>(sums, weights.1, x)
        }
    }
    #[inline(always)]
    unsafe fn store(to: *mut i32, sums: int32x4_t) {
        unsafe { vst1q_s32(to, sums) }
    }
    #[inline(always)]
    fn multiply(input: Input, codes: &[Code], sums: &mut [i32]) {
        multiply::<Self, 4, 4>(input, codes, sums);
    }
}
