//! Everything above the fork: tokens and a style to the features of an utterance.

use candle_core::{Device, Tensor};
use candle_nn::VarBuilder;

use crate::alignment::Alignment;
use crate::features::Features;
use crate::plbert::PlBert;
use crate::prosody::{Prosody, durations};
use crate::source::HarmonicSource;
use crate::text_encoder::TextEncoder;
use crate::timings::{Stage, Timings};
use crate::{Config, Error, Plan, Style, Tokens};

/// The slowest speech that [`FeaturePredictor::predict`] takes.
pub const MIN_SPEED: f32 = 0.5;
/// The fastest.
pub const MAX_SPEED: f32 = 2.0;

/// The stages that are cheap, discrete or precision-critical, on the CPU. Their fields are public so that each can be
/// fed and measured alone.
#[derive(Debug)]
pub struct FeaturePredictor {
    /// Phonemes in context.
    pub plbert: PlBert,
    /// What is said.
    pub text_encoder: TextEncoder,
    /// How it is said.
    pub prosody: Prosody,
    /// The excitation.
    pub source: HarmonicSource,
}

impl FeaturePredictor {
    /// Reads the checkpoint's tensors by their official names. All is in f32 if the plan is; see [`Plan`].
    pub fn new(config: &Config, plan: Plan, vb: VarBuilder) -> Result<Self, Error> {
        Ok(Self {
            plbert: PlBert::new(config, plan, vb.clone())?,
            text_encoder: TextEncoder::new(config, plan, vb.pp("text_encoder"))?,
            prosody: Prosody::new(config, plan, vb.pp("predictor"))?,
            source: HarmonicSource::new(config, vb.pp("decoder.generator.m_source"))?,
        })
    }

    /// Features of an utterance, and how many frames each of its tokens takes.
    ///
    /// `speed` divides the durations; `seed` chooses the noise of the harmonic source.
    ///
    /// # Errors
    /// [`Error::Speed`] outside [`MIN_SPEED`] to [`MAX_SPEED`].
    pub fn predict(
        &self,
        tokens: &Tokens,
        style: &Style,
        speed: f32,
        seed: u64,
        timings: &mut Timings,
    ) -> Result<(Features, Alignment), Error> {
        if !(MIN_SPEED..=MAX_SPEED).contains(&speed) {
            return Err(Error::Speed { found: speed });
        }
        let ids = tokens.ids();
        let row = Tensor::from_slice(&style.prosody, (1, style.prosody.len()), &Device::Cpu)?;

        let encoded =
            timings.time(Stage::PlBert, || self.plbert.project(&self.plbert.hidden(ids)?))?;
        let prosody = timings.time(Stage::Prosody, || self.prosody.encode(&encoded, &row))?;
        let logits = timings.time(Stage::Prosody, || self.prosody.duration_logits(&prosody))?;
        let alignment = Alignment::new(durations(&logits, speed)?);
        let stretched = alignment.expand(&prosody.t()?.contiguous()?)?;
        let (f0, energy) =
            timings.time(Stage::Prosody, || self.prosody.curves(&stretched, &row))?;
        let text = timings.time(Stage::TextEncoder, || self.text_encoder.forward(ids))?;
        let text = alignment.expand(&text)?;
        let f0 = f0.to_vec1::<f32>()?;
        let harmonics = timings
            .time(Stage::Source, || self.source.harmonics(&self.source.waveform(&f0, seed)))?;

        let features = Features {
            frames: alignment.frames(),
            text: text.flatten_all()?.to_vec1()?,
            f0,
            energy: energy.to_vec1()?,
            harmonics,
            timbre: style.timbre.clone(),
        };
        Ok((features, alignment))
    }
}
