//! The decoder on the CPU: features to the generator's input, then the generator. Upstream:
//! `istftnet.py::Decoder`.

use std::ops::Range;

use candle_core::{Device, Result, Tensor};
use candle_nn::VarBuilder;
use kokoro_kernels::{Geometry, Moments, Precision};

use crate::architecture::{
    COLUMNS_PER_FRAME, CURVE_KERNEL, CURVE_VALUES_PER_FRAME, DECODE_BLOCKS, DECODER_WIDTH,
    SPECTRUM_ROWS, TEXT_RESIDUAL_WIDTH, columns,
};
use crate::generator::Generator;
use crate::nn::{AdaInResBlock, Conv1d, Pass, transposed, with_values};
use crate::pool::on_pool;
use crate::{
    Calibration, CancelToken, Config, DecodeReport, Decoded, Error, Features, PrecisionPlan,
    SpectrumDecoder,
};

/// Frames on either side on which a frame's logits depend through the generator's convolutions.
/// Of the first stage, the widest stack reaches 60 columns and the one on its source 36, of 20 a
/// frame; of the second, both reach 60, of 120 a frame. Upsamplings and `conv_post` add less than
/// a frame.
const GENERATOR_REACH: usize = 7;

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
        pass: &mut Pass,
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

    /// The generator's input for features of the right lengths.
    fn front_of(&self, features: &Features, pass: &mut Pass) -> Result<Tensor> {
        let text = time_first(&features.text, self.config.hidden_dim)?;
        self.front(&text, &row(&features.f0)?, &row(&features.energy)?, pass)
    }

    /// Logits `[22, F]` of features of the right lengths. Here the layout changes, from that of
    /// [`Features`] and back.
    fn logits(&self, features: &Features, cancel: &CancelToken) -> Result<Vec<f32>> {
        let timbre = row(&features.timbre)?.unsqueeze(0)?;
        let mut pass = Pass::new(&timbre).with_cancel(cancel);
        let xs = self.front_of(features, &mut pass)?;
        let harmonics = time_first(&features.harmonics, SPECTRUM_ROWS)?;
        let logits = self.generator.forward(xs, harmonics, &mut pass)?;
        with_values(&logits, |logits| transposed(logits, columns(features.frames)))
    }

    /// The moments that the generator's normalisations measure.
    fn moments(&self, features: &Features, cancel: &CancelToken) -> Result<Vec<Moments>> {
        let timbre = row(&features.timbre)?.unsqueeze(0)?;
        let xs = self.front_of(features, &mut Pass::new(&timbre).with_cancel(cancel))?;
        let harmonics = time_first(&features.harmonics, SPECTRUM_ROWS)?;
        let mut pass = Pass::new(&timbre).with_cancel(cancel).recording();
        self.generator.forward(xs, harmonics, &mut pass)?;
        Ok(pass.into_moments())
    }

    /// Logits of `part`. The front, which is a twentieth of the work, sees the whole utterance; the
    /// generator sees the part and what its convolutions reach on either side.
    fn part_logits(
        &self,
        features: &Features,
        part: Range<usize>,
        moments: &[Moments],
        cancel: &CancelToken,
    ) -> Result<Vec<f32>> {
        let timbre = row(&features.timbre)?.unsqueeze(0)?;
        let xs = self.front_of(features, &mut Pass::new(&timbre).with_cancel(cancel))?;
        let first = part.start.saturating_sub(GENERATOR_REACH);
        let frames = (part.end + GENERATOR_REACH).min(features.frames) - first;
        let rows = CURVE_VALUES_PER_FRAME;
        let xs = xs.narrow(0, rows * first, rows * frames)?;
        let seen = COLUMNS_PER_FRAME * first..COLUMNS_PER_FRAME * first + columns(frames);
        let harmonics: Vec<f32> = columns_of(&features.harmonics, SPECTRUM_ROWS, seen);
        let harmonics =
            Tensor::from_vec(harmonics, (columns(frames), SPECTRUM_ROWS), &Device::Cpu)?;
        let mut pass = Pass::new(&timbre).with_cancel(cancel).with_moments(moments);
        let logits = self.generator.forward(xs, harmonics, &mut pass)?;
        let halo = COLUMNS_PER_FRAME * (part.start - first);
        let logits = logits.narrow(0, halo, columns(part.len()))?;
        with_values(&logits, |logits| transposed(logits, columns(part.len())))
    }

    /// Checks features and token, runs layers, and says what became of them.
    fn run<T: Send>(
        &self,
        features: &Features,
        cancel: &CancelToken,
        layers: impl FnOnce() -> Result<T> + Send,
    ) -> std::result::Result<T, Error> {
        features.check(&self.config)?;
        cancel.check()?;
        let found = on_pool(layers);
        cancel.check()?; // a layer that was stopped has failed, in its own words
        Ok(found?)
    }

    fn decoded(&self, logits: Vec<f32>) -> Decoded {
        Decoded { logits, report: DecodeReport::cpu(self.precision) }
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
        let logits = self.run(features, cancel, || self.logits(features, cancel))?;
        Ok(self.decoded(logits))
    }

    fn calibrate(
        &self,
        features: &Features,
        cancel: &CancelToken,
    ) -> std::result::Result<Calibration, Error> {
        let moments = self.run(features, cancel, || self.moments(features, cancel))?;
        Ok(Calibration::new(moments))
    }

    fn decode_part(
        &self,
        features: &Features,
        part: Range<usize>,
        calibration: &Calibration,
        cancel: &CancelToken,
    ) -> std::result::Result<Decoded, Error> {
        let (frames, expected) = (part.len(), features.frames);
        if part.is_empty() || part.end > expected {
            return Err(Error::Length { field: "part", frames, expected, found: part.end });
        }
        let moments = calibration.moments();
        let logits = || self.part_logits(features, part, moments, cancel);
        let logits = self.run(features, cancel, logits)?;
        Ok(self.decoded(logits))
    }
}

fn row(values: &[f32]) -> Result<Tensor> {
    Tensor::from_slice(values, values.len(), &Device::Cpu)
}

/// `[channels, len]` to a tensor `[len, channels]`.
fn time_first(values: &[f32], channels: usize) -> Result<Tensor> {
    let shape = (values.len() / channels, channels);
    Tensor::from_vec(transposed(values, channels), shape, &Device::Cpu)
}

/// Some columns of `[channels, len]`, one after the other.
fn columns_of(values: &[f32], channels: usize, columns: Range<usize>) -> Vec<f32> {
    let len = values.len() / channels;
    columns.flat_map(|t| (0..channels).map(move |c| values[c * len + t])).collect()
}
