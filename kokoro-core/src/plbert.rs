//! PL-BERT (Li et al. 2023, "Phoneme-Level BERT"): an ALBERT (Lan et al. 2019) over phonemes, one
//! layer applied twelve times, and the projection to the width of the rest. Upstream:
//! `modules.py::CustomAlbert`, `model.py` `bert_encoder`.

use candle_core::{DType, Device, Result, Tensor, bail};
use candle_nn::{Embedding, Module, VarBuilder, embedding};

use crate::architecture::PLBERT_NORM_EPSILON as EPSILON;
use crate::nn::{LayerNorm, Linear, change_inplace, map_into};
use crate::{CancelToken, Config, Error, PlBertConfig, PrecisionPlan};

/// Token ids to contextual phoneme encodings.
#[derive(Debug)]
pub struct PlBert {
    words: Embedding,     // [178, 128]
    positions: Embedding, // [512, 128]
    token_type: Tensor,   // [1, 128]: there is only one type
    norm: LayerNorm,
    widen: Linear, // 128 → 768
    layer: AlbertLayer,
    config: PlBertConfig,
    project: Linear, // 768 → 512
}

impl PlBert {
    /// Reads `bert.*` and `bert_encoder.*`.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self> {
        let (bert, width) = (vb.pp("bert"), config.plbert.hidden_size);
        let embeddings = bert.pp("embeddings");
        let size = config.style_dim; // also ALBERT's default embedding size
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
            norm: LayerNorm::torch(size, EPSILON, embeddings.pp("LayerNorm"))?,
            widen: Linear::new(size, width, plan, encoder.pp("embedding_hidden_mapping_in"))?,
            layer: AlbertLayer::new(
                config,
                plan,
                encoder.pp("albert_layer_groups.0.albert_layers.0"),
            )?,
            config: config.plbert.clone(),
            project: Linear::new(width, config.hidden_dim, plan, vb.pp("bert_encoder"))?,
        })
    }

    /// Ids `[T]` to the last hidden state `[T, 768]`.
    pub fn hidden(&self, ids: &[u32]) -> std::result::Result<Tensor, Error> {
        self.hidden_unless(ids, &CancelToken::new())
    }

    /// The same, unless somebody cancels it, which is looked at before each layer.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn hidden_unless(
        &self,
        ids: &[u32],
        cancel: &CancelToken,
    ) -> std::result::Result<Tensor, Error> {
        let ids = Tensor::new(ids, &Device::Cpu)?;
        let positions = Tensor::arange(0, ids.dim(0)? as u32, &Device::Cpu)?;
        let mut embedded = (self.words.forward(&ids)? + self.positions.forward(&positions)?)?
            .broadcast_add(&self.token_type)?;
        self.norm.apply_inplace(&mut embedded)?;
        let mut xs = self.widen.forward(&embedded)?;
        let mut room = Room::new(ids.dim(0)?, &self.config)?;
        for _ in 0..self.config.num_hidden_layers {
            cancel.check()?;
            self.layer.apply_inplace(&mut xs, &mut room)?;
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
    query_key_value: Linear, // 768 → 3 · 768
    dense: Linear,
    attention_norm: LayerNorm,
    ffn: Linear,        // 768 → 2048
    ffn_output: Linear, // 2048 → 768
    full_norm: LayerNorm,
    heads: usize,
}

/// Memory that all layers of an utterance use.
struct Room {
    query_key_value: Tensor, // [T, 3 · 768]
    mixed: Tensor,           // [T, 768]
    inner: Tensor,           // [T, 2048]
}

impl Room {
    fn new(time: usize, config: &PlBertConfig) -> Result<Self> {
        let rows = |width: usize| Tensor::zeros((time, width), DType::F32, &Device::Cpu);
        let width = config.hidden_size;
        Ok(Self {
            query_key_value: rows(3 * width)?,
            mixed: rows(width)?,
            inner: rows(config.intermediate_size)?,
        })
    }
}

impl AlbertLayer {
    fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self> {
        let (width, inner) = (config.plbert.hidden_size, config.plbert.intermediate_size);
        let attention = vb.pp("attention");
        let three = |name: &str, shape: &[usize]| {
            let part = |of: &str| attention.pp(of).get(shape, name);
            Tensor::cat(&[part("query")?, part("key")?, part("value")?], 0)
        };
        Ok(Self {
            query_key_value: Linear::from_tensors(
                &three("weight", &[width, width])?,
                &three("bias", &[width])?,
                plan,
            )?,
            dense: Linear::new(width, width, plan, attention.pp("dense"))?,
            attention_norm: LayerNorm::torch(width, EPSILON, attention.pp("LayerNorm"))?,
            ffn: Linear::new(width, inner, plan, vb.pp("ffn"))?,
            ffn_output: Linear::new(inner, width, plan, vb.pp("ffn_output"))?,
            full_norm: LayerNorm::torch(width, EPSILON, vb.pp("full_layer_layer_norm"))?,
            heads: config.plbert.num_attention_heads,
        })
    }

    /// `[T, 768]` to the same.
    fn apply_inplace(&self, xs: &mut Tensor, room: &mut Room) -> Result<()> {
        self.query_key_value.write(xs, &mut room.query_key_value)?;
        self.attention(&room.query_key_value, &mut room.mixed)?;
        self.dense.add_to(&room.mixed, xs)?;
        self.attention_norm.apply_inplace(xs)?;
        self.ffn.write(xs, &mut room.inner)?;
        change_inplace("gelu", &mut room.inner, kokoro_kernels::gelu)?;
        self.ffn_output.add_to(&room.inner, xs)?;
        self.full_norm.apply_inplace(xs)
    }

    /// Queries, keys and values `[T, 3 · 768]` to `mixed` `[T, 768]`.
    fn attention(&self, query_key_value: &Tensor, mixed: &mut Tensor) -> Result<()> {
        let ((time, width), heads) = (mixed.dims2()?, self.heads);
        if query_key_value.dims() != [time, 3 * width] || !width.is_multiple_of(heads) {
            bail!(
                "attention: expected queries, keys and values [{time}, 3 · {width}] for {heads} \
                 heads, found {:?}",
                query_key_value.dims()
            );
        }
        map_into("attention", query_key_value, mixed, |qkv, mixed| {
            kokoro_kernels::attention(qkv, width, heads, mixed);
        })
    }
}
