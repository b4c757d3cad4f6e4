//! Buffers that begin at a cache line, so that no vector straddles two.

/// 32-bit values, as u32 or as f32. Growing keeps what is there; what is new is zero.
#[derive(Debug, Clone, Default)]
pub struct Aligned(Vec<Line>);

#[derive(Debug, Clone, Copy)]
#[repr(C, align(64))]
struct Line([u32; LINE]);

/// Values of a cache line.
pub const LINE: usize = 16;

impl Aligned {
    /// `len` zeros, and some more up to the next line.
    pub fn new(len: usize) -> Self {
        Self(vec![Line([0; LINE]); len.div_ceil(LINE)])
    }

    /// Makes room for `len` values, whatever they are.
    pub fn reserve(&mut self, len: usize) -> &mut Self {
        if self.0.len() * LINE < len {
            *self = Self::new(len);
        }
        self
    }

    /// The values as bits.
    #[inline(always)]
    pub fn words(&self) -> &[u32] {
        // SAFETY: a `Line` is sixteen u32 without padding.
        unsafe { std::slice::from_raw_parts(self.0.as_ptr().cast(), self.0.len() * LINE) }
    }

    /// The values as bits, to be written.
    #[inline(always)]
    pub fn words_mut(&mut self) -> &mut [u32] {
        // SAFETY: a `Line` is sixteen u32 without padding.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), self.0.len() * LINE) }
    }

    /// The values as floats.
    #[inline(always)]
    pub fn floats(&self) -> &[f32] {
        // SAFETY: as above; every u32 is an f32.
        unsafe { std::slice::from_raw_parts(self.0.as_ptr().cast(), self.0.len() * LINE) }
    }

    /// The values as floats, to be written.
    #[inline(always)]
    pub fn floats_mut(&mut self) -> &mut [f32] {
        // SAFETY: as above; every f32 is a u32.
        unsafe { std::slice::from_raw_parts_mut(self.0.as_mut_ptr().cast(), self.0.len() * LINE) }
    }
}

/// `len` rounded up to whole lines.
pub fn padded(len: usize) -> usize {
    len.next_multiple_of(LINE)
}
