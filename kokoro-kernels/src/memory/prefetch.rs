//! Prefetching: memory that will be read soon is requested while there is still something to
//! compute.

use crate::simd::Simd;

/// Bytes that one prefetch instruction brings into the cache.
const CACHE_LINE: usize = 64;

/// A range of memory that will be read soon, divided into portions of equal size. It holds an
/// address and no borrow, because nothing is ever read through it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prefetch {
    start: *const u8,
    len: usize,     // bytes
    portion: usize, // bytes
}

impl Prefetch {
    /// Prefetches nothing.
    pub const NOTHING: Self = Self { start: std::ptr::null(), len: 0, portion: 0 };

    /// The memory of `values`, in portions of `portion` values.
    pub fn new<T>(values: &[T], portion: usize) -> Self {
        let portion = portion * size_of::<T>();
        Self { start: values.as_ptr().cast(), len: size_of_val(values), portion }
    }

    /// Requests portions `first..first + count`; those past the end are left out.
    #[inline(always)]
    pub fn request<S: Simd>(&self, s: S, first: usize, count: usize) {
        let mut at = first * self.portion;
        let end = self.len.min((first + count) * self.portion);
        while at < end {
            s.prefetch(self.start.wrapping_add(at));
            at += CACHE_LINE;
        }
    }
}
