//! Turns the features of an utterance into the inputs of a segment: padded to its capacity, with
//! masks, and with `γ` and `β` of every normalisation.

use std::collections::BTreeMap;

use candle_core::{Device, Tensor};
use candle_nn::{Linear, Module, VarBuilder, linear};
use kokoro_core::{Config, Features};

use crate::segment::{FEATURES, Rate, SegmentInput, affine_names, mask_name, ratio_name};
use crate::{Error, Result};

/// Columns of each of [`FEATURES`].
const FEATURE_RATES: [Rate; 4] = [Rate::Frames, Rate::Curves, Rate::Curves, Rate::Columns];

/// `γ` and `β` of every normalisation of a segment, as a linear function of the timbre. Computed
/// here, in f32 on the CPU, because they are tiny and everything behind them is sensitive to them.
#[derive(Debug)]
pub struct StyleAffines(Vec<(String, Linear)>);

impl StyleAffines {
    /// Reads `decoder.<name>.fc` of each normalisation, given by name and channels.
    ///
    /// # Errors
    /// [`Error::Tensor`] if there is no such layer in the weights.
    pub fn new<'a>(
        norms: impl IntoIterator<Item = (&'a str, usize)>,
        config: &Config,
        vb: &VarBuilder,
    ) -> Result<Self> {
        let layer = |(name, channels): (&str, usize)| {
            let vb = vb.pp("decoder").pp(name).pp("fc");
            Ok((name.to_owned(), linear(config.style_dim, 2 * channels, vb)?))
        };
        Ok(Self(norms.into_iter().map(layer).collect::<Result<_>>()?))
    }

    /// `1 + γ` and `β`, `[channels]` each, by the name of the normalisation.
    fn evaluate(&self, timbre: &[f32]) -> Result<BTreeMap<String, Affine>> {
        let timbre = Tensor::from_slice(timbre, (1, timbre.len()), &Device::Cpu)?;
        let evaluate = |(name, layer): &(String, Linear)| {
            let values: Vec<f32> = layer.forward(&timbre)?.flatten_all()?.to_vec1()?;
            let (gamma, beta) = values.split_at(values.len() / 2);
            Ok((
                name.clone(),
                Affine { gamma: gamma.iter().map(|g| 1.0 + g).collect(), beta: beta.into() },
            ))
        };
        self.0.iter().map(evaluate).collect()
    }
}

/// What follows a normalisation: `gamma · x + beta`, channel by channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Affine {
    /// Upstream's `1 + γ`.
    pub gamma: Vec<f32>,
    /// `β`.
    pub beta: Vec<f32>,
}

/// Everything that a segment is fed for one utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Feeds {
    /// Frames of the utterance.
    pub frames: usize,
    /// Frames that fit.
    pub capacity: usize,
    /// [`FEATURES`], each `[channels, columns of the capacity]`, zero after the utterance.
    pub features: BTreeMap<&'static str, Vec<f32>>,
    /// By the name of the normalisation.
    pub affines: BTreeMap<String, Affine>,
}

impl Feeds {
    /// Pads the features to a capacity.
    ///
    /// # Errors
    /// [`Error::Capacity`] if the utterance is longer; [`Error::Model`] if the lengths of the
    /// features are not those of their number of frames.
    pub fn new(
        features: &Features,
        capacity: usize,
        config: &Config,
        affines: &StyleAffines,
    ) -> Result<Self> {
        features.check(config)?;
        let frames = features.frames;
        if frames > capacity {
            return Err(Error::Capacity { capacity, found: frames });
        }
        let rows = [&features.text, &features.f0, &features.energy, &features.harmonics];
        let padded = rows
            .iter()
            .zip(FEATURE_RATES)
            .map(|(values, rate)| pad(values, rate.columns(frames), rate.columns(capacity)));
        Ok(Self {
            frames,
            capacity,
            features: FEATURES.into_iter().zip(padded).collect(),
            affines: affines.evaluate(&features.timbre)?,
        })
    }

    /// Every input of the lowered model.
    pub fn inputs(&self) -> Vec<SegmentInput> {
        let features = FEATURES.into_iter().zip(FEATURE_RATES).map(|(name, rate)| {
            let values = &self.features[name];
            SegmentInput::new(
                name.into(),
                values.len() / rate.columns(self.capacity),
                values.clone(),
            )
        });
        let affines = self.affines.iter().flat_map(|(name, affine)| {
            let [gamma, beta] = affine_names(name);
            [(gamma, &affine.gamma), (beta, &affine.beta)]
                .map(|(name, values)| SegmentInput::new(name, values.len(), values.clone()))
        });
        let masks = Rate::MASKED.into_iter().flat_map(|rate| {
            let (mask, ratio) = (self.mask(rate), self.ratio(rate));
            [
                SegmentInput::new(mask_name(rate), 1, mask),
                SegmentInput::new(ratio_name(rate), 1, vec![ratio]),
            ]
        });
        features.chain(affines).chain(masks).collect()
    }

    /// Ones in the utterance's columns, zeros after them.
    pub fn mask(&self, rate: Rate) -> Vec<f32> {
        let valid = rate.columns(self.frames);
        (0..rate.columns(self.capacity)).map(|t| if t < valid { 1.0 } else { 0.0 }).collect()
    }

    /// Columns of the capacity over columns of the utterance: what turns a mean over all into a
    /// mean over the valid ones.
    pub fn ratio(&self, rate: Rate) -> f32 {
        rate.columns(self.capacity) as f32 / rate.columns(self.frames) as f32
    }
}

/// Rows of `len` columns to rows of `capacity` columns, with zeros.
fn pad(values: &[f32], len: usize, capacity: usize) -> Vec<f32> {
    let rows = values.chunks(len);
    rows.flat_map(|row| row.iter().copied().chain(std::iter::repeat_n(0.0, capacity - len)))
        .collect()
}

/// Rows of an utterance's columns to rows of a capacity's, with zeros: for logits, `[22, 120 N +
/// 1]`.
pub fn extend(logits: &[f32], frames: usize, capacity: usize) -> Vec<f32> {
    pad(logits, Rate::Columns.columns(frames), Rate::Columns.columns(capacity))
}

/// The reverse of [`extend`].
pub fn trim(logits: &[f32], capacity: usize, frames: usize) -> Vec<f32> {
    let (columns, valid) = (Rate::Columns.columns(capacity), Rate::Columns.columns(frames));
    logits.chunks(columns).flat_map(|row| &row[..valid]).copied().collect()
}
