//! From the weights to the files of a segment.

use std::path::{Path, PathBuf};

use candle_core::Device;
use kokoro_core::{Config, FeaturePredictor, Features, Timings, Vocab, Voice};
use kokoro_weights::Weights;

use crate::describe::describe;
use crate::graph::Graph;
use crate::inputs::{Feeds, StyleAffines};
use crate::interpret::Interpreter;
use crate::lower::lower;
use crate::quantize::{Calibration, Precision, Scheme};
use crate::segment::{Metadata, SelfTest};
use crate::{Error, Result};

/// Version of what this module writes: segments of another one are made again.
pub const EXPORTER: &str = concat!(env!("CARGO_PKG_VERSION"), "+1");

/// What the quantiser listens to: voice, speed and phonemes, all voice families and several speeds. The sentences were written
/// for this purpose, and none is in a test.
const CALIBRATION: &str = include_str!("quantize/calibration.tsv");

/// Frames a second.
const FRAME_RATE: usize = 40;

/// A segment to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Frames that fit.
    pub frames: usize,
    /// Numbers that convolutions are computed in.
    pub precision: Precision,
    /// Names of convolutions that stay in f32 beside those that always do.
    pub float: Vec<String>,
}

impl Export {
    /// A segment for `seconds` of speech.
    pub fn seconds(seconds: usize, precision: Precision) -> Self {
        Self { frames: seconds * FRAME_RATE, precision, float: Vec::new() }
    }
}

/// One utterance of the calibration.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// A voice's name.
    pub voice: String,
    /// Its speed.
    pub speed: f32,
    /// IPA.
    pub phonemes: String,
}

/// The committed calibration phrases.
pub fn phrases() -> Vec<Phrase> {
    parse_phrases(CALIBRATION)
}

/// Phrases from a table of voice, speed and phonemes.
pub(crate) fn parse_phrases(table: &str) -> Vec<Phrase> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let phrase = |line: &str| {
        let mut fields = line.split('\t');
        let (voice, speed, phonemes) =
            (fields.next()?.into(), fields.next()?.parse().ok()?, fields.next()?.into());
        Some(Phrase { voice, speed, phonemes })
    };
    lines.filter_map(phrase).collect()
}

/// Makes segments from one set of weights.
pub struct Exporter {
    weights: Weights,
    config: Config,
    vocab: Vocab,
    predictor: FeaturePredictor,
    graph: Graph,
    affines: StyleAffines,
}

impl Exporter {
    /// Reads the weights.
    ///
    /// # Errors
    /// Weights of another model, or damaged ones.
    pub fn new(weights: &Weights) -> Result<Self> {
        let config = Config::from_json(weights.config_json())?;
        let vb = weights.var_builder(&Device::Cpu);
        let predictor = FeaturePredictor::new(&config, vb.clone())?;
        let graph = describe(&config, 1, &vb)?;
        let affines = StyleAffines::of_graph(&graph, &config, &vb)?;
        Ok(Self {
            weights: weights.clone(),
            vocab: Vocab::new(&config),
            config,
            predictor,
            graph,
            affines,
        })
    }

    /// The model's numbers.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The segment as a graph.
    pub fn graph(&self, frames: usize) -> Graph {
        self.graph.with_frames(frames)
    }

    /// What the decoder is given for a phrase, with noise of seed 0.
    pub fn features(&self, phrase: &Phrase) -> Result<Features> {
        let tokens = self.vocab.encode(&phrase.phonemes)?;
        let style = Voice::new(self.weights.voice(&phrase.voice)?, &self.config)?
            .style(tokens.phonemes().len());
        Ok(self.predictor.predict(&tokens, &style, phrase.speed, 0, &mut Timings::default())?.0)
    }

    /// Features in the form that a graph takes.
    pub fn feeds(&self, features: &Features, graph: &Graph) -> Result<Feeds> {
        Feeds::new(features, graph.frames, &self.config, &self.affines)
    }

    /// The ranges of all convolutions over some phrases. `progress` gets phrases done and phrases in all.
    pub fn calibrate(
        &self,
        precision: Precision,
        phrases: &[Phrase],
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Calibration> {
        let mut calibration = Calibration::new(precision);
        for (done, phrase) in phrases.iter().enumerate() {
            progress(done, phrases.len());
            let features = self.features(phrase)?;
            let graph = self.graph(features.frames);
            let feeds = self.feeds(&features, &graph)?;
            Interpreter::new(&graph)?
                .run(&feeds, &mut calibration.observer(&graph, features.frames))?;
        }
        progress(phrases.len(), phrases.len());
        Ok(calibration)
    }

    /// Makes a segment and writes it into `folder`; gives the path of the model. Beside it lies what a device is tested with.
    ///
    /// # Errors
    /// [`Error::Io`]; a file that could not be written completely is not there.
    pub fn export(
        &self,
        export: &Export,
        folder: &Path,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<PathBuf> {
        let graph = self.graph(export.frames);
        let scheme = match export.precision {
            Precision::F32 => Scheme::default(),
            precision => {
                let calibration = self.calibrate(precision, &phrases(), &mut progress)?;
                let float: Vec<&str> = export.float.iter().map(String::as_str).collect();
                Scheme::new(&graph, &calibration, precision, &float)
            }
        };
        let metadata = Metadata {
            frames: export.frames,
            precision: export.precision,
            weights: self.weights.identity().to_string(),
            exporter: EXPORTER.into(),
        };
        let mut model = lower(&graph, &scheme, export.precision)?;
        metadata.write(&mut model);
        let self_test = self.self_test(&graph)?;
        std::fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
        let path = folder.join(metadata.file_name());
        self_test.write(&SelfTest::path(&path))?;
        crate::segment::write(&path, &model.write())?;
        Ok(path)
    }

    /// Real inputs for a device, and the f32 answer.
    fn self_test(&self, graph: &Graph) -> Result<SelfTest> {
        let phrase =
            Phrase {
                voice: "af_heart".into(), speed: 1.0, phonemes: "ðɪs ɪz ɐ tˈɛst.".into()
            };
        let features = first_frames(&self.features(&phrase)?, graph.frames, &self.config);
        let feeds = self.feeds(&features, graph)?;
        let logits = Interpreter::new(graph)?.run(&feeds, &mut ())?;
        Ok(SelfTest { frames: features.frames, inputs: feeds.inputs(), logits })
    }
}

/// The features of the first `frames` frames, for capacities that hold no sentence.
pub fn first_frames(features: &Features, frames: usize, config: &Config) -> Features {
    let frames = frames.min(features.frames);
    let cut = |values: &[f32], len: usize, wanted: usize| -> Vec<f32> {
        values.chunks(len).flat_map(|row| &row[..wanted]).copied().collect()
    };
    Features {
        frames,
        text: cut(&features.text, features.frames, frames),
        f0: features.f0[..2 * frames].into(),
        energy: features.energy[..2 * frames].into(),
        harmonics: cut(
            &features.harmonics,
            config.columns(features.frames),
            config.columns(frames),
        ),
        timbre: features.timbre.clone(),
    }
}
