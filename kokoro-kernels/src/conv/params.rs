//! What describes a convolution and its tensors. Tensors are `[len, channels]`, row-major: a
//! *column* is one point in time and has all channels side by side.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use super::activation::{Activation, Affine};

/// Which input columns an output column sees. `Default` is a pointwise convolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// Taps.
    pub kernel: usize,
    /// Input columns from one output column to the next.
    pub stride: usize,
    /// Input columns from one tap to the next.
    pub dilation: usize,
    /// Columns of zeros before the first and after the last input column.
    pub padding: usize,
}

impl Default for Geometry {
    fn default() -> Self {
        Self { kernel: 1, stride: 1, dilation: 1, padding: 0 }
    }
}

impl Geometry {
    /// Stride 1, and padding that keeps the length; `kernel` is odd.
    pub fn same(kernel: usize, dilation: usize) -> Self {
        Self { kernel, dilation, padding: dilation * (kernel - 1) / 2, stride: 1 }
    }

    /// Output columns for `len` input columns; `None` if the kernel does not fit into the padded
    /// input.
    pub fn output_len(&self, len: usize) -> Option<usize> {
        let reach = self.dilation * (self.kernel - 1) + 1;
        Some((len + 2 * self.padding).checked_sub(reach)? / self.stride + 1)
    }

    /// Input columns that `columns` ≥ 1 neighbouring output columns see.
    pub(crate) fn input_columns(&self, columns: usize) -> usize {
        (columns - 1) * self.stride + (self.kernel - 1) * self.dilation + 1
    }
}

/// The shape `[c_out, c_in, kernel]` of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WeightShape {
    pub c_out: usize,
    pub c_in: usize,
    pub kernel: usize,
}

/// What a convolution reads, and what is done to it before: `activation(affine(values))`.
#[derive(Debug, Clone, Copy)]
pub struct ConvInput<'a, E> {
    /// `[len, c_in]`.
    pub values: &'a [E],
    /// Applied first. `None` is the identity.
    pub affine: Option<&'a Affine>,
    /// Applied second.
    pub activation: &'a Activation,
}

/// Where a convolution writes, and what is done to its result `y` before:
/// `(y + residual + values) · gain`, where `values` is only added in [`WriteMode::Accumulate`].
#[derive(Debug)]
pub struct ConvOutput<'a, E> {
    /// `[len', c_out]`.
    pub values: &'a mut [E],
    /// Added to the result; of the same shape.
    pub residual: Option<&'a [E]>,
    /// Whether the old values are overwritten or added to the result.
    pub mode: WriteMode,
    /// The last factor.
    pub gain: f32,
    /// Asked before each block. Once it stops, no further block is begun. Where blocks were left
    /// out, the values are neither the old ones nor the new ones, and moments are those of no
    /// column.
    pub interrupt: Option<&'a dyn Interrupt>,
}

/// What can end a convolution before its end, or delay it.
pub trait Interrupt: fmt::Debug + Sync {
    /// Whether no further block is to be begun. May wait before it answers, on the thread that
    /// would compute the block.
    fn stops(&self) -> bool;
}

impl Interrupt for AtomicBool {
    fn stops(&self) -> bool {
        self.load(Ordering::Relaxed)
    }
}

/// What becomes of the values that an output has before it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WriteMode {
    /// They are overwritten.
    #[default]
    Overwrite,
    /// They are added to the result.
    Accumulate,
}
