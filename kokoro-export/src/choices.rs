//! Two choices of the quantiser, weighed by what they do to the sound: how much of each channel is
//! clipped (`CLIPPED` of `quantize/ranges.rs`), and whether the upsamplers stay in f32
//! (`UPSAMPLERS` of `quantize/sensitivity.rs`).

use kokoro_npu::SegmentPrecision;

use crate::Result;
use crate::exporter::Exporter;
use crate::graph::ConvNode;
use crate::phrases::{chosen_on, phrases};
use crate::quantize::{Calibration, Scheme, UPSAMPLERS, pays};
use crate::sweep::Reference;

/// Shares of a channel's columns that are weighed against each other.
const SHARES: [f64; 4] = [1e-4, 3e-4, 1e-3, 3e-3];

/// A choice, and what 8-bit codes then do to the sound.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Choice {
    /// Share of each channel's columns that may lie beyond the range of the codes.
    pub clipped: f64,
    /// Convolutions that stay in f32 although the table of sensitivity does not say so.
    pub float: &'static [&'static str],
    /// Log-mel distance to the sound in f32 of each utterance, in dB.
    pub distances_db: Vec<f64>,
}

impl Choice {
    /// The mean over utterances, in dB.
    pub fn mean_db(&self) -> f64 {
        self.distances_db.iter().sum::<f64>() / self.distances_db.len() as f64
    }

    /// The utterance that is furthest off, in dB.
    pub fn worst_db(&self) -> f64 {
        self.distances_db.iter().copied().fold(0.0, f64::max)
    }
}

/// Codes the phrases of [`chosen_on`] in 8 bits with every choice. `each` gets a choice as
/// soon as it is measured.
///
/// # Errors
/// Those of the model.
pub fn weigh_choices(exporter: &Exporter, mut each: impl FnMut(&Choice)) -> Result<()> {
    let utterances = chosen_on();
    let references = utterances.iter().map(|phrase| Reference::new(exporter, phrase));
    let references = references.collect::<Result<Vec<_>>>()?;
    let graph = exporter.graph(1);
    for clipped in SHARES {
        let calibration = Calibration::clipping(clipped);
        let calibration = exporter.listen(calibration, &phrases(), |_, _| ())?;
        for float in [&UPSAMPLERS[..], &[]] {
            let coded = |name: &str, conv: &ConvNode| {
                !conv.depthwise && !pays(name) && !float.contains(&name)
            };
            let scheme = Scheme::of(&graph, &calibration, SegmentPrecision::Int8, coded);
            let distances = references.iter().map(|reference| reference.distance(&scheme));
            let distances_db = distances.collect::<Result<_>>()?;
            each(&Choice { clipped, float, distances_db });
        }
    }
    Ok(())
}
