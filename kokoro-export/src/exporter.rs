//! From the weights to the files of a segment.

use std::path::{Path, PathBuf};

use candle_core::Device;
use kokoro_core::{
    Config, Delivery, FeaturePredictor, Features, PrecisionPlan, Timings, Vocab, Voice,
};
use kokoro_npu::SegmentPrecision;
use kokoro_npu::inputs::{Feeds, StyleAffines, extend};
use kokoro_npu::segment::{EXPORTER, Metadata, SelfTest};
use kokoro_npu::target::Target;
use kokoro_weights::Weights;

use crate::describe::describe;
use crate::graph::Graph;
use crate::interpret::Interpreter;
use crate::lower::lower;
use crate::phrases::{Phrase, phrases};
use crate::quantize::{Calibration, Scheme};
use crate::{Error, Result};

/// Frames a second.
const FRAME_RATE: usize = 40;

/// A segment to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// Frames that fit.
    pub frames: usize,
    /// Numbers that convolutions are computed in.
    pub precision: SegmentPrecision,
    /// What it is for.
    pub target: Target,
    /// Names of convolutions that stay in f32 beside those that always do.
    pub float: Vec<String>,
}

impl Export {
    /// A segment for `seconds` of speech.
    pub fn seconds(seconds: usize, precision: SegmentPrecision, target: Target) -> Self {
        Self { frames: seconds * FRAME_RATE, precision, target, float: Vec::new() }
    }
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
        let predictor = FeaturePredictor::new(&config, PrecisionPlan::F32, vb.clone())?;
        let graph = describe(&config, 1, &vb)?;
        let affines = StyleAffines::new(graph.normalisations(), &config, &vb)?;
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
        Ok(self
            .predictor
            .predict(&tokens, &style, &Delivery::new(phrase.speed, 0), &mut Timings::default())?
            .0)
    }

    /// Features in the form that a graph takes.
    pub fn feeds(&self, features: &Features, graph: &Graph) -> Result<Feeds> {
        Ok(Feeds::new(features, graph.frames, &self.config, &self.affines)?)
    }

    /// The ranges of all convolutions over some phrases. `progress` gets phrases done and phrases in all.
    pub fn calibrate(
        &self,
        precision: SegmentPrecision,
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

    /// Calibrates with the committed phrases. What comes of it serves every capacity and target. `float` names convolutions that
    /// stay in f32 beside those that always do; `progress` gets phrases done and phrases in all.
    ///
    /// # Errors
    /// Those of the model.
    pub fn scheme(
        &self,
        precision: SegmentPrecision,
        float: &[String],
        progress: impl FnMut(usize, usize),
    ) -> Result<Scheme> {
        if precision == SegmentPrecision::F32 {
            return Ok(Scheme::default());
        }
        let calibration = self.calibrate(precision, &phrases(), progress)?;
        let float: Vec<&str> = float.iter().map(String::as_str).collect();
        Ok(Scheme::new(&self.graph, &calibration, precision, &float))
    }

    /// Makes a segment and writes it into `folder`; gives the path of the model. Beside it lies what a device is tested with.
    /// For several capacities, call [`Exporter::scheme`] once and [`Exporter::export_with`] for each.
    ///
    /// # Errors
    /// Those of [`Exporter::export_with`]. A precision that the target does not take is refused before anything is computed.
    pub fn export(
        &self,
        export: &Export,
        folder: &Path,
        progress: impl FnMut(usize, usize),
    ) -> Result<PathBuf> {
        export.target.opset(export.precision)?;
        let scheme = self.scheme(export.precision, &export.float, progress)?;
        self.export_with(&scheme, export.frames, export.target, folder)
    }

    /// [`Exporter::export`] with a scheme that is there already, for a capacity of `frames`.
    ///
    /// # Errors
    /// [`Error::TargetPrecision`] if the target does not take the scheme's precision; [`Error::Io`], and a file that could not be
    /// written completely is not there.
    pub fn export_with(
        &self,
        scheme: &Scheme,
        frames: usize,
        target: Target,
        folder: &Path,
    ) -> Result<PathBuf> {
        let metadata = Metadata {
            frames,
            precision: scheme.precision,
            target,
            weights: self.weights.identity().to_string(),
            exporter: EXPORTER.into(),
        };
        let mut model = lower(&self.graph(frames), scheme, target)?;
        metadata.write(&mut model);
        let self_test = self.self_test(frames)?;
        std::fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
        let path = folder.join(metadata.file_name());
        self_test.write(&SelfTest::path(&path))?;
        kokoro_npu::files::write(&path, &model.write())?;
        Ok(path)
    }

    /// Real inputs for a device, and the f32 answer. That is computed at the sentence's own length, because masks make padding exact.
    fn self_test(&self, capacity: usize) -> Result<SelfTest> {
        let phrase =
            Phrase {
                voice: "af_heart".into(), speed: 1.0, phonemes: "ðɪs ɪz ɐ tˈɛst.".into()
            };
        let features = first_frames(&self.features(&phrase)?, capacity, &self.config);
        let (frames, graph) = (features.frames, self.graph(features.frames));
        let logits = Interpreter::new(&graph)?.run(&self.feeds(&features, &graph)?, &mut ())?;
        let inputs = self.feeds(&features, &self.graph(capacity))?.inputs();
        Ok(SelfTest { frames, inputs, logits: extend(&logits, frames, capacity) })
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
