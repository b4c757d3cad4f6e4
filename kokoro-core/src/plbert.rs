//! PL-BERT (Li et al. 2023, "Phoneme-Level BERT"): an ALBERT (Lan et al. 2019) over phonemes, one layer applied twelve times,
//! and the projection to the width of the rest. Upstream: `modules.py::CustomAlbert`, `model.py` `bert_encoder`.

use candle_core::{CpuStorage, CustomOp3, Device, Layout, Result, Shape, Tensor, bail};
use candle_nn::{Embedding, LayerNorm, Module, VarBuilder, embedding, layer_norm};

use crate::Config;
use crate::nn::{Linear, contiguous};
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
        self.full_norm
            .forward(&(self.ffn_output.forward_activated(&inner, &Activation::GeluTanh)? + xs)?)
    }

    fn attend(&self, xs: &Tensor) -> Result<Tensor> {
        let (query, key, value) =
            (self.query.forward(xs)?, self.key.forward(xs)?, self.value.forward(xs)?);
        self.dense.forward(&query.apply_op3_no_bwd(
            &key,
            &value,
            &Attention { heads: self.heads },
        )?)
    }
}

/// [`kokoro_kernels::attention`] as an operation: query, key and value, `[T, width]` each.
struct Attention {
    heads: usize,
}

impl CustomOp3 for Attention {
    fn name(&self) -> &'static str {
        "attention"
    }

    fn cpu_fwd(
        &self,
        query: &CpuStorage,
        query_layout: &Layout,
        key: &CpuStorage,
        key_layout: &Layout,
        value: &CpuStorage,
        value_layout: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (time, width) = query_layout.shape().dims2()?;
        let same = |layout: &Layout| layout.dims() == [time, width];
        if !(same(key_layout) && same(value_layout) && width.is_multiple_of(self.heads)) {
            bail!(
                "attention: expected queries, keys and values of one shape for {} heads, found {:?}, {:?} and {:?}",
                self.heads,
                query_layout.dims(),
                key_layout.dims(),
                value_layout.dims()
            );
        }
        let query = contiguous("attention", query, query_layout)?;
        let key = contiguous("attention", key, key_layout)?;
        let value = contiguous("attention", value, value_layout)?;
        let mixed = kokoro_kernels::attention(query, key, value, width, self.heads);
        Ok((CpuStorage::F32(mixed), Shape::from((time, width))))
    }
}
