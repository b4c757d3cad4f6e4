//! The residual block of the decoder's first half and of the F0 and energy curves: upstream
//! `istftnet.py::AdainResBlk1d`.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Activation, Geometry, Precision};

use super::adain::AdaIn;
use super::conv::Conv1d;
use super::depthwise_upsample::DepthwiseUpsample;
use super::fused::{After, Before};
use super::pass::Pass;
use crate::architecture::{BLOCK_KERNEL, BLOCK_SLOPE};

/// `(conv2(act(norm2(conv1(up(act(norm1(x))))))) + shortcut(up(x))) / √2`; `up` doubles the length,
/// or is not there.
#[derive(Debug, Clone)]
pub struct AdaInResBlock {
    norm1: AdaIn,
    pool: Option<DepthwiseUpsample>,
    conv1: Conv1d,
    norm2: AdaIn,
    conv2: Conv1d,
    shortcut: Option<Conv1d>, // where the number of channels changes
}

impl AdaInResBlock {
    /// `[len, c_in]` to `[len, c_out]`.
    pub fn new(
        c_in: usize,
        c_out: usize,
        style: usize,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        let (same, norm) = (Geometry::same(BLOCK_KERNEL, 1), Activation::LeakyRelu(BLOCK_SLOPE));
        let shortcut = || {
            let pointwise = Geometry::default();
            Conv1d::new_no_bias(c_in, c_out, pointwise, precision, vb.pp("conv1x1"))
        };
        Ok(Self {
            norm1: AdaIn::new(style, c_in, norm.clone(), vb.pp("norm1"))?,
            pool: None,
            conv1: Conv1d::new(c_in, c_out, same, precision, vb.pp("conv1"))?,
            norm2: AdaIn::new(style, c_out, norm, vb.pp("norm2"))?,
            conv2: Conv1d::new(c_out, c_out, same, precision, vb.pp("conv2"))?,
            shortcut: if c_in == c_out { None } else { Some(shortcut()?) },
        })
    }

    /// `[len, c_in]` to `[2 · len, c_out]`.
    pub fn new_upsampling(
        c_in: usize,
        c_out: usize,
        style: usize,
        precision: Precision,
        vb: VarBuilder,
    ) -> Result<Self> {
        let pool = Some(DepthwiseUpsample::new(c_in, vb.pp("pool"))?);
        Ok(Self { pool, ..Self::new(c_in, c_out, style, precision, vb)? })
    }

    /// The output for `xs` `[len, c_in]`.
    pub fn forward(&self, xs: &Tensor, pass: &mut Pass) -> Result<Tensor> {
        let affine = pass.affine(&self.norm1, None, xs)?;
        let before = Before { affine: Some(&affine), activation: self.norm1.activation() };
        let measured = pass.before_norm();
        let (inner, moments) = match &self.pool {
            None => self.conv1.forward_with(xs, before, measured)?,
            Some(pool) => {
                self.conv1.forward_with(&pool.forward(xs, before)?, Before::default(), measured)?
            }
        };
        let mut shortcut = match &self.shortcut {
            None => xs.clone(),
            Some(conv) => conv.forward_with(xs, Before::default(), pass.after())?.0,
        };
        if self.pool.is_some() {
            // After the pointwise convolution and not before it: the result is the same, and the
            // convolution has half the work.
            shortcut = nearest_twice(&shortcut)?;
        }
        let affine = pass.affine(&self.norm2, moments, &inner)?;
        let before = Before { affine: Some(&affine), activation: self.norm2.activation() };
        let after = After {
            residual: Some(&shortcut),
            gain: std::f32::consts::FRAC_1_SQRT_2,
            ..pass.after()
        };
        Ok(self.conv2.forward_with(&inner, before, after)?.0)
    }
}

/// Every row twice: `[len, channels]` to `[2 · len, channels]`.
fn nearest_twice(xs: &Tensor) -> Result<Tensor> {
    let (len, channels) = xs.dims2()?;
    xs.unsqueeze(1)?.broadcast_as((len, 2, channels))?.reshape((2 * len, channels))
}
