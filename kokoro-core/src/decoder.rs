//! The decoder on the CPU: features to the generator's input, then the generator. Upstream: `istftnet.py::Decoder`.

use std::sync::OnceLock;

use candle_core::{Device, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Geometry, Precision};

use crate::generator::Generator;
use crate::nn::{AdaInResBlock, Conv1d, with_values};
use crate::pool::on_pool;
use crate::{Config, DecodeReport, Decoded, Error, Features, PrecisionPlan, SpectrumDecoder};

/// Channels of the decoder's residual blocks.
const WIDTH: usize = 1024;
/// Channels that the text is reduced to before it is shown to every block again.
const TEXT_WIDTH: usize = 64;

/// [`SpectrumDecoder`] on the CPU, for any number of frames.
#[derive(Debug)]
pub struct Decoder {
    f0_conv: Conv1d,     // [2N, 1] → [N, 1]
    energy_conv: Conv1d, // [2N, 1] → [N, 1]
    encode: AdaInResBlock,
    text_residual: Conv1d,      // 512 → 64
    decode: Vec<AdaInResBlock>, // the last doubles the length
    generator: Generator,
    config: Config,
    precision: Precision,
}

impl Decoder {
    /// Reads everything under `decoder` but the harmonic source.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> candle_core::Result<Self> {
        let halve = Geometry { kernel: 3, stride: 2, dilation: 1, padding: 1 };
        let (edges, hidden) = (plan.edges(), config.hidden_dim);
        let blocks = || Self::blocks(config, plan, &vb);
        let generator = || Generator::new(config, plan, vb.pp("generator"));
        let (blocks, generator) = rayon::join(blocks, generator); // reading and packing is most of loading a model
        let (encode, decode) = blocks?;
        let text_residual = vb.pp("asr_res").pp(0);
        Ok(Self {
            f0_conv: Conv1d::new(1, 1, halve, edges, vb.pp("F0_conv"))?,
            energy_conv: Conv1d::new(1, 1, halve, edges, vb.pp("N_conv"))?,
            encode,
            text_residual: Conv1d::new(
                hidden,
                TEXT_WIDTH,
                Geometry::default(),
                edges,
                text_residual,
            )?,
            decode,
            generator: generator?,
            config: config.clone(),
            precision: plan.inner(),
        })
    }

    /// `encode`, and the blocks of `decode`.
    fn blocks(
        config: &Config,
        plan: PrecisionPlan,
        vb: &VarBuilder,
    ) -> candle_core::Result<(AdaInResBlock, Vec<AdaInResBlock>)> {
        let (hidden, style) = (config.hidden_dim, config.style_dim);
        let inner = WIDTH + TEXT_WIDTH + 2;
        let encode = AdaInResBlock::new(hidden + 2, WIDTH, style, plan.inner(), vb.pp("encode"))?;
        let decode = vb.pp("decode");
        let same = |i: usize| AdaInResBlock::new(inner, WIDTH, style, plan.inner(), decode.pp(i));
        let mut blocks = (0..3).map(same).collect::<candle_core::Result<Vec<_>>>()?;
        blocks.push(AdaInResBlock::new_upsampling(
            inner,
            hidden,
            style,
            plan.inner(),
            decode.pp(3),
        )?);
        Ok((encode, blocks))
    }

    /// The generator's input: `text` `[512, N]`, `f0` and `energy` `[2N]`, `timbre` `[1, 128]` to `[512, 2N]`.
    pub fn front(
        &self,
        text: &Tensor,
        f0: &Tensor,
        energy: &Tensor,
        timbre: &Tensor,
    ) -> candle_core::Result<Tensor> {
        self.front_columns(&text.t()?.contiguous()?, f0, energy, timbre)?.t()?.contiguous()
    }

    /// The same for `text` `[N, 512]`, to `[2N, 512]`.
    fn front_columns(
        &self,
        text: &Tensor,
        f0: &Tensor,
        energy: &Tensor,
        timbre: &Tensor,
    ) -> candle_core::Result<Tensor> {
        let f0 = self.f0_conv.forward(&f0.unsqueeze(1)?)?;
        let energy = self.energy_conv.forward(&energy.unsqueeze(1)?)?;
        let text_residual = self.text_residual.forward(text)?;
        let mut xs = self.encode.forward(&Tensor::cat(&[text, &f0, &energy], 1)?, timbre)?;
        for block in &self.decode {
            xs = block.forward(&Tensor::cat(&[&xs, &text_residual, &f0, &energy], 1)?, timbre)?;
        }
        Ok(xs)
    }

    /// The second half, for those who have the first half's output: see [`Generator::forward`].
    pub fn generator(&self) -> &Generator {
        &self.generator
    }
}

impl SpectrumDecoder for Decoder {
    fn decode(&self, features: &Features) -> Result<Decoded, Error> {
        features.check(&self.config)?;
        let logits = on_pool(|| self.logits(features))?;
        Ok(Decoded { logits, report: DecodeReport::cpu(self.precision) })
    }
}

impl Decoder {
    /// Logits `[22, F]` of features of the right lengths.
    fn logits(&self, features: &Features) -> Result<Vec<f32>, Error> {
        let (frames, columns) = (features.frames, self.config.columns(features.frames));
        let tensor =
            |values: &[f32], shape: &[usize]| Tensor::from_slice(values, shape, &Device::Cpu);
        let timbre = tensor(&features.timbre, &[1, self.config.style_dim])?;
        let curve = |values: &[f32]| tensor(values, &[2 * frames]);
        let text = columns_first(&features.text, self.config.hidden_dim)?;
        let xs =
            self.front_columns(&text, &curve(&features.f0)?, &curve(&features.energy)?, &timbre)?;
        let harmonics = columns_first(&features.harmonics, self.config.spectrum_rows())?;
        let logits = self.generator.forward_columns(xs, harmonics, &timbre)?;
        Ok(with_values(&logits, |logits| transposed(logits, columns))?)
    }
}

/// `[channels, len]` to a tensor `[len, channels]`.
fn columns_first(values: &[f32], channels: usize) -> candle_core::Result<Tensor> {
    let len = values.len() / channels;
    Tensor::from_vec(transposed(values, channels), (len, channels), &Device::Cpu)
}

/// The columns of an array of `rows` rows as rows.
fn transposed(values: &[f32], rows: usize) -> Vec<f32> {
    let len = values.len() / rows.max(1);
    (0..values.len()).map(|at| values[at % rows * len + at / rows]).collect()
}

/// A [`Decoder`] that reads its weights when it is first asked: for programs in which another decoder does the work and this one
/// stands by.
pub struct LazyDecoder {
    config: Config,
    plan: PrecisionPlan,
    vb: VarBuilder<'static>,
    decoder: OnceLock<Decoder>,
}

impl LazyDecoder {
    /// Will read everything under `decoder`.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder<'static>) -> Self {
        Self { config: config.clone(), plan, vb: vb.pp("decoder"), decoder: OnceLock::new() }
    }
}

impl SpectrumDecoder for LazyDecoder {
    fn decode(&self, features: &Features) -> Result<Decoded, Error> {
        if let Some(decoder) = self.decoder.get() {
            return decoder.decode(features);
        }
        // Two threads may both read; the second's copy is dropped.
        let decoder = Decoder::new(&self.config, self.plan, self.vb.clone())?;
        self.decoder.get_or_init(|| decoder).decode(features)
    }
}
