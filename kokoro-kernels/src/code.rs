//! How prepared values become the words that a tile multiplies.

use crate::simd::Simd;

/// Vectors that are coded at once where there are so many.
pub(crate) const GROUP: usize = 4;

/// A way to write values into words.
pub(crate) trait Code: Copy {
    /// Values of a word.
    const PER_WORD: usize;
    /// The word of zeros.
    fn zeros(self) -> u32;
    /// Writes `N` vectors, one after the other.
    ///
    /// # Safety
    /// `to` must be writable for `N · LANES` coded values; `N` must be 1 or [`GROUP`].
    unsafe fn store<S: Simd, const N: usize>(self, s: S, to: *mut u32, x: [S::F; N]);
}

/// As they are, or rounded to bf16.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AsFloat<const BF16: bool>;

impl<const BF16: bool> Code for AsFloat<BF16> {
    const PER_WORD: usize = if BF16 { 2 } else { 1 };
    #[inline(always)]
    fn zeros(self) -> u32 {
        0
    }
    #[inline(always)]
    unsafe fn store<S: Simd, const N: usize>(self, s: S, to: *mut u32, x: [S::F; N]) {
        for (i, x) in x.into_iter().enumerate() {
            // SAFETY: writable for all vectors.
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

/// u8 values are `(q − zero_point) · scale`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Codes {
    pub scale: f32,
    pub zero_point: i32,
}

impl Codes {
    /// For values from `low` ≤ 0 to `high` ≥ 0; what is outside saturates.
    pub fn of_range((low, high): (f32, f32)) -> Self {
        let scale = ((high - low) / 255.0).max(f32::MIN_POSITIVE);
        Self { scale, zero_point: (-low / scale).round_ties_even() as i32 }
    }
}

impl Code for Codes {
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
        // SAFETY: writable for all vectors.
        unsafe {
            if N == GROUP {
                s.store_four_u8(to.cast(), q);
            } else {
                s.store_u8(to.cast(), q[0]);
            }
        }
    }
}
