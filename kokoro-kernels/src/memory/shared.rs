//! An output that several threads fill at the same time, each thread its own part.

use std::marker::PhantomData;

use super::scalar::{Scalar, load_partial, store_partial};
use crate::simd::Simd;

/// A mutable slice that can be copied to several threads. Making one is safe, because it borrows
/// the slice exclusively; reading and writing through it is unsafe, because only the caller knows
/// that no two threads use the same values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SharedOutput<'a, E> {
    start: *mut E,
    len: usize,
    borrow: PhantomData<&'a mut [E]>,
}

// SAFETY: a copy in another thread gives access to values of type `E` there, which `E: Send`
// allows; that no value is accessed by two threads at once is promised to `load` and `store`.
unsafe impl<E: Send> Send for SharedOutput<'_, E> {}
// SAFETY: as above; a reference to it allows no more than a copy of it.
unsafe impl<E: Send> Sync for SharedOutput<'_, E> {}

impl<'a, E: Scalar> SharedOutput<'a, E> {
    /// Shares `values`.
    pub fn new(values: &'a mut [E]) -> Self {
        Self { start: values.as_mut_ptr(), len: values.len(), borrow: PhantomData }
    }

    /// Number of values.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }

    /// The `len` values from `first` on.
    ///
    /// # Panics
    /// If there are not as many.
    pub fn part(self, first: usize, len: usize) -> Self {
        assert!(first <= self.len && len <= self.len - first, "a part of the output");
        // SAFETY: `first` is at most the length of the slice.
        Self { start: unsafe { self.start.add(first) }, len, borrow: PhantomData }
    }

    /// Loads `n` ≤ `LANES` values from `at` on; the other lanes are zero.
    ///
    /// # Safety
    /// `at + n` must be at most [`len`](Self::len), and no other thread may write these values
    /// meanwhile.
    #[inline(always)]
    pub unsafe fn load<S: Simd>(&self, s: S, at: usize, n: usize) -> S::F {
        debug_assert!(at + n <= self.len);
        // SAFETY: as the caller promises.
        unsafe { load_partial(s, self.start.add(at), n) }
    }

    /// Stores the first `n` ≤ `LANES` lanes from `at` on.
    ///
    /// # Safety
    /// `at + n` must be at most [`len`](Self::len), and no other thread may read or write these
    /// values meanwhile.
    #[inline(always)]
    pub unsafe fn store<S: Simd>(&self, s: S, at: usize, x: S::F, n: usize) {
        debug_assert!(at + n <= self.len);
        // SAFETY: as the caller promises.
        unsafe { store_partial(s, self.start.add(at), x, n) }
    }
}
