//! One segment, opened on one provider.

use candle_core::Device;
use kokoro_core::architecture::{SPECTRUM_ROWS, columns};
use kokoro_core::{
    CancelToken, Config, DecodeReport, Decoded, Features, SegmentRun, SpectrumDecoder,
};
use kokoro_weights::Weights;

use super::segment_file::SegmentFile;
use crate::inputs::{Feeds, StyleAffines, trim};
use crate::runtime::{
    self, Placement, Port, Provider, Runtime, Session, SessionInput, SessionOptions, SessionOutput,
};
use crate::segment::{LOGITS, SegmentInput};
use crate::{Error, Result};

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
    /// [`Error::Runtime`] if the provider cannot be had or refuses the model; [`Error::Tensor`] if
    /// the model's inputs are not those of a segment of `weights`.
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
        let inputs: Vec<_> = inputs.iter().map(SessionInput::from).collect();
        let outputs = self.session.run(&inputs)?;
        let SessionOutput { name, shape, values } = outputs
            .into_iter()
            .find(|output| output.name == LOGITS)
            .ok_or(Error::Foreign { missing: LOGITS })?;
        let expected = [1, SPECTRUM_ROWS, 1, columns(self.capacity())];
        if shape != expected {
            let (expected, found) = (format!("f32 {expected:?}"), format!("f32 {shape:?}"));
            let error = runtime::Error::Tensor { role: "output", name, expected, found };
            return Err(error.into());
        }
        Ok(values)
    }
}

impl SpectrumDecoder for SegmentDecoder {
    /// A run is not stopped on the way.
    fn decode(
        &self,
        features: &Features,
        cancel: &CancelToken,
    ) -> Result<Decoded, kokoro_core::Error> {
        cancel.check()?;
        let logits = self.run(features);
        let logits = logits.map_err(|error| kokoro_core::Error::Decoder(error.into()))?;
        Ok(Decoded { logits, report: DecodeReport::segment(self.description()) })
    }

    fn longest(&self) -> Option<usize> {
        Some(self.capacity())
    }
}

impl<'a> From<&'a SegmentInput> for SessionInput<'a> {
    fn from(input: &'a SegmentInput) -> Self {
        Self { name: &input.name, values: &input.values, shape: &input.shape }
    }
}

/// Name and channels of each normalisation: a segment has an input `NAME.gamma` `[1, C, 1, 1]` for
/// it.
fn normalisations(inputs: &[Port]) -> impl Iterator<Item = (&str, usize)> {
    inputs.iter().filter_map(|port| {
        let channels = port.shape.get(1).copied().flatten()?;
        Some((port.name.strip_suffix(".gamma")?, channels))
    })
}
