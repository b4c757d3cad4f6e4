//! NEON, which every 64-bit ARM processor has, and the sums of products of Armv8.2 and Armv8.6
//! where the processor has them.
//!
//! Rust's intrinsics for those sums are not stable, so they are written in assembly here. The
//! directive `.arch_extension` lets the assembler accept them wherever they are inlined.

use std::arch::aarch64::*;
use std::arch::asm;

use super::{GROUP, Simd, sealed::Sealed};

/// NEON; if `DOTPROD`, with DotProd (SDOT); if `I8MM_BF16`, with I8MM (USDOT) and BF16 (BFDOT).
///
/// BFDOT rounds once for both products, to odd, and takes subnormals for zero, so that sums of bf16
/// differ in their last bits from those of other sets. SDOT multiplies signed bytes only, so that
/// 128 is subtracted from each u8: see [`U8_OFFSET`](Simd::U8_OFFSET).
#[derive(Debug, Clone, Copy)]
pub struct Neon<const DOTPROD: bool, const I8MM_BF16: bool>(());

impl<const DOTPROD: bool, const I8MM_BF16: bool> Neon<DOTPROD, I8MM_BF16> {
    /// A value of the type.
    ///
    /// # Safety
    /// The processor must have NEON and the extensions that the parameters name.
    pub(crate) unsafe fn new() -> Self {
        Self(())
    }
}

/// `acc + Σ xᵢ wᵢ` in each lane, `x` and `w` as four i8.
///
/// # Safety
/// The processor must have DotProd.
#[inline(always)]
unsafe fn sdot(mut acc: int32x4_t, x: int8x16_t, w: int8x16_t) -> int32x4_t {
    // SAFETY: the processor has the instruction, as the caller promises; it uses only registers.
    unsafe {
        asm!(
            ".arch_extension dotprod",
            "sdot {acc:v}.4s, {x:v}.16b, {w:v}.16b",
            acc = inout(vreg) acc, x = in(vreg) x, w = in(vreg) w,
            options(pure, nomem, nostack, preserves_flags),
        );
    }
    acc
}

/// `acc + Σ xᵢ wᵢ` in each lane, `x` as four u8 and `w` as four i8.
///
/// # Safety
/// The processor must have I8MM.
#[inline(always)]
unsafe fn usdot(mut acc: int32x4_t, x: uint32x4_t, w: uint32x4_t) -> int32x4_t {
    // SAFETY: the processor has the instruction, as the caller promises; it uses only registers.
    unsafe {
        asm!(
            ".arch_extension i8mm",
            "usdot {acc:v}.4s, {x:v}.16b, {w:v}.16b",
            acc = inout(vreg) acc, x = in(vreg) x, w = in(vreg) w,
            options(pure, nomem, nostack, preserves_flags),
        );
    }
    acc
}

/// `acc + x₀ w₀ + x₁ w₁` in each lane, `x` and `w` as two bf16.
///
/// # Safety
/// The processor must have BF16.
#[inline(always)]
unsafe fn bfdot(mut acc: float32x4_t, x: uint32x4_t, w: uint32x4_t) -> float32x4_t {
    // SAFETY: the processor has the instruction, as the caller promises; it uses only registers.
    unsafe {
        asm!(
            ".arch_extension bf16",
            "bfdot {acc:v}.4s, {x:v}.8h, {w:v}.8h",
            acc = inout(vreg) acc, x = in(vreg) x, w = in(vreg) w,
            options(pure, nomem, nostack, preserves_flags),
        );
    }
    acc
}

impl<const DOTPROD: bool, const I8MM_BF16: bool> Sealed for Neon<DOTPROD, I8MM_BF16> {}

