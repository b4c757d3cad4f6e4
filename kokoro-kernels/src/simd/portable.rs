//! Vectors as arrays of eight, for any processor; the compiler chooses the instructions.
//!
//! Multiply-adds are fused only where the compilation target has an instruction for them, because a
//! library call for each would be a hundred times slower.

use super::{Simd, sealed::Sealed};

const LANES: usize = 8;

/// Eight lanes, without any particular instructions.
#[derive(Debug, Clone, Copy)]
pub struct Portable;

#[inline(always)]
fn fma(a: f32, b: f32, c: f32) -> f32 {
    if cfg!(any(target_feature = "fma", target_arch = "aarch64")) {
        a.mul_add(b, c)
    } else {
        a * b + c
    }
}

#[inline(always)]
fn zip(a: [f32; LANES], b: [f32; LANES], f: impl Fn(f32, f32) -> f32) -> [f32; LANES] {
    std::array::from_fn(|i| f(a[i], b[i]))
}

impl Sealed for Portable {}

impl Simd for Portable {
    const LANES: usize = LANES;
    type F = [f32; LANES];
    type I = [i32; LANES];
    type Word = [u32; LANES];

    #[inline(always)]
    fn splat(self, x: f32) -> Self::F {
        [x; LANES]
    }
    #[inline(always)]
    fn zero_i32(self) -> Self::I {
        [0; LANES]
    }
    #[inline(always)]
    unsafe fn load(self, from: *const f32) -> Self::F {
        // SAFETY: readable, by the trait's contract.
        unsafe { from.cast::<Self::F>().read_unaligned() }
    }
    #[inline(always)]
    unsafe fn store(self, to: *mut f32, x: Self::F) {
        // SAFETY: writable, by the trait's contract.
        unsafe { to.cast::<Self::F>().write_unaligned(x) }
    }
    #[inline(always)]
    unsafe fn load_i32(self, from: *const i32) -> Self::I {
        // SAFETY: readable, by the trait's contract.
        unsafe { from.cast::<Self::I>().read_unaligned() }
    }
    #[inline(always)]
    unsafe fn load_words(self, from: *const u32) -> Self::Word {
        // SAFETY: readable, by the trait's contract.
        unsafe { from.cast::<Self::Word>().read_unaligned() }
    }
    #[inline(always)]
    fn broadcast(self, word: u32) -> Self::Word {
        [word; LANES]
    }
    #[inline(always)]
    fn add(self, a: Self::F, b: Self::F) -> Self::F {
        zip(a, b, |a, b| a + b)
    }
    #[inline(always)]
    fn add_i32(self, a: Self::I, b: Self::I) -> Self::I {
        std::array::from_fn(|i| a[i] + b[i])
    }
    #[inline(always)]
    fn sub(self, a: Self::F, b: Self::F) -> Self::F {
        zip(a, b, |a, b| a - b)
    }
    #[inline(always)]
    fn mul(self, a: Self::F, b: Self::F) -> Self::F {
        zip(a, b, |a, b| a * b)
    }
    #[inline(always)]
    fn div(self, a: Self::F, b: Self::F) -> Self::F {
        zip(a, b, |a, b| a / b)
    }
    #[inline(always)]
    fn power_of_two(self, x: Self::F) -> Self::F {
        x.map(|x| f32::from_bits(x.to_bits() << 23))
    }
    #[inline(always)]
    fn fma(self, a: Self::F, b: Self::F, c: Self::F) -> Self::F {
        std::array::from_fn(|i| fma(a[i], b[i], c[i]))
    }
    #[inline(always)]
    fn min(self, a: Self::F, b: Self::F) -> Self::F {
        zip(a, b, |a, b| if a < b { a } else { b })
    }
    #[inline(always)]
    fn max(self, a: Self::F, b: Self::F) -> Self::F {
        zip(a, b, |a, b| if a > b { a } else { b })
    }
    #[inline(always)]
    fn fraction(self, x: Self::F) -> Self::F {
        x.map(|x| x - x.round_ties_even())
    }
    #[inline(always)]
    fn to_f32(self, x: Self::I) -> Self::F {
        x.map(|x| x as f32)
    }
    #[inline(always)]
    fn dot_f32(self, acc: Self::F, x: Self::Word, w: Self::Word) -> Self::F {
        std::array::from_fn(|i| fma(f32::from_bits(x[i]), f32::from_bits(w[i]), acc[i]))
    }
    #[inline(always)]
    fn dot_bf16(self, acc: Self::F, x: Self::Word, w: Self::Word) -> Self::F {
        let (low, high) =
            (|w: u32| f32::from_bits(w << 16), |w: u32| f32::from_bits(w & 0xffff_0000));
        std::array::from_fn(|i| fma(high(x[i]), high(w[i]), fma(low(x[i]), low(w[i]), acc[i])))
    }
    #[inline(always)]
    fn dot_u8(self, acc: Self::I, x: Self::Word, w: Self::Word) -> Self::I {
        let product = |x: u32, w: u32, byte: u32| {
            i32::from((x >> (8 * byte)) as u8) * i32::from((w >> (8 * byte)) as u8 as i8)
        };
        std::array::from_fn(|i| (0..4).fold(acc[i], |sum, byte| sum + product(x[i], w[i], byte)))
    }
    #[inline(always)]
    unsafe fn store_bf16(self, to: *mut u16, x: Self::F) {
        let x = x.map(|x| half::bf16::from_f32(x).to_bits());
        // SAFETY: writable, by the trait's contract.
        unsafe { to.cast::<[u16; LANES]>().write_unaligned(x) }
    }
    #[inline(always)]
    unsafe fn load_bf16(self, from: *const u16) -> Self::F {
        // SAFETY: readable, by the trait's contract.
        let x = unsafe { from.cast::<[u16; LANES]>().read_unaligned() };
        x.map(|x| f32::from_bits(u32::from(x) << 16))
    }
    #[inline(always)]
    unsafe fn store_u8(self, to: *mut u8, x: Self::F) {
        let x = x.map(|x| x.clamp(0.0, 255.0).round_ties_even() as u8);
        // SAFETY: writable, by the trait's contract.
        unsafe { to.cast::<[u8; LANES]>().write_unaligned(x) }
    }
}
