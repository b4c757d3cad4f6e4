//! How much of the sound's error each convolution is to blame for, and so which of them stay in f32.
//!
//! The sweep codes one convolution at a time in 8 bits and leaves all others in f32. Its result for the official weights is
//! committed as `sensitivity.tsv`, and decides.

use std::fmt::Write;
use std::sync::LazyLock;

use kokoro_core::Config;
use kokoro_metrics::log_mel_distance;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::inputs::Feeds;
use kokoro_vocoder::{Istft, Spectrum};

use crate::Result;
use crate::exporter::Exporter;
use crate::graph::{Conv, Graph};
use crate::interpret::{Interpreter, Observer};
use crate::phrases::{Phrase, parse_phrases};
use crate::quantize::{Calibration, FakeQuant, Scheme, fake_weights};

/// A convolution stays in f32, in every precision, if that buys this many dB for each per cent of the multiply-adds, which is what it
/// costs. Ahead of the threshold are `conv_post`, whose 7 dB are the argument of an exponential, and small layers, all for 1 % of
/// the work. Behind it the big layers begin: `ups.1` has more dB, but at 0.20 for each per cent.
pub const FLOAT_FROM_DB_PER_CENT: f64 = 0.25;

/// The two upsamplers stay in f32 beside those. Alone they do little, but they stand before everything that follows: together they brought
/// three utterances that are in no calibration from 1.01 to 0.90 dB, for a thirtieth of the multiply-adds.
const UPSAMPLERS: [&str; 2] = ["generator.ups.0", "generator.ups.1"];

/// What [`sweep`] found for the official weights; its first lines say how to make it again.
const MEASURED: &str = include_str!("sensitivity.tsv");
/// What the sweep listens to: in no calibration and no test, so that the table is not fitted to either.
const HELD_OUT: &str = include_str!("held_out.tsv");

/// What coding one convolution in 8 bits does.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// The convolution's name.
    pub conv: String,
    /// Its share of the segment's multiply-adds, 0 to 1.
    pub share: f64,
    /// Mean log-mel distance to the sound in f32, in dB.
    pub distance_db: f64,
}

/// The committed held-out phrases.
pub fn held_out() -> Vec<Phrase> {
    parse_phrases(HELD_OUT)
}

/// The committed table, most sensitive first.
pub fn measured() -> &'static [Sensitivity] {
    static TABLE: LazyLock<Vec<Sensitivity>> = LazyLock::new(|| {
        let line = |line: &str| {
            let mut fields = line.split('\t');
            let conv = fields.next()?.to_owned();
            let share: f64 = fields.next()?.parse().ok()?;
            Some(Sensitivity {
                conv,
                share: share / 100.0,
                distance_db: fields.next()?.parse().ok()?,
            })
        };
        MEASURED.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
    });
    &TABLE
}

/// Whether a convolution stays in f32: by the table, or as one of the two upsamplers.
pub fn stays_float(conv: &str) -> bool {
    let pays = |row: &Sensitivity| row.distance_db >= FLOAT_FROM_DB_PER_CENT * 100.0 * row.share;
    UPSAMPLERS.contains(&conv) || measured().iter().any(|row| row.conv == conv && pays(row))
}

/// Codes each convolution alone in 8 bits, with ranges from `calibration`, and measures what that does to `phrases`; most sensitive
/// first. `progress` gets convolutions done and convolutions in all.
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

/// Rows as `sensitivity.tsv` has them: name, share of the multiply-adds in per cent, dB.
pub fn table(rows: &[Sensitivity]) -> String {
    let mut text = String::from(
        "# Log-mel distance (dB) to the sound in f32 when only this convolution is coded in 8 bits, over the phrases of held_out.tsv,\n\
         # with ranges from calibration.tsv. Made by: kokoro npu sensitivity -o kokoro-export/src/quantize/sensitivity.tsv\n\
         # convolution\tper cent of the multiply-adds\tdB\n",
    );
    for Sensitivity { conv, share, distance_db } in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{conv}\t{:.3}\t{distance_db:.4}", 100.0 * share);
    }
    text
}

/// Products of a convolution that makes so many columns.
fn multiply_adds(conv: &Conv, columns: usize) -> f64 {
    conv.weight.len() as f64 * columns as f64
}

/// An utterance as it sounds in f32.
struct Reference {
    graph: Graph,
    feeds: Feeds,
    istft: Istft,
    sound: Vec<f32>,
}

impl Reference {
    fn new(exporter: &Exporter, phrase: &Phrase) -> Result<Self> {
        let features = exporter.features(phrase)?;
        let graph = exporter.graph(features.frames);
        let feeds = exporter.feeds(&features, &graph)?;
        let config: &Config = exporter.config();
        let istft = Istft::new(config.stft()).map_err(kokoro_core::Error::from)?;
        let mut reference = Self { graph, feeds, istft, sound: Vec::new() };
        reference.sound = reference.sound(&reference.graph, &mut ())?;
        Ok(reference)
    }

    fn sound(&self, graph: &Graph, observer: &mut dyn Observer) -> Result<Vec<f32>> {
        let logits = Interpreter::new(graph)?.run(&self.feeds, observer)?;
        let sound =
            Spectrum::from_logits(&logits).and_then(|spectrum| self.istft.process(&spectrum));
        Ok(sound.map_err(kokoro_core::Error::from)?)
    }

    /// In dB, of the sound under a scheme.
    fn distance(&self, scheme: &Scheme) -> Result<f64> {
        let coded = self.sound(&fake_weights(&self.graph, scheme), &mut FakeQuant(scheme))?;
        Ok(log_mel_distance(&coded, &self.sound))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let written = table(measured());
        assert_eq!(written, MEASURED);
        assert!(measured().is_sorted_by(|a, b| a.distance_db >= b.distance_db));
        let share: f64 = measured().iter().map(|row| row.share).sum();
        assert!((share - 1.0).abs() < 1e-3, "the shares add up to {share}");
    }

    #[test]
    fn little_stays_float_and_it_pays() {
        for conv in
            ["F0_conv", "N_conv", "generator.noise_convs.1", "generator.conv_post", "encode.conv1"]
        {
            assert!(stays_float(conv), "{conv}");
        }
        assert!(!stays_float("generator.resblocks.3.convs1.0"));
        let share: f64 =
            measured().iter().filter(|row| stays_float(&row.conv)).map(|row| row.share).sum();
        assert!(share < 0.045, "{share} of the multiply-adds would stay float");
        assert_eq!(held_out().len(), 2);
    }
}
