//! The numbers that tensors in memory are made of, and how vectors of them are loaded and stored.

use half::bf16;

use crate::simd::{MAX_LANES, Simd};

/// A number type that a vector of f32 can be loaded from and stored to.
pub trait Scalar: Copy + Default + Send + Sync + 'static {
    /// The value as f32, exactly.
    fn to_f32(self) -> f32;
    /// The nearest value to `x`.
    fn from_f32(x: f32) -> Self;
    /// Loads `LANES` values as f32.
    ///
    /// # Safety
    /// `from` must be readable for `LANES` values.
    unsafe fn load<S: Simd>(s: S, from: *const Self) -> S::F;
    /// Stores the nearest value to each of `LANES` lanes.
    ///
    /// # Safety
    /// `to` must be writable for `LANES` values.
    unsafe fn store<S: Simd>(s: S, to: *mut Self, x: S::F);
}

impl Scalar for f32 {
    #[inline(always)]
    fn to_f32(self) -> f32 {
        self
    }
    #[inline(always)]
    fn from_f32(x: f32) -> Self {
        x
    }
    #[inline(always)]
    unsafe fn load<S: Simd>(s: S, from: *const Self) -> S::F {
        // SAFETY: as the caller promises.
        unsafe { s.load(from) }
    }
    #[inline(always)]
    unsafe fn store<S: Simd>(s: S, to: *mut Self, x: S::F) {
        // SAFETY: as the caller promises.
        unsafe { s.store(to, x) }
    }
}

impl Scalar for bf16 {
    #[inline(always)]
    fn to_f32(self) -> f32 {
        bf16::to_f32(self)
    }
    #[inline(always)]
    fn from_f32(x: f32) -> Self {
        bf16::from_f32(x)
    }
    #[inline(always)]
    unsafe fn load<S: Simd>(s: S, from: *const Self) -> S::F {
        // SAFETY: as the caller promises; bf16 is a transparent u16.
        unsafe { s.load_bf16(from.cast()) }
    }
    #[inline(always)]
    unsafe fn store<S: Simd>(s: S, to: *mut Self, x: S::F) {
        // SAFETY: as the caller promises; bf16 is a transparent u16.
        unsafe { s.store_bf16(to.cast(), x) }
    }
}

/// Loads `n` ≤ `LANES` values into the first lanes; the other lanes are zero.
///
/// # Safety
/// `from` must be readable for `n` values.
#[inline(always)]
pub(crate) unsafe fn load_partial<S: Simd, E: Scalar>(s: S, from: *const E, n: usize) -> S::F {
    // SAFETY: `from` is readable for `n` values, and therefore for `LANES` if that is `n`; no
    // instruction set has more lanes than `staged`.
    unsafe {
        if n == S::LANES {
            return E::load(s, from);
        }
        let mut staged = [0f32; MAX_LANES];
        for (i, place) in staged.iter_mut().enumerate().take(n) {
            *place = (*from.add(i)).to_f32();
        }
        s.load(staged.as_ptr())
    }
}

/// Stores the first `n` ≤ `LANES` lanes.
///
/// # Safety
/// `to` must be writable for `n` values.
#[inline(always)]
pub(crate) unsafe fn store_partial<S: Simd, E: Scalar>(s: S, to: *mut E, x: S::F, n: usize) {
    // SAFETY: `to` is writable for `n` values, and therefore for `LANES` if that is `n`; no
    // instruction set has more lanes than `staged`.
    unsafe {
        if n == S::LANES {
            return E::store(s, to, x);
        }
        let mut staged = [0f32; MAX_LANES];
        s.store(staged.as_mut_ptr(), x);
        for (i, &value) in staged.iter().enumerate().take(n) {
            *to.add(i) = E::from_f32(value);
        }
    }
}
