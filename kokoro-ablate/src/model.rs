//! What is above and below the fork: the same for every path.

use std::time::Instant;

use candle_core::Device;
use kokoro_core::{
    Config, Delivery, FeaturePredictor, Features, PrecisionPlan, Stage, Timings, Vocab, Voice,
};
use kokoro_metrics::median_by;
use kokoro_vocoder::{Istft, Spectrum};
use kokoro_weights::Weights;

use super::row::Stages;
use super::sentence::Sentence;
use crate::Result;

/// The model without its decoder, in f32.
pub(super) struct Model {
    pub weights: Weights,
    pub config: Config,
    vocab: Vocab,
    predictor: FeaturePredictor,
    istft: Istft,
}

impl Model {
    /// Reads the weights.
    pub fn new(weights: &Weights) -> Result<Self> {
        let config = Config::from_json(weights.config_json())?;
        let predictor =
            FeaturePredictor::new(&config, PrecisionPlan::F32, weights.var_builder(&Device::Cpu))?;
        let istft = Istft::new(config.stft()).map_err(kokoro_core::Error::from)?;
        let vocab = Vocab::new(&config);
        Ok(Self { weights: weights.clone(), config, vocab, predictor, istft })
    }

    /// The features of a sentence, and the seconds that they took.
    pub fn features(&self, sentence: &Sentence) -> Result<(Features, Stages)> {
        let tokens = self.vocab.encode(&sentence.phonemes)?;
        let voice = Voice::new(self.weights.voice(&sentence.voice)?, &self.config)?;
        let style = voice.style(tokens.phonemes().len());
        let mut timings = Timings::default();
        let delivery = Delivery::new(sentence.speed, sentence.seed);
        let (features, _) = self.predictor.predict(&tokens, &style, &delivery, &mut timings)?;
        let seconds = |stage| timings.get(stage).as_secs_f64();
        let stages = Stages {
            plbert: seconds(Stage::PlBert),
            prosody: seconds(Stage::Prosody),
            text_encoder: seconds(Stage::TextEncoder),
            source: seconds(Stage::Source),
            decoder: 0.0,
            vocoder: 0.0,
        };
        Ok((features, stages))
    }

    /// The features, and the seconds of the median of `runs` computations of them. They are the same each time.
    pub fn timed_features(&self, sentence: &Sentence, runs: usize) -> Result<(Features, Stages)> {
        let mut last = self.features(sentence)?;
        let mut stages = vec![last.1];
        for _ in 1..runs {
            last = self.features(sentence)?;
            stages.push(last.1);
        }
        Ok((last.0, median_by(stages, Stages::total).unwrap_or_default()))
    }

    /// Logits `[22, F]` to samples `[600 N]`, and the seconds that it took.
    pub fn vocode(&self, logits: &[f32]) -> Result<(Vec<f32>, f64)> {
        let start = Instant::now();
        let spectrum = Spectrum::from_logits(logits).map_err(kokoro_core::Error::from)?;
        let samples = self.istft.process(&spectrum).map_err(kokoro_core::Error::from)?;
        Ok((samples, start.elapsed().as_secs_f64()))
    }
}
