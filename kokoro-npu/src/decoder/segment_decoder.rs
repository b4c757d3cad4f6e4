//! One segment, opened on one provider.

use std::path::{Path, PathBuf};

use candle_core::Device;
use kokoro_core::{Config, DecodeReport, Decoded, Features, SegmentRun, SpectrumDecoder};
use kokoro_onnx::Model;
use kokoro_weights::{Sha256, Weights};

use crate::inputs::{Feeds, StyleAffines, trim};
use crate::runtime::{Placement, Port, Provider, Runtime, Session, SessionOptions};
use crate::segment::{EXPORTER, LOGITS, Metadata, Rate, SegmentInput};
use crate::{Error, Result};

/// A segment's file, read and found to be one of this model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it says of itself.
    pub metadata: Metadata,
    /// SHA-256 of the whole file.
    pub sha256: String,
}

impl SegmentFile {
    /// Reads a segment that was made from `weights` by this version of the exporter.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Onnx`] for a file that is damaged or no ONNX; [`Error::Foreign`] for a model that is no segment;
    /// [`Error::OtherModel`] for a segment of other weights or of another exporter.
    pub fn read(path: &Path, weights: &Weights) -> Result<Self> {
        let bytes = std::fs::read(path).map_err(Error::io("read", path))?;
        let sha256 = Sha256::of(&bytes).to_string();
        let metadata = Metadata::read(&Model::read(bytes.into())?)?;
        let same = |what, expected: String, found: &str| match expected == found {
            true => Ok(()),
            false => {
                let (path, found) = (path.to_owned(), found.to_owned());
                Err(Error::OtherModel { path, what, expected, found })
            }
        };
        same("exporter", EXPORTER.into(), &metadata.exporter)?;
        same("weights", weights.identity().to_string(), &metadata.weights)?;
        Ok(Self { path: path.into(), metadata, sha256 })
    }
}

/// [`SpectrumDecoder`] by a segment. Threads may share it; runs take turns.
#[derive(Debug)]
pub struct SegmentDecoder {
    file: SegmentFile,
    config: Config,
    affines: StyleAffines,
    session: Session,
    provider: Provider,
}

impl SegmentDecoder {
    /// Opens a segment on the provider of `options`.
    ///
    /// # Errors
    /// [`Error::Runtime`] if the provider cannot be had or refuses the model; [`Error::Tensor`] if the model's inputs are not those
    /// of a segment of `weights`.
    pub fn open(
        runtime: &Runtime,
        file: &SegmentFile,
        options: &SessionOptions,
        weights: &Weights,
    ) -> Result<Self> {
        let config = Config::from_json(weights.config_json())?;
        let session = Session::open(runtime, file.path.as_path(), options)?;
        let vb = weights.var_builder(&Device::Cpu);
        let affines = StyleAffines::new(normalisations(session.inputs()), &config, &vb)?;
        let (file, provider) = (file.clone(), options.provider.clone());
        Ok(Self { file, config, affines, session, provider })
    }

    /// The file that was opened.
    pub fn file(&self) -> &SegmentFile {
        &self.file
    }

    /// Frames that fit.
    pub fn capacity(&self) -> usize {
        self.file.metadata.frames
    }

    /// The session, with its placement and its compiled graph's fate.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session alone, to end its profile.
    pub fn into_session(self) -> Session {
        self.session
    }

    /// Which provider runs which nodes.
    pub fn placement(&self) -> &Placement {
        self.session.placement()
    }

    /// What a report says of a run.
    pub(super) fn description(&self) -> SegmentRun {
        SegmentRun {
            capacity: self.capacity(),
            precision: self.file.metadata.precision.to_string(),
            provider: self.provider.to_string(),
            shares: self.placement().shares(),
        }
    }

    /// The logits of an utterance of `N` frames, `[22, 120 N + 1]`.
    ///
    /// # Errors
    /// [`Error::Capacity`] if it does not fit, [`Error::Runtime`] if the provider fails.
    pub fn run(&self, features: &Features) -> Result<Vec<f32>> {
        let feeds = Feeds::new(features, self.capacity(), &self.config, &self.affines)?;
        Ok(trim(&self.run_inputs(&feeds.inputs())?, self.capacity(), features.frames))
    }

    /// The logits for inputs as they are, `[22, columns of the capacity]`.
    ///
    /// # Errors
    /// [`Error::Runtime`] if the provider fails or gives something else.
    pub fn run_inputs(&self, inputs: &[SegmentInput]) -> Result<Vec<f32>> {
        let inputs: Vec<_> =
            inputs.iter().map(|i| (i.name.as_str(), &i.values[..], &i.shape[..])).collect();
        let outputs = self.session.run(&inputs)?;
        let (_, shape, logits) = outputs
            .into_iter()
            .find(|(name, ..)| name == LOGITS)
            .ok_or(Error::Foreign { missing: LOGITS })?;
        let expected = [1, self.config.spectrum_rows(), 1, Rate::Columns.columns(self.capacity())];
        if shape != expected {
            let name = LOGITS.into();
            let (expected, found) = (format!("f32 {expected:?}"), format!("f32 {shape:?}"));
            return Err(
                crate::runtime::Error::Tensor { role: "output", name, expected, found }.into()
            );
        }
        Ok(logits)
    }
}

impl SpectrumDecoder for SegmentDecoder {
    fn decode(&self, features: &Features) -> Result<Decoded, kokoro_core::Error> {
        let logits = self.run(features);
        let logits = logits.map_err(|error| kokoro_core::Error::Decoder(error.into()))?;
        Ok(Decoded { logits, report: DecodeReport::segment(self.description()) })
    }

    fn longest(&self) -> Option<usize> {
        Some(self.capacity())
    }
}

/// Name and channels of each normalisation: a segment has an input `NAME.gamma` `[1, C, 1, 1]` for it.
fn normalisations(inputs: &[Port]) -> impl Iterator<Item = (&str, usize)> {
    inputs.iter().filter_map(|port| {
        let channels = port.shape.get(1).copied().flatten()?;
        Some((port.name.strip_suffix(".gamma")?, channels))
    })
}
