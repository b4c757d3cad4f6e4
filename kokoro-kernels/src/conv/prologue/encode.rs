//! How prepared values become the words that the microkernel multiplies.

use crate::quant::input::InputQuantization;
use crate::simd::{GROUP, Simd};

/// A way to write values into words.
pub(crate) trait Encode: Copy {
    /// Values in a word.
    const PER_WORD: usize;
    /// A word of zeros.
    fn zeros(self) -> u32;
    /// Writes `N` vectors, one after the other.
    ///
    /// # Safety
    /// `to` must be writable for `N · LANES` encoded values; `N` must be 1 or [`GROUP`].
    unsafe fn store<S: Simd, const N: usize>(self, s: S, to: *mut u32, x: [S::F; N]);
}

/// As f32, or rounded to bf16.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AsFloat<const BF16: bool>;

impl<const BF16: bool> Encode for AsFloat<BF16> {
    const PER_WORD: usize = if BF16 { 2 } else { 1 };
    #[inline(always)]
    fn zeros(self) -> u32 {
        0
    }
    #[inline(always)]
    unsafe fn store<S: Simd, const N: usize>(self, s: S, to: *mut u32, x: [S::F; N]) {
        for (i, x) in x.into_iter().enumerate() {
            // SAFETY: `to` is writable for all vectors.
            unsafe {
                if BF16 {
                    s.store_bf16(to.cast::<u16>().add(i * S::LANES), x);
                } else {
                    s.store(to.cast::<f32>().add(i * S::LANES), x);
                }
            }
        }
    }
}

/// As u8.
impl Encode for InputQuantization {
    const PER_WORD: usize = 4;
    #[inline(always)]
    fn zeros(self) -> u32 {
        u32::from_ne_bytes([self.zero_point as u8; 4])
    }
    #[inline(always)]
    unsafe fn store<S: Simd, const N: usize>(self, s: S, to: *mut u32, x: [S::F; N]) {
        let (inverse, zero) = (s.splat(1.0 / self.scale), s.splat(self.zero_point as f32));
        let mut q = [s.splat(0.0); GROUP];
        for (q, x) in q.iter_mut().zip(x) {
            *q = s.fma(x, inverse, zero);
        }
        // SAFETY: `to` is writable for all vectors.
        unsafe {
            if N == GROUP {
                s.store_four_u8(to.cast(), q);
            } else {
                s.store_u8(to.cast(), q[0]);
            }
        }
    }
}
