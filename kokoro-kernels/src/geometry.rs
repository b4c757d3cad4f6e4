//! Which input columns an output column sees.

/// The geometry of a convolution. `Default` is a pointwise one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// Taps.
    pub kernel: usize,
    /// Input columns from one output column to the next.
    pub stride: usize,
    /// Input columns from one tap to the next.
    pub dilation: usize,
    /// Columns of zeros at either end.
    pub padding: usize,
}

impl Default for Geometry {
    fn default() -> Self {
        Self { kernel: 1, stride: 1, dilation: 1, padding: 0 }
    }
}

impl Geometry {
    /// Odd `kernel`, stride 1, padded so that the length stays.
    pub fn same(kernel: usize, dilation: usize) -> Self {
        Self { kernel, dilation, padding: dilation * (kernel - 1) / 2, stride: 1 }
    }

    /// Length of the output for an input of `len` columns, if there is any.
    pub fn output_len(&self, len: usize) -> Option<usize> {
        let reach = self.dilation * (self.kernel - 1) + 1;
        Some((len + 2 * self.padding).checked_sub(reach)? / self.stride + 1)
    }

    /// Input columns that `columns` output columns see, at least one.
    pub(crate) fn input_columns(&self, columns: usize) -> usize {
        (columns - 1) * self.stride + (self.kernel - 1) * self.dilation + 1
    }
}
