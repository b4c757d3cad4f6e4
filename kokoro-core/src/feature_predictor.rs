//! Everything above the fork: tokens and a style to the features of an utterance.

use candle_core::{Device, Tensor};
use candle_nn::VarBuilder;

use crate::alignment::Alignment;
use crate::features::Features;
use crate::nn::{transposed, with_values};
use crate::pace::pace;
use crate::pitch::change_pitch;
use crate::plbert::PlBert;
use crate::prosody::{Prosody, frames};
use crate::source::HarmonicSource;
use crate::text_encoder::TextEncoder;
use crate::timings::{Stage, Timings};
use crate::{Config, Delivery, Error, PrecisionPlan, Style, TokenProsody, Tokens};

/// The stages that are cheap, discrete or precision-critical; they run on the CPU. The fields are
/// public so that each stage can be given an input and compared alone.
#[derive(Debug)]
pub struct FeaturePredictor {
    /// Token ids to encodings of phonemes in context.
    pub plbert: PlBert,
    /// Token ids to the encoding of what is said.
    pub text_encoder: TextEncoder,
    /// How it is said: durations, F0 and energy.
    pub prosody: Prosody,
    /// F0 to the excitation of the generator.
    pub source: HarmonicSource,
}

impl FeaturePredictor {
    /// Reads the checkpoint's tensors by their official names. `plan` says which
    /// layers may be in fixed point.
    pub fn new(config: &Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self, Error> {
        Ok(Self {
            plbert: PlBert::new(config, plan, vb.clone())?,
            text_encoder: TextEncoder::new(config, plan, vb.pp("text_encoder"))?,
            prosody: Prosody::new(config, plan, vb.pp("predictor"))?,
            source: HarmonicSource::new(config, vb.pp("decoder.generator.m_source"))?,
        })
    }

    /// Features of an utterance, and how many frames each of its tokens takes.
    ///
    /// # Errors
    /// [`Error::Speed`], [`Error::ProsodyLength`], [`Error::Rate`], [`Error::Pitch`];
    /// [`Error::Cancelled`], which is checked before each stage, and within the long ones.
    pub fn predict(
        &self,
        tokens: &Tokens,
        style: &Style,
        delivery: &Delivery,
        timings: &mut Timings,
    ) -> Result<(Features, Alignment), Error> {
        let (ids, changes) = (tokens.ids(), delivery.checked_prosody(tokens.phonemes().len())?);
        let row = Tensor::from_slice(&style.prosody, (1, style.prosody.len()), &Device::Cpu)?;

        // The text encoder is recurrent, so that most of its time is spent on two threads. Where
        // there are more, it runs beside the stages that do not need it.
        let mut beside = Timings::default();
        let (text, prosody) = rayon::join(
            || {
                let encode = || self.text_encoder.forward(ids);
                beside.stage(Stage::TextEncoder, &delivery.cancel, encode)
            },
            || self.predict_prosody(ids, &row, delivery, &changes, timings),
        );
        timings.add(&beside);
        let (text, (alignment, f0, energy)) = (text?, prosody?);
        let text = timings.stage(Stage::TextEncoder, &delivery.cancel, || {
            let text = alignment.expand(&text)?;
            with_values(&text, |text| transposed(text, alignment.frames())) // as `Features` has it
        })?;
        let harmonics = timings.stage(Stage::Source, &delivery.cancel, || {
            let waveform = self.source.waveform(&f0, delivery.seed);
            delivery.cancel.check()?;
            self.source.harmonics(&waveform)
        })?;

        let (frames, timbre) = (alignment.frames(), style.timbre.clone());
        Ok((Features { frames, text, f0, energy, harmonics, timbre }, alignment))
    }

    /// How long each token lasts, F0 and energy.
    fn predict_prosody(
        &self,
        ids: &[u32],
        row: &Tensor,
        delivery: &Delivery,
        changes: &[TokenProsody],
        timings: &mut Timings,
    ) -> Result<(Alignment, Vec<f32>, Vec<f32>), Error> {
        let cancel = &delivery.cancel;
        let encoded = timings.stage(Stage::PlBert, cancel, || {
            Ok::<_, Error>(self.plbert.project(&self.plbert.hidden_unless(ids, cancel)?)?)
        })?;
        timings.stage(Stage::Prosody, cancel, || {
            let prosody = self.prosody.encode(&encoded, row)?;
            cancel.check()?;
            let logits = self.prosody.duration_logits(&prosody)?;
            let pace = pace(&frames(&logits)?, delivery.speed, changes);
            let alignment = Alignment::paced(pace);
            let stretched = alignment.expand(&prosody)?;
            cancel.check()?;
            let (f0, energy) = self.prosody.curves(&stretched, row)?;
            let mut f0: Vec<f32> = f0.to_vec1()?;
            change_pitch(&mut f0, alignment.durations(), changes);
            Ok::<_, Error>((alignment, f0, energy.to_vec1()?))
        })
    }
}
