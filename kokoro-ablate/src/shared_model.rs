//! The stages before and after the decoder, which all paths share.

use std::time::Instant;

use candle_core::Device;
use kokoro_core::{Config, Delivery, PrecisionPlan, Prepared, Synthesizer, Voice};
use kokoro_metrics::median_by;
use kokoro_weights::Weights;

use crate::error::Result;
use crate::sentence::Sentence;
use crate::stage_seconds::StageSeconds;

/// The model in f32, without the decoders that are compared.
pub(super) struct SharedModel {
    pub weights: Weights,
    model: Synthesizer,
}

impl SharedModel {
    /// Reads the weights.
    pub fn new(weights: &Weights) -> Result<Self> {
        let config = Config::from_json(weights.config_json())?;
        let (vb, plan) = (weights.var_builder(&Device::Cpu), PrecisionPlan::F32);
        // The paths bring decoders of their own, so this one is never asked and its weights are
        // never read.
        let model = Synthesizer::with_lazy_decoder(config, plan, vb)?;
        Ok(Self { weights: weights.clone(), model })
    }

    /// The model's numbers.
    pub fn config(&self) -> &Config {
        self.model.config()
    }

    /// The features of a sentence, with the time that they took.
    pub fn prepare(&self, sentence: &Sentence) -> Result<Prepared> {
        let tokens = self.model.vocab().encode(&sentence.phonemes)?;
        let voice = Voice::new(self.weights.voice(&sentence.voice)?, self.config())?;
        let delivery = Delivery::new(sentence.speed, sentence.seed);
        Ok(self.model.prepare(&tokens, &voice, &delivery)?)
    }

    /// The features, and the seconds of the median of `runs` computations of them. They are the
    /// same each time.
    pub fn prepare_often(
        &self,
        sentence: &Sentence,
        runs: usize,
    ) -> Result<(Prepared, StageSeconds)> {
        let mut last = self.prepare(sentence)?;
        let mut stages = vec![StageSeconds::from(&last.timings)];
        for _ in 1..runs {
            last = self.prepare(sentence)?;
            stages.push(StageSeconds::from(&last.timings));
        }
        Ok((last, median_by(stages, StageSeconds::total).unwrap_or_default()))
    }

    /// Logits `[22, F]` of `N` frames to samples `[600 N]`, and the seconds that it took.
    pub fn vocode(&self, logits: &[f32], frames: usize) -> Result<(Vec<f32>, f64)> {
        let start = Instant::now();
        let samples = self.model.vocode(logits, frames)?;
        Ok((samples, start.elapsed().as_secs_f64()))
    }
}
