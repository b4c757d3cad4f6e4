//! PL-BERT (Li et al. 2023, "Phoneme-Level BERT"): an ALBERT (Lan et al. 2019) over phonemes, one layer applied twelve times,
//! and the projection to the width of the rest. Upstream: `modules.py::CustomAlbert`, `model.py` `bert_encoder`.

use candle_core::{Device, Result, Tensor};
use candle_nn::{Embedding, LayerNorm, Module, VarBuilder, embedding, layer_norm, ops};

use crate::Config;
use crate::nn::Linear;
use kokoro_kernels::Activation;

/// `layer_norm_eps` of an `AlbertConfig`.
const EPSILON: f64 = 1e-12;

/// Token ids to contextual phoneme encodings.
#[derive(Debug)]
pub struct PlBert {
    words: Embedding,     // [178, 128]
    positions: Embedding, // [512, 128]
    token_type: Tensor,   // [1, 128]: there is only one type
    norm: LayerNorm,
    widen: Linear, // 128 → 768
    layer: AlbertLayer,
    repeats: usize,
    project: Linear, // 768 → 512
}

impl PlBert {
    /// Reads `bert.*` and `bert_encoder.*`.
    pub fn new(config: &Config, vb: VarBuilder) -> Result<Self> {
        let (bert, width) = (vb.pp("bert"), config.plbert.hidden_size);
        let embeddings = bert.pp("embeddings");
        let size = config.style_dim; // ALBERT's own default embedding size, which is also the style's
        let encoder = bert.pp("encoder");
        Ok(Self {
            words: embedding(config.n_token, size, embeddings.pp("word_embeddings"))?,
            positions: embedding(
                config.plbert.max_position_embeddings,
                size,
                embeddings.pp("position_embeddings"),
            )?,
            token_type: embeddings
                .pp("token_type_embeddings")
                .get((2, size), "weight")?
                .narrow(0, 0, 1)?,
            norm: layer_norm(size, EPSILON, embeddings.pp("LayerNorm"))?,
            widen: Linear::new(size, width, encoder.pp("embedding_hidden_mapping_in"))?,
            layer: AlbertLayer::new(config, encoder.pp("albert_layer_groups.0.albert_layers.0"))?,
            repeats: config.plbert.num_hidden_layers,
            project: Linear::new(width, config.hidden_dim, vb.pp("bert_encoder"))?,
        })
    }

    /// Ids `[T]` to the last hidden state `[T, 768]`.
    pub fn hidden(&self, ids: &[u32]) -> Result<Tensor> {
        let ids = Tensor::new(ids, &Device::Cpu)?;
        let positions = Tensor::arange(0, ids.dim(0)? as u32, &Device::Cpu)?;
        let xs = (self.words.forward(&ids)? + self.positions.forward(&positions)?)?
            .broadcast_add(&self.token_type)?;
        let mut xs = self.widen.forward(&self.norm.forward(&xs)?)?;
        for _ in 0..self.repeats {
            xs = self.layer.forward(&xs)?;
        }
        Ok(xs)
    }

    /// Hidden state `[T, 768]` to the encoding that prosody is predicted from, `[T, 512]`.
    pub fn project(&self, hidden: &Tensor) -> Result<Tensor> {
        self.project.forward(hidden)
    }
}

/// Self-attention and a feed-forward part, each with a residual and a normalisation after it.
#[derive(Debug)]
struct AlbertLayer {
    query: Linear,
    key: Linear,
    value: Linear,
    dense: Linear,
    attention_norm: LayerNorm,
    ffn: Linear,        // 768 → 2048
    ffn_output: Linear, // 2048 → 768
    full_norm: LayerNorm,
    heads: usize,
}

impl AlbertLayer {
    fn new(config: &Config, vb: VarBuilder) -> Result<Self> {
        let (width, inner) = (config.plbert.hidden_size, config.plbert.intermediate_size);
        let attention = vb.pp("attention");
        Ok(Self {
            query: Linear::new(width, width, attention.pp("query"))?,
            key: Linear::new(width, width, attention.pp("key"))?,
            value: Linear::new(width, width, attention.pp("value"))?,
            dense: Linear::new(width, width, attention.pp("dense"))?,
            attention_norm: layer_norm(width, EPSILON, attention.pp("LayerNorm"))?,
            ffn: Linear::new(width, inner, vb.pp("ffn"))?,
            ffn_output: Linear::new(inner, width, vb.pp("ffn_output"))?,
            full_norm: layer_norm(width, EPSILON, vb.pp("full_layer_layer_norm"))?,
            heads: config.plbert.num_attention_heads,
        })
    }

    /// `[T, 768]` to the same.
    fn forward(&self, xs: &Tensor) -> Result<Tensor> {
        let xs = self.attention_norm.forward(&(xs + self.attend(xs)?)?)?;
        let inner = self.ffn.forward(&xs)?;
        self.full_norm.forward(&(self.ffn_output.forward_activated(&inner, &Activation::GeluTanh)? + xs)?)
    }

    fn attend(&self, xs: &Tensor) -> Result<Tensor> {
        let (time, width) = xs.dims2()?;
        let size = width / self.heads;
        let split =
            |xs: Tensor| xs.reshape((time, self.heads, size))?.transpose(0, 1)?.contiguous(); // [heads, T, size]
        let query = split(self.query.forward(xs)?)?;
        let key = split(self.key.forward(xs)?)?;
        let value = split(self.value.forward(xs)?)?;
        let scores = (query.matmul(&key.transpose(1, 2)?)? / (size as f64).sqrt())?;
        let mixed = ops::softmax_last_dim(&scores)?.matmul(&value)?;
        self.dense.forward(&mixed.transpose(0, 1)?.reshape((time, width))?)
    }
}
