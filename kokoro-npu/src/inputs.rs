//! The features of an utterance in the form that a segment of fixed capacity takes.

use std::collections::BTreeMap;

use candle_core::{Device, Tensor};
use candle_nn::{Linear, Module, VarBuilder, linear};
use kokoro_core::{Config, Features};

use crate::describe::FEATURES;
use crate::graph::{Graph, Op, Rate};
use crate::{Error, Result};

/// `γ` and `β` of every [`Op::AdaIn`] of a segment, as a linear function of the timbre. Computed here, in f32 on the CPU, because they
/// are tiny and everything behind them is sensitive to them.
#[derive(Debug)]
pub struct StyleAffines(Vec<(String, Linear)>);

impl StyleAffines {
    /// Reads `decoder.<name>.fc` of every normalisation in the graph.
    pub fn new(graph: &Graph, config: &Config, vb: &VarBuilder) -> Result<Self> {
        let norms = graph.nodes.iter().filter(|node| node.op == Op::AdaIn);
        let layer = |node: &crate::graph::Node| {
            let vb = vb.pp("decoder").pp(&node.name).pp("fc");
            Ok((node.name.clone(), linear(config.style_dim, 2 * node.channels, vb)?))
        };
        Ok(Self(norms.map(layer).collect::<Result<_>>()?))
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
    /// [`FEATURES`], each `[channels, columns of the capacity]`, zero after the utterance.
    pub features: BTreeMap<&'static str, Vec<f32>>,
    /// By the name of the normalisation.
    pub affines: BTreeMap<String, Affine>,
}

impl Feeds {
    /// Pads the features to the graph's capacity.
    ///
    /// # Errors
    /// [`Error::Capacity`] if the utterance is longer; [`Error::Model`] if the features do not fit their own length.
    pub fn new(
        features: &Features,
        graph: &Graph,
        config: &Config,
        affines: &StyleAffines,
    ) -> Result<Self> {
        features.check(config)?;
        let frames = features.frames;
        if frames > graph.frames {
            return Err(Error::Capacity { capacity: graph.frames, found: frames });
        }
        let rows = [&features.text, &features.f0, &features.energy, &features.harmonics];
        let rates = [Rate::Frames, Rate::Curves, Rate::Curves, Rate::Columns];
        let padded = rows
            .iter()
            .zip(rates)
            .map(|(values, rate)| pad(values, rate.columns(frames), rate.columns(graph.frames)));
        Ok(Self {
            frames,
            features: FEATURES.into_iter().zip(padded).collect(),
            affines: affines.evaluate(&features.timbre)?,
        })
    }

    /// Every input of the lowered model of `graph`.
    pub fn inputs(&self, graph: &Graph) -> Vec<Input> {
        let features = graph.nodes.iter().filter_map(|node| {
            let values = self.features.get(node.name.as_str()).filter(|_| node.op == Op::Input)?;
            Some(Input::new(node.name.clone(), node.channels, values.clone()))
        });
        let affines = self.affines.iter().flat_map(|(name, affine)| {
            let [gamma, beta] = affine_names(name);
            [(gamma, &affine.gamma), (beta, &affine.beta)]
                .map(|(name, values)| Input::new(name, values.len(), values.clone()))
        });
        let masks = Rate::MASKED.into_iter().flat_map(|rate| {
            let (mask, ratio) = (self.mask(rate, graph.frames), self.ratio(rate, graph.frames));
            [Input::new(mask_name(rate), 1, mask), Input::new(ratio_name(rate), 1, vec![ratio])]
        });
        features.chain(affines).chain(masks).collect()
    }

    /// Ones in the utterance's columns, zeros after them.
    pub fn mask(&self, rate: Rate, capacity: usize) -> Vec<f32> {
        let valid = rate.columns(self.frames);
        (0..rate.columns(capacity)).map(|t| if t < valid { 1.0 } else { 0.0 }).collect()
    }

    /// Columns of the capacity over columns of the utterance: what turns a mean over all into a mean over the valid ones.
    pub fn ratio(&self, rate: Rate, capacity: usize) -> f32 {
        rate.columns(capacity) as f32 / rate.columns(self.frames) as f32
    }
}

/// Name of the input with ones in the utterance's columns.
pub fn mask_name(rate: Rate) -> String {
    format!("mask.{}", rate.name())
}

/// Name of the input with the capacity's columns over the utterance's.
pub fn ratio_name(rate: Rate) -> String {
    format!("ratio.{}", rate.name())
}

/// Names of the inputs `γ` and `β` of a normalisation.
pub fn affine_names(normalisation: &str) -> [String; 2] {
    ["gamma", "beta"].map(|part| format!("{normalisation}.{part}"))
}

/// An input of a segment: name, shape `[1, C, 1, T]`, values.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// As in the model.
    pub name: String,
    /// Rank 4.
    pub shape: [usize; 4],
    /// Row by row.
    pub values: Vec<f32>,
}

impl Input {
    fn new(name: String, channels: usize, values: Vec<f32>) -> Self {
        Self { name, shape: [1, channels, 1, values.len() / channels], values }
    }
}

/// Rows of `len` columns to rows of `capacity` columns, with zeros.
fn pad(values: &[f32], len: usize, capacity: usize) -> Vec<f32> {
    let rows = values.chunks(len);
    rows.flat_map(|row| row.iter().copied().chain(std::iter::repeat_n(0.0, capacity - len)))
        .collect()
}

/// Rows of a capacity's columns to rows of an utterance's: the reverse of padding, for logits.
pub fn trim(logits: &[f32], capacity: usize, frames: usize) -> Vec<f32> {
    let (columns, valid) = (Rate::Columns.columns(capacity), Rate::Columns.columns(frames));
    logits.chunks(columns).flat_map(|row| &row[..valid]).copied().collect()
}
