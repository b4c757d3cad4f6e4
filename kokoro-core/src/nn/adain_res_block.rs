//! The residual block of the decoder's first half and of the F0 and energy curves: upstream `istftnet.py::AdainResBlk1d`.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;

use super::{Activation, AdaIn, Conv1d, Conv1dConfig, DepthwiseUpsample};

/// Slope of the leaky ReLU in these blocks (the generator has other ones).
const SLOPE: f32 = 0.2;

/// `(conv2(act(norm2(conv1(up(act(norm1(x))))))) + shortcut(up(x))) / √2`; `up` doubles the length, or is not there.
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
    /// `[c_in, len]` to `[c_out, len]`.
    pub fn new(c_in: usize, c_out: usize, style: usize, vb: VarBuilder) -> Result<Self> {
        let same = Conv1dConfig::same(3, 1);
        let shortcut =
            || Conv1d::new_no_bias(c_in, c_out, Conv1dConfig::default(), vb.pp("conv1x1"));
        Ok(Self {
            norm1: AdaIn::new(style, c_in, Activation::LeakyRelu(SLOPE), vb.pp("norm1"))?,
            pool: None,
            conv1: Conv1d::new(c_in, c_out, same, vb.pp("conv1"))?,
            norm2: AdaIn::new(style, c_out, Activation::LeakyRelu(SLOPE), vb.pp("norm2"))?,
            conv2: Conv1d::new(c_out, c_out, same, vb.pp("conv2"))?,
            shortcut: if c_in == c_out { None } else { Some(shortcut()?) },
        })
    }

    /// `[c_in, len]` to `[c_out, 2 · len]`.
    pub fn new_upsampling(c_in: usize, c_out: usize, style: usize, vb: VarBuilder) -> Result<Self> {
        let pool = Some(DepthwiseUpsample::new(c_in, vb.pp("pool"))?);
        Ok(Self { pool, ..Self::new(c_in, c_out, style, vb)? })
    }

    /// `xs` `[c_in, len]`, `style` `[1, style]`.
    pub fn forward(&self, xs: &Tensor, style: &Tensor) -> Result<Tensor> {
        let mut residual = self.norm1.forward(xs, style)?;
        let mut shortcut = xs.clone();
        if let Some(pool) = &self.pool {
            residual = pool.forward(&residual)?;
            shortcut = nearest_twice(xs)?;
        }
        if let Some(conv) = &self.shortcut {
            shortcut = conv.forward(&shortcut)?;
        }
        let residual = self.norm2.forward(&self.conv1.forward(&residual)?, style)?;
        self.conv2.forward_add(&residual, &shortcut)? * std::f64::consts::FRAC_1_SQRT_2
    }
}

/// Every column twice: `[channels, len]` to `[channels, 2 · len]`.
fn nearest_twice(xs: &Tensor) -> Result<Tensor> {
    let (channels, len) = xs.dims2()?;
    xs.unsqueeze(2)?.broadcast_as((channels, len, 2))?.reshape((channels, 2 * len))
}
