//! Asking for memory that is read next, while there is still something to compute.

use crate::simd::Simd;

/// Bytes that are fetched at once.
const CACHE_LINE: usize = 64;

/// Values that are read next, in portions. Only their address is kept: nothing is read through it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ahead {
    start: *const u8,
    len: usize,     // bytes
    portion: usize, // bytes
}

impl Ahead {
    /// Where nothing is known.
    pub const NOTHING: Self = Self { start: std::ptr::null(), len: 0, portion: 0 };

    /// `portion` is counted in values.
    pub fn new<T>(values: &[T], portion: usize) -> Self {
        let portion = portion * size_of::<T>();
        Self { start: values.as_ptr().cast(), len: size_of_val(values), portion }
    }

    /// Asks for portions `first..first + count` to be in cache, as far as there are such.
    #[inline(always)]
    pub fn ask<S: Simd>(&self, s: S, first: usize, count: usize) {
        let mut at = first * self.portion;
        let end = self.len.min((first + count) * self.portion);
        while at < end {
            s.prefetch(self.start.wrapping_add(at));
            at += CACHE_LINE;
        }
    }
}
