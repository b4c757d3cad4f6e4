//! Runs one sentence on several paths in turns, and takes the median.

use kokoro_core::architecture::{SAMPLE_RATE, SAMPLES_PER_FRAME};
use kokoro_core::{Features, Stage};
use kokoro_metrics::median_by;

use crate::bench::{Opened, Pass, guard_finding};
use crate::path::DecodePath;
use crate::path_error::PathError;
use crate::row::{Measured, Quality};
use crate::shared_model::SharedModel;
use crate::stage_seconds::StageSeconds;

/// A path in a bucket, opened, or why it could not be.
pub(super) struct Entry {
    pub path: DecodePath,
    pub name: String,
    pub opened: Result<Opened, PathError>,
    pub peak_mb: Option<f64>,
}

/// The runs of an entry for one sentence.
#[derive(Default)]
pub(super) struct Passes {
    cold: Option<Pass>,
    warm: Vec<Pass>,
    error: Option<PathError>,
}

/// A cold run of each path that has had none, then the warm ones, path after path in each round.
pub(super) fn take_turns(
    model: &SharedModel,
    runs: usize,
    features: &Features,
    entries: &mut [&mut Entry],
) -> Vec<Passes> {
    let mut all: Vec<Passes> = entries.iter().map(|_| Passes::default()).collect();
    for round in 0..=runs {
        for (entry, passes) in entries.iter_mut().zip(&mut all) {
            passes.turn(model, round == 0, features, entry);
        }
    }
    all
}

impl Passes {
    /// One run, unless it would be a second cold one, or the path has failed.
    fn turn(&mut self, model: &SharedModel, cold: bool, features: &Features, entry: &mut Entry) {
        let opened = match &mut entry.opened {
            Err(error) => return self.error = Some(error.clone()),
            Ok(opened) if self.error.is_some() || cold && opened.ran => return,
            Ok(opened) => opened,
        };
        opened.ran = true;
        match Pass::of(model, opened.decoder.as_ref(), features) {
            Ok(pass) if cold => self.cold = Some(pass),
            Ok(pass) => self.warm.push(pass),
            Err(error) => self.error = Some(error.into()),
        }
    }

    /// The sound of a warm run. All runs of a path give the same samples.
    pub fn samples(&self) -> Option<&[f32]> {
        Some(&self.warm.first()?.samples)
    }

    /// The figures of these runs of an entry, and the sound. `above` is the time of the stages
    /// above the decoder.
    pub fn measured(
        self,
        entry: &Entry,
        features: &Features,
        above: &StageSeconds,
        reference: &[f32],
    ) -> Result<(Measured, Vec<f32>), PathError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let opened = entry.opened.as_ref().map_err(PathError::clone)?;
        let pass = median_by(self.warm, Pass::seconds).ok_or(PathError::NotRun)?;
        let stages = above
            .with(Stage::Decoder, pass.decoder_seconds)
            .with(Stage::Vocoder, pass.vocoder_seconds);
        let measured = Measured {
            opening: opened.opening.clone(),
            cold_decoder_seconds: self.cold.map(|cold| cold.decoder_seconds),
            stages,
            rtf: stages.total() / audio_seconds(features.frames),
            peak_mb: entry.peak_mb,
            quality: Quality::of(&pass.samples, reference),
            guard: guard_finding(&pass.logits, features),
        };
        Ok((measured, pass.samples))
    }
}

/// Seconds of speech in `frames`.
pub(super) fn audio_seconds(frames: usize) -> f64 {
    (frames * SAMPLES_PER_FRAME) as f64 / f64::from(SAMPLE_RATE)
}
