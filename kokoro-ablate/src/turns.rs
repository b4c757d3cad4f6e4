//! Paths taking turns at one sentence.

use kokoro_core::{Features, SAMPLE_RATE};
use kokoro_metrics::median_by;

use super::bench::{Opened, Pass, guard_finding};
use super::model::Model;
use super::path::DecodePath;
use super::row::{Measured, Quality, Stages};

/// Samples of a frame.
const FRAME_SAMPLES: usize = 600;

/// A path in a bucket, opened, or why it could not be.
pub(super) struct Entry {
    pub path: DecodePath,
    pub name: String,
    pub opened: Result<Opened, String>,
    pub peak_mb: Option<f64>,
}

/// The runs of an entry for one sentence.
#[derive(Default)]
pub(super) struct Passes {
    cold: Option<Pass>,
    warm: Vec<Pass>,
    error: Option<String>,
}

/// A cold run of each path that has had none, then the warm ones, path after path in each round.
pub(super) fn take_turns(
    model: &Model,
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
    fn turn(&mut self, model: &Model, cold: bool, features: &Features, entry: &mut Entry) {
        let opened = match &mut entry.opened {
            Err(error) => return self.error = Some(error.clone()),
            Ok(opened) if self.error.is_some() || cold && opened.ran => return,
            Ok(opened) => opened,
        };
        opened.ran = true;
        match Pass::of(model, opened.decoder.as_ref(), features) {
            Ok(pass) if cold => self.cold = Some(pass),
            Ok(pass) => self.warm.push(pass),
            Err(error) => self.error = Some(error.to_string()),
        }
    }

    /// The sound of a warm run; all of a path are alike.
    pub fn samples(&self) -> Option<&[f32]> {
        Some(&self.warm.first()?.samples)
    }

    /// The figures of these runs of an entry, and the sound. `above` is the time of the stages above the decoder.
    pub fn measured(
        self,
        entry: &Entry,
        features: &Features,
        above: &Stages,
        reference: &[f32],
    ) -> Result<(Measured, Vec<f32>), String> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let opened = entry.opened.as_ref().map_err(String::clone)?;
        let pass = median_by(self.warm, Pass::seconds).ok_or("it was not run")?;
        let (decoder, vocoder) = (pass.decoder_seconds, pass.vocoder_seconds);
        let stages = Stages { decoder, vocoder, ..*above };
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

/// Seconds of so many frames.
pub(super) fn audio_seconds(frames: usize) -> f64 {
    (frames * FRAME_SAMPLES) as f64 / f64::from(SAMPLE_RATE)
}
