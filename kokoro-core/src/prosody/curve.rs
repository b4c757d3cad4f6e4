//! A curve of the prosody: F0 or energy. Upstream: `modules.py::ProsodyPredictor.F0Ntrain`.

use candle_core::{Result, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Geometry, Precision};

use crate::Config;
use crate::nn::{AdaInResBlock, Conv1d, Pass};

/// One curve at twice the frame rate: three residual blocks, the second doubling the length, and a
/// projection.
#[derive(Debug)]
pub(super) struct Curve {
    blocks: [AdaInResBlock; 3],
    project: Conv1d, // 256 → 1
}

impl Curve {
    pub fn new(config: &Config, vb: VarBuilder, project: VarBuilder) -> Result<Self> {
        let (wide, narrow, style) = (config.hidden_dim, config.hidden_dim / 2, config.style_dim);
        let exact = Precision::F32; // a phase is a sum of F0 over all that was said
        Ok(Self {
            blocks: [
                AdaInResBlock::new(wide, wide, style, exact, vb.pp(0))?,
                AdaInResBlock::new_upsampling(wide, narrow, style, exact, vb.pp(1))?,
                AdaInResBlock::new(narrow, narrow, style, exact, vb.pp(2))?,
            ],
            project: Conv1d::new(narrow, 1, Geometry::default(), exact, project)?,
        })
    }

    /// `[N, 512]` to `[2N]`.
    pub fn forward(&self, xs: &Tensor, style: &Tensor) -> Result<Tensor> {
        let mut pass = Pass::new(style);
        let block = |xs: Tensor, block: &AdaInResBlock| block.forward(&xs, &mut pass);
        let xs = self.blocks.iter().try_fold(xs.clone(), block)?;
        self.project.forward(&xs)?.squeeze(1)
    }
}
