//! From the weights to the files of a segment.

use std::fmt;
use std::path::{Path, PathBuf};

use candle_core::Device;
use kokoro_core::{Config, Delivery, Features, PrecisionPlan, Synthesizer, Voice};
use kokoro_npu::SegmentPrecision;
use kokoro_npu::inputs::{Feeds, StyleAffines, extend};
use kokoro_npu::segment::{EXPORTER, Metadata, SelfTest};
use kokoro_npu::target::Target;
use kokoro_weights::Weights;
use kokoro_weights::files::{FileError, write_atomically};

use crate::Result;
use crate::describe::describe;
use crate::first_frames::first_frames;
use crate::graph::SegmentGraph;
use crate::interpret::Interpreter;
use crate::lower::lower;
use crate::phrases::{Phrase, phrases};
use crate::quantize::{Calibration, Scheme};
use crate::spec::SegmentSpec;

/// Makes segments from one set of weights.
pub struct Exporter {
    weights: Weights,
    model: Synthesizer,
    graph: SegmentGraph,
    affines: StyleAffines,
}

impl fmt::Debug for Exporter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exporter").field("weights", &self.weights).finish_non_exhaustive()
    }
}

impl Exporter {
    /// Reads the weights.
    ///
    /// # Errors
    /// Weights of another model, or damaged ones.
    pub fn new(weights: &Weights) -> Result<Self> {
        let config = Config::from_json(weights.config_json())?;
        let vb = weights.var_builder(&Device::Cpu);
        let graph = describe(&config, 1, &vb)?;
        let affines = StyleAffines::new(graph.normalisations(), &config, &vb)?;
        // Here the graph takes the place of the decoder. The weights of the model's own decoder are
        // read only if it is asked to decode.
        let plan = PrecisionPlan::F32;
        let model = Synthesizer::with_lazy_decoder(config, plan, vb)?;
        Ok(Self { weights: weights.clone(), model, graph, affines })
    }

    /// The model around the segment, in f32.
    pub fn model(&self) -> &Synthesizer {
        &self.model
    }

    /// The model's numbers.
    pub fn config(&self) -> &Config {
        self.model.config()
    }

    /// The segment as a graph.
    pub fn graph(&self, frames: usize) -> SegmentGraph {
        self.graph.with_frames(frames)
    }

    /// What the decoder is given for a phrase, with noise of seed 0.
    ///
    /// # Errors
    /// A voice or phonemes that the model does not have.
    pub fn features(&self, phrase: &Phrase) -> Result<Features> {
        let tokens = self.model.vocab().encode(&phrase.phonemes)?;
        let voice = Voice::new(self.weights.voice(&phrase.voice)?, self.config())?;
        let delivery = Delivery::new(phrase.speed, 0);
        Ok(self.model.prepare(&tokens, &voice, &delivery)?.features)
    }

    /// Features in the form that a graph takes.
    pub fn feeds(&self, features: &Features, graph: &SegmentGraph) -> Result<Feeds> {
        Ok(Feeds::new(features, graph.frames, self.config(), &self.affines)?)
    }

    /// The ranges of all convolutions over some phrases. `progress` gets phrases done and phrases
    /// in all.
    pub fn calibrate(
        &self,
        precision: SegmentPrecision,
        phrases: &[Phrase],
        progress: impl FnMut(usize, usize),
    ) -> Result<Calibration> {
        self.listen(Calibration::new(precision), phrases, progress)
    }

    /// Adds the ranges that some phrases show to a calibration.
    pub(crate) fn listen(
        &self,
        mut calibration: Calibration,
        phrases: &[Phrase],
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Calibration> {
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

    /// Calibrates with the committed phrases. The scheme serves every capacity and target. `float`
    /// names convolutions that stay in f32 beside those that always do; `progress` gets phrases
    /// done and phrases in all.
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

    /// Makes a segment and writes it into `folder`; gives the path of the model. The self-test is
    /// written beside it. For several capacities, call [`Exporter::scheme`] once and
    /// [`Exporter::export_with`] for each.
    ///
    /// # Errors
    /// Those of [`Exporter::export_with`]. A precision that the target does not take is refused
    /// before anything is computed.
    pub fn export(
        &self,
        spec: &SegmentSpec,
        folder: impl AsRef<Path>,
        progress: impl FnMut(usize, usize),
    ) -> Result<PathBuf> {
        spec.target.opset(spec.precision)?;
        let scheme = self.scheme(spec.precision, &spec.float, progress)?;
        self.export_with(&scheme, spec.frames, spec.target, folder)
    }

    /// [`Exporter::export`] with a scheme that is there already, for a capacity of `frames`.
    ///
    /// # Errors
    /// [`kokoro_npu::Error::TargetPrecision`] if the target does not take the scheme's precision;
    /// [`Error::Io`](crate::Error::Io), and a file that could not be written completely is not
    /// there.
    pub fn export_with(
        &self,
        scheme: &Scheme,
        frames: usize,
        target: Target,
        folder: impl AsRef<Path>,
    ) -> Result<PathBuf> {
        let folder = folder.as_ref();
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
        std::fs::create_dir_all(folder).map_err(FileError::on("create", folder))?;
        let path = folder.join(metadata.file_name());
        self_test.write(SelfTest::path(&path))?;
        write_atomically(&path, model.write())?;
        Ok(path)
    }

    /// The inputs of a real utterance, and the logits in f32 for them. These are computed at the
    /// sentence's own length: masks make padding exact, so the capacity changes nothing.
    fn self_test(&self, capacity: usize) -> Result<SelfTest> {
        let phrase =
            Phrase {
                voice: "af_heart".into(), speed: 1.0, phonemes: "ðɪs ɪz ɐ tˈɛst.".into()
            };
        let features = first_frames(&self.features(&phrase)?, capacity);
        let (frames, graph) = (features.frames, self.graph(features.frames));
        let logits = Interpreter::new(&graph)?.run(&self.feeds(&features, &graph)?, &mut ())?;
        let inputs = self.feeds(&features, &self.graph(capacity))?.inputs();
        Ok(SelfTest { frames, inputs, logits: extend(&logits, frames, capacity) })
    }
}
