//! Measures how much of the sound's error each convolution is to blame for.

use kokoro_metrics::log_mel_distance;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::inputs::Feeds;

use crate::Result;
use crate::exporter::Exporter;
use crate::graph::{ConvNode, SegmentGraph};
use crate::interpret::{Interpreter, Observer};
use crate::phrases::Phrase;
use crate::quantize::{Calibration, FakeQuant, Scheme, Sensitivity, fake_weights};

/// Codes each convolution alone in 8 bits, with ranges from `calibration`, and measures what that
/// does to `phrases`; most sensitive first. `progress` gets convolutions done and convolutions in
/// all.
///
/// # Errors
/// Phrases that the model refuses.
pub fn sweep(
    exporter: &Exporter,
    calibration: &Calibration,
    phrases: &[Phrase],
    mut progress: impl FnMut(usize, usize),
) -> Result<Vec<Sensitivity>> {
    let references = phrases.iter().map(|phrase| Reference::new(exporter, phrase));
    let references = references.collect::<Result<Vec<_>>>()?;
    let graph = exporter.graph(1);
    let all: f64 =
        graph.convs().map(|(value, conv)| multiply_adds(conv, graph.columns(value))).sum();
    let mut rows = Vec::new();
    for (done, (value, conv)) in graph.convs().enumerate() {
        progress(done, graph.convs().count());
        let name = &graph.node(value).name;
        let scheme =
            Scheme::of(&graph, calibration, SegmentPrecision::Int8, |other, _| other == name);
        let distances = references.iter().map(|reference| reference.distance(&scheme));
        let distance_db = distances.sum::<Result<f64>>()? / references.len() as f64;
        let share = multiply_adds(conv, graph.columns(value)) / all;
        rows.push(Sensitivity { conv: name.clone(), share, distance_db });
    }
    progress(rows.len(), rows.len());
    rows.sort_by(|a, b| b.distance_db.total_cmp(&a.distance_db));
    Ok(rows)
}

/// Multiply-adds of a convolution whose output has `columns` columns.
fn multiply_adds(conv: &ConvNode, columns: usize) -> f64 {
    conv.weight.len() as f64 * columns as f64
}

/// An utterance as it sounds in f32.
pub(crate) struct Reference<'a> {
    exporter: &'a Exporter,
    graph: SegmentGraph,
    feeds: Feeds,
    sound: Vec<f32>,
}

impl<'a> Reference<'a> {
    pub fn new(exporter: &'a Exporter, phrase: &Phrase) -> Result<Self> {
        let features = exporter.features(phrase)?;
        let graph = exporter.graph(features.frames);
        let feeds = exporter.feeds(&features, &graph)?;
        let mut reference = Self { exporter, graph, feeds, sound: Vec::new() };
        reference.sound = reference.sound(&reference.graph, &mut ())?;
        Ok(reference)
    }

    fn sound(&self, graph: &SegmentGraph, observer: &mut dyn Observer) -> Result<Vec<f32>> {
        let logits = Interpreter::new(graph)?.run(&self.feeds, observer)?;
        Ok(self.exporter.model().vocode(&logits, graph.frames)?)
    }

    /// The log-mel distance, in dB, from this sound to that of the same utterance under a scheme.
    pub fn distance(&self, scheme: &Scheme) -> Result<f64> {
        let mut codes = FakeQuant::new(scheme);
        let coded = self.sound(&fake_weights(&self.graph, scheme), &mut codes)?;
        Ok(log_mel_distance(&coded, &self.sound))
    }
}
