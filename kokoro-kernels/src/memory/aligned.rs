//! Buffers that begin at a cache line, so that no vector load crosses two lines.

/// A buffer of 32-bit values that can be read as `u32` or as `f32`.
#[derive(Debug, Clone, Default)]
pub(crate) struct AlignedBuffer(Vec<Line>);

#[derive(Debug, Clone, Copy)]
#[repr(C, align(64))]
struct Line([u32; LINE]);

/// Values in a cache line.
pub(crate) const LINE: usize = 16;

impl AlignedBuffer {
    /// A buffer of `len` zeros, rounded up to whole lines.
    pub fn new(len: usize) -> Self {
        Self(vec![Line([0; LINE]); len.div_ceil(LINE)])
    }

    /// Makes room for at least `len` values. Their contents are unspecified: old values where the
    /// buffer was large enough, zeros where it had to be allocated again.
    pub fn reserve(&mut self, len: usize) -> &mut Self {
        if self.0.len() * LINE < len {
            *self = Self::new(len);
        }
        self
    }

    /// All values as `u32`.
    #[inline(always)]
    pub fn words(&self) -> &[u32] {
        // SAFETY: a `Line` is sixteen u32 without padding.
        unsafe { std::slice::from_raw_parts(self.0.as_ptr().cast(), self.0.len() * LINE) }
    }

    /// All values as `u32`, to be written.
    #[inline(always)]
    pub fn words_mut(&mut self) -> &mut [u32] {
        // SAFETY: a `Line` is sixteen u32 without padding.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), self.0.len() * LINE) }
    }

    /// All values as `f32`.
    #[inline(always)]
    pub fn floats(&self) -> &[f32] {
        // SAFETY: a `Line` is sixteen u32 without padding, and every u32 is a valid f32.
        unsafe { std::slice::from_raw_parts(self.0.as_ptr().cast(), self.0.len() * LINE) }
    }

    /// All values as `f32`, to be written.
    #[inline(always)]
    pub fn floats_mut(&mut self) -> &mut [f32] {
        // SAFETY: as `floats`; every f32 is a valid u32, too.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), self.0.len() * LINE) }
    }
}

/// `len` rounded up to whole cache lines of 32-bit values, and so to whole vectors of every
/// instruction set.
pub(crate) fn padded(len: usize) -> usize {
    len.next_multiple_of(LINE)
}