// SAFETY of every block below: the processor has the instructions, because a value of the type
// exists; pointers are readable and writable, because the trait demands it of the caller.
#[allow(clippy::undocumented_unsafe_blocks)] // see the note above
impl<const DOTPROD: bool, const I8MM_BF16: bool> Simd for Neon<DOTPROD, I8MM_BF16> {
    const LANES: usize = 4;
    const U8_OFFSET: i32 = if DOTPROD && !I8MM_BF16 { 128 } else { 0 };
    type F = float32x4_t;
    type I = int32x4_t;
    type Word = uint32x4_t;

    #[inline(always)]
    fn prefetch(self, at: *const u8) {
        // SAFETY: a hint, which changes nothing that the program sees, whatever the address.
        unsafe {
            asm!(
                "prfm pldl2keep, [{at}]",
                at = in(reg) at,
                options(nostack, readonly, preserves_flags),
            );
        }
    }
    #[inline(always)]
    fn splat(self, x: f32) -> float32x4_t {
        unsafe { vdupq_n_f32(x) }
    }
    #[inline(always)]
    fn zero_i32(self) -> int32x4_t {
        unsafe { vdupq_n_s32(0) }
    }
    #[inline(always)]
    unsafe fn load(self, from: *const f32) -> float32x4_t {
        unsafe { vld1q_f32(from) }
    }
    #[inline(always)]
    unsafe fn store(self, to: *mut f32, x: float32x4_t) {
        unsafe { vst1q_f32(to, x) }
    }
    #[inline(always)]
    unsafe fn load_i32(self, from: *const i32) -> int32x4_t {
        unsafe { vld1q_s32(from) }
    }
    #[inline(always)]
    unsafe fn load_words(self, from: *const u32) -> uint32x4_t {
        unsafe { vld1q_u32(from) }
    }
    #[inline(always)]
    fn broadcast(self, word: u32) -> uint32x4_t {
        unsafe { vdupq_n_u32(word) }
    }
    #[inline(always)]
    fn add(self, a: float32x4_t, b: float32x4_t) -> float32x4_t {
        unsafe { vaddq_f32(a, b) }
    }
    #[inline(always)]
    fn add_i32(self, a: int32x4_t, b: int32x4_t) -> int32x4_t {
        unsafe { vaddq_s32(a, b) }
    }
    #[inline(always)]
    fn sub(self, a: float32x4_t, b: float32x4_t) -> float32x4_t {
        unsafe { vsubq_f32(a, b) }
    }
    #[inline(always)]
    fn mul(self, a: float32x4_t, b: float32x4_t) -> float32x4_t {
        unsafe { vmulq_f32(a, b) }
    }
    #[inline(always)]
    fn div(self, a: float32x4_t, b: float32x4_t) -> float32x4_t {
        unsafe { vdivq_f32(a, b) }
    }
    #[inline(always)]
    fn power_of_two(self, x: float32x4_t) -> float32x4_t {
        unsafe { vreinterpretq_f32_u32(vshlq_n_u32::<23>(vreinterpretq_u32_f32(x))) }
    }
    #[inline(always)]
    fn fma(self, a: float32x4_t, b: float32x4_t, c: float32x4_t) -> float32x4_t {
        unsafe { vfmaq_f32(c, a, b) }
    }
    #[inline(always)]
    fn min(self, a: float32x4_t, b: float32x4_t) -> float32x4_t {
        unsafe { vminnmq_f32(a, b) }
    }
    #[inline(always)]
    fn max(self, a: float32x4_t, b: float32x4_t) -> float32x4_t {
        unsafe { vmaxnmq_f32(a, b) }
    }
    #[inline(always)]
    fn fraction(self, x: float32x4_t) -> float32x4_t {
        unsafe { vsubq_f32(x, vrndnq_f32(x)) }
    }
    #[inline(always)]
    fn to_f32(self, x: int32x4_t) -> float32x4_t {
        unsafe { vcvtq_f32_s32(x) }
    }
    #[inline(always)]
    fn dot_f32(self, acc: float32x4_t, x: uint32x4_t, w: uint32x4_t) -> float32x4_t {
        unsafe { vfmaq_f32(acc, vreinterpretq_f32_u32(x), vreinterpretq_f32_u32(w)) }
    }
    #[inline(always)]
    fn dot_bf16(self, acc: float32x4_t, x: uint32x4_t, w: uint32x4_t) -> float32x4_t {
        unsafe {
            if I8MM_BF16 {
                return bfdot(acc, x, w);
            }
            let low = |v| vreinterpretq_f32_u32(vshlq_n_u32::<16>(v));
            let high = |v| vreinterpretq_f32_u32(vandq_u32(v, vdupq_n_u32(0xffff_0000)));
            vfmaq_f32(vfmaq_f32(acc, low(x), low(w)), high(x), high(w))
        }
    }
    #[inline(always)]
    fn dot_u8(self, acc: int32x4_t, x: uint32x4_t, w: uint32x4_t) -> int32x4_t {
        unsafe {
            if I8MM_BF16 {
                return usdot(acc, x, w);
            }
            if DOTPROD {
                let signed = veorq_u32(x, vdupq_n_u32(0x8080_8080)); // x − 128
                return sdot(acc, vreinterpretq_s8_u32(signed), vreinterpretq_s8_u32(w));
            }
            // Even and odd bytes are widened to 16 bits apart. 16 bits hold each product, which is
            // at least −255 · 128 = −32640, but not the sum of two.
            let (x, w) = (vreinterpretq_u16_u32(x), vreinterpretq_s16_u32(w));
            let x_even = vreinterpretq_s16_u16(vandq_u16(x, vdupq_n_u16(0xff)));
            let x_odd = vreinterpretq_s16_u16(vshrq_n_u16::<8>(x));
            let (w_even, w_odd) = (vshrq_n_s16::<8>(vshlq_n_s16::<8>(w)), vshrq_n_s16::<8>(w));
            vpadalq_s16(vpadalq_s16(acc, vmulq_s16(x_even, w_even)), vmulq_s16(x_odd, w_odd))
        }
    }
    #[inline(always)]
    unsafe fn store_bf16(self, to: *mut u16, x: float32x4_t) {
        unsafe {
            // Adding half an ulp and the last bit that is kept rounds ties to even. A NaN of only
            // ones would overflow, but no operation makes one.
            let bits = vreinterpretq_u32_f32(x);
            let odd = vandq_u32(vshrq_n_u32::<16>(bits), vdupq_n_u32(1));
            let rounded = vaddq_u32(bits, vaddq_u32(odd, vdupq_n_u32(0x7fff)));
            vst1_u16(to, vshrn_n_u32::<16>(rounded))
        }
    }
    #[inline(always)]
    unsafe fn load_bf16(self, from: *const u16) -> float32x4_t {
        unsafe { vreinterpretq_f32_u32(vshll_n_u16::<16>(vld1_u16(from))) }
    }
    #[inline(always)]
    unsafe fn store_u8(self, to: *mut u8, x: float32x4_t) {
        unsafe {
            // Every conversion saturates: below 0 to 0, above 255 first to 65535 and then to 255.
            let halves = vqmovn_u32(vcvtnq_u32_f32(x));
            let bytes = vreinterpret_u32_u8(vqmovn_u16(vcombine_u16(halves, halves)));
            to.cast::<u32>().write_unaligned(vget_lane_u32::<0>(bytes))
        }
    }
    #[inline(always)]
    unsafe fn store_four_u8(self, to: *mut u8, x: [float32x4_t; GROUP]) {
        unsafe {
            let halves = |x| vqmovn_u32(vcvtnq_u32_f32(x));
            let [a, b, c, d] = x;
            let (a, c) = (vcombine_u16(halves(a), halves(b)), vcombine_u16(halves(c), halves(d)));
            vst1q_u8(to, vcombine_u8(vqmovn_u16(a), vqmovn_u16(c)));
        }
    }
}
