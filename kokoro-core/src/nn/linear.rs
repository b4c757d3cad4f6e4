//! A linear layer, as a convolution with one tap.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Geometry, Precision};

use super::{After, Before, Conv1d};

/// `[time, in]` to `[time, out]`, `y = W x + b`, in f32.
#[derive(Debug, Clone)]
pub struct Linear(Conv1d);

impl Linear {
    /// Reads `weight` `[out, in]` and `bias` `[out]`.
    pub fn new(width_in: usize, width_out: usize, vb: VarBuilder) -> Result<Self> {
        Self::from_tensors(&vb.get((width_out, width_in), "weight")?, &vb.get(width_out, "bias")?)
    }

    /// From `weight` `[out, in]` and `bias` `[out]`.
    pub fn from_tensors(weight: &Tensor, bias: &Tensor) -> Result<Self> {
        let taps = weight.unsqueeze(2)?;
        Ok(Self(Conv1d::from_tensors(&taps, Some(bias), Geometry::default(), Precision::F32)?))
    }

    /// Applies it to each row.
    pub fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        self.0.forward(xs)
    }

    /// Applies it to each row, and writes to `out` `[time, out]` or adds to what is there.
    pub fn write(&self, xs: &Tensor, out: &Tensor, accumulate: bool) -> Result<()> {
        let after = After { accumulate, ..After::default() };
        self.0.write(xs, Before::default(), out, after)?;
        Ok(())
    }
}
