//! What a convolution does beside convolving, while it reads its input and writes its output.

use candle_core::Tensor;
use kokoro_kernels::{Activation, Affine, WriteMode};

use crate::CancelToken;

/// What is done to an input as it is read: an affine, then an activation.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// A centre, a scale and a shift for each channel; `None` is the identity.
    pub affine: Option<&'a Affine>,
    /// Applied to the affine's result.
    pub activation: &'a Activation,
}

impl Default for Before<'_> {
    fn default() -> Self {
        Self { affine: None, activation: &Activation::Identity }
    }
}

/// What is done to an output as it is written: `out = (y + residual + out) · gain`, where the last
/// addend is there only in the [mode](Self::mode) that accumulates.
#[derive(Debug, Clone, Copy)]
pub struct After<'a> {
    /// Added; of the output's shape and type.
    pub residual: Option<&'a Tensor>,
    /// Whether the output's former content is added, too.
    pub mode: WriteMode,
    /// Factor of the sum.
    pub gain: f32,
    /// Whether the moments of what was written are wanted.
    pub measure: bool,
    /// Ends the convolution between two blocks of columns, unfinished and with an error.
    pub cancel: Option<&'a CancelToken>,
}

impl Default for After<'_> {
    fn default() -> Self {
        let mode = WriteMode::Overwrite;
        Self { residual: None, mode, gain: 1.0, measure: false, cancel: None }
    }
}
