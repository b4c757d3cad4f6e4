//! The text encoder of StyleTTS 2 (Li et al. 2023): embedding, three convolutions, a BiLSTM.
//! Upstream: `modules.py::TextEncoder`.

use candle_core::{Device, Result, Tensor};
use candle_nn::{Embedding, Module, VarBuilder, embedding, ops};
use kokoro_kernels::{Geometry, Precision};

use crate::architecture::TEXT_ENCODER_SLOPE;
use crate::nn::{BiLstm, Conv1d, LayerNorm};
use crate::{Config, PrecisionPlan};

/// Token ids to the encoding that the decoder speaks from.
#[derive(Debug)]
pub struct TextEncoder {
    embedding: Embedding, // [178, 512]
    cnn: Vec<(Conv1d, LayerNorm)>,
    lstm: BiLstm,
}

impl TextEncoder {
    /// Reads `embedding`, `cnn.*` and `lstm`.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self> {
        let channels = config.hidden_dim;
        let layer = |i: usize| {
            let vb = vb.pp("cnn").pp(i);
            let geometry = Geometry::same(config.text_encoder_kernel_size, 1);
            let conv = Conv1d::new(channels, channels, geometry, Precision::F32, vb.pp(0))?;
            Ok((conv, LayerNorm::upstream(channels, vb.pp(1))?))
        };
        Ok(Self {
            embedding: embedding(config.n_token, channels, vb.pp("embedding"))?,
            cnn: (0..config.n_layer).map(layer).collect::<Result<_>>()?,
            lstm: BiLstm::new(channels, channels / 2, plan, vb.pp("lstm"))?,
        })
    }

    /// Ids `[T]` to `[T, 512]`.
    pub fn forward(&self, ids: &[u32]) -> Result<Tensor> {
        let mut xs = self.embedding.forward(&Tensor::new(ids, &Device::Cpu)?)?;
        for (conv, norm) in &self.cnn {
            let mut ys = conv.forward(&xs)?;
            norm.apply_inplace(&mut ys)?;
            xs = ops::leaky_relu(&ys, TEXT_ENCODER_SLOPE)?;
        }
        self.lstm.forward(&xs)
    }
}
