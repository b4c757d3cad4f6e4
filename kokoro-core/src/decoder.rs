//! The decoder on the CPU: features to the generator's input, then the generator. Upstream:
//! `istftnet.py::Decoder`.

use candle_core::{Device, Result, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Geometry, Precision};

use crate::architecture::{
    CURVE_KERNEL, CURVE_VALUES_PER_FRAME, DECODE_BLOCKS, DECODER_WIDTH, SPECTRUM_ROWS,
    TEXT_RESIDUAL_WIDTH, columns,
};
use crate::generator::Generator;
use crate::nn::{AdaInResBlock, Conv1d, Pass, transposed, with_values};
use crate::pool::on_pool;
use crate::{
    CancelToken, Config, DecodeReport, Decoded, Error, Features, PrecisionPlan, SpectrumDecoder,
};

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
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self> {
        // Reading and packing these is most of loading a model.
        let blocks = || Self::blocks(config, plan, &vb);
        let generator = || Generator::new(config, plan, vb.pp("generator"));
        let (blocks, generator) = rayon::join(blocks, generator);
        let (encode, decode) = blocks?;

        let stride = CURVE_VALUES_PER_FRAME;
        let halve = Geometry { kernel: CURVE_KERNEL, stride, dilation: 1, padding: 1 };
        let curve = |name: &str| Conv1d::new(1, 1, halve, plan.edges(), vb.pp(name));
        let (hidden, pointwise) = (config.hidden_dim, Geometry::default());
        let text = vb.pp("asr_res").pp(0);
        Ok(Self {
            f0_conv: curve("F0_conv")?,
            energy_conv: curve("N_conv")?,
            encode,
            text_residual: Conv1d::new(hidden, TEXT_RESIDUAL_WIDTH, pointwise, plan.edges(), text)?,
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
    ) -> Result<(AdaInResBlock, Vec<AdaInResBlock>)> {
        let (hidden, style, precision) = (config.hidden_dim, config.style_dim, plan.inner());
        let curves = 2; // F0 and energy are a channel each
        let width = DECODER_WIDTH;
        let encode = AdaInResBlock::new(hidden + curves, width, style, precision, vb.pp("encode"))?;
        let (inner, decode) = (width + TEXT_RESIDUAL_WIDTH + curves, vb.pp("decode"));
        let last = DECODE_BLOCKS - 1;
        let block = |i: usize| AdaInResBlock::new(inner, width, style, precision, decode.pp(i));
        let mut blocks = (0..last).map(block).collect::<Result<Vec<_>>>()?;
        let vb = decode.pp(last);
        blocks.push(AdaInResBlock::new_upsampling(inner, hidden, style, precision, vb)?);
        Ok((encode, blocks))
    }

    /// The generator's input: `text` `[N, 512]`, `f0` and `energy` `[2N]` to `[2N, 512]`.
    pub fn front(
        &self,
        text: &Tensor,
        f0: &Tensor,
        energy: &Tensor,
        pass: &Pass,
    ) -> Result<Tensor> {
        let f0 = self.f0_conv.forward(&f0.unsqueeze(1)?)?;
        let energy = self.energy_conv.forward(&energy.unsqueeze(1)?)?;
        let text_residual = self.text_residual.forward(text)?;
        let mut xs = self.encode.forward(&Tensor::cat(&[text, &f0, &energy], 1)?, pass)?;
        for block in &self.decode {
            xs = block.forward(&Tensor::cat(&[&xs, &text_residual, &f0, &energy], 1)?, pass)?;
        }
        Ok(xs)
    }

    /// The second half, for those who have the first half's output: see [`Generator::forward`].
    pub fn generator(&self) -> &Generator {
        &self.generator
    }

    /// Logits `[22, F]` of features of the right lengths. Here the layout changes, from that of
    /// [`Features`] and back.
    fn logits(&self, features: &Features, cancel: &CancelToken) -> Result<Vec<f32>> {
        let curve = |values: &[f32]| Tensor::from_slice(values, values.len(), &Device::Cpu);
        let timbre = curve(&features.timbre)?.unsqueeze(0)?;
        let pass = Pass::new(&timbre).with_cancel(cancel);
        let text = time_first(&features.text, self.config.hidden_dim)?;
        let xs = self.front(&text, &curve(&features.f0)?, &curve(&features.energy)?, &pass)?;
        let harmonics = time_first(&features.harmonics, SPECTRUM_ROWS)?;
        let logits = self.generator.forward(xs, harmonics, &pass)?;
        with_values(&logits, |logits| transposed(logits, columns(features.frames)))
    }
}

impl SpectrumDecoder for Decoder {
    /// A cancel takes effect at the end of the block of columns that each thread is at: a few
    /// milliseconds of work, whatever the number of frames.
    fn decode(
        &self,
        features: &Features,
        cancel: &CancelToken,
    ) -> std::result::Result<Decoded, Error> {
        features.check(&self.config)?;
        cancel.check()?;
        let logits = on_pool(|| self.logits(features, cancel));
        cancel.check()?; // a layer that was stopped has failed, in its own words
        let logits = logits?;
        Ok(Decoded { logits, report: DecodeReport::cpu(self.precision) })
    }
}

/// `[channels, len]` to a tensor `[len, channels]`.
fn time_first(values: &[f32], channels: usize) -> Result<Tensor> {
    let shape = (values.len() / channels, channels);
    Tensor::from_vec(transposed(values, channels), shape, &Device::Cpu)
}
