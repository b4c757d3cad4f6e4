//! One utterance from tokens to samples, a stage a line.

use std::sync::Arc;

use candle_nn::VarBuilder;
use kokoro_vocoder::{Istft, Spectrum};

use crate::decoder::Decoder;
use crate::pool::on_pool;
use crate::predictor::FeaturePredictor;
use crate::timings::{Stage, Timings};
use crate::{Config, DecodeReport, Error, Features, Plan, SpectrumDecoder, Tokens, Vocab, Voice};

/// The whole model: features, a decoder, and the vocoder. Many threads may use one at once.
pub struct Synthesizer {
    config: Config,
    vocab: Vocab,
    predictor: FeaturePredictor,
    decoder: Arc<dyn SpectrumDecoder>,
    istft: Istft,
}

/// One utterance as it was spoken.
#[derive(Debug, Clone)]
pub struct Utterance {
    /// `[600 N]` at 24 kHz.
    pub samples: Vec<f32>,
    /// Frames of each token, both boundary ids included: `[T]`, sum `N`.
    pub durations: Vec<u32>,
    /// What decoded.
    pub report: DecodeReport,
    /// Wall time by stage.
    pub timings: Timings,
}

/// An utterance at the fork: ready for a decoder.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// What the decoder is given, `N` frames.
    pub features: Features,
    /// Frames of each token, both boundary ids included: `[T]`, sum `N`.
    pub durations: Vec<u32>,
    /// Wall time by stage, so far.
    pub timings: Timings,
}

impl Synthesizer {
    /// The model with its decoder on the CPU.
    pub fn new(config: Config, plan: Plan, vb: VarBuilder) -> Result<Self, Error> {
        let decoder = || Decoder::new(&config, plan, vb.pp("decoder"));
        let (decoder, predictor) =
            rayon::join(decoder, || FeaturePredictor::new(&config, plan, vb.clone()));
        Self::assemble(config, predictor?, Arc::new(decoder?))
    }

    /// The model with a decoder of the caller's; the plan is of what is above it.
    pub fn with_decoder(
        config: Config,
        plan: Plan,
        vb: VarBuilder,
        decoder: Arc<dyn SpectrumDecoder>,
    ) -> Result<Self, Error> {
        let predictor = FeaturePredictor::new(&config, plan, vb)?;
        Self::assemble(config, predictor, decoder)
    }

    fn assemble(
        config: Config,
        predictor: FeaturePredictor,
        decoder: Arc<dyn SpectrumDecoder>,
    ) -> Result<Self, Error> {
        let (istft, vocab) = (Istft::new(config.stft())?, Vocab::new(&config));
        Ok(Self { config, vocab, predictor, decoder, istft })
    }

    /// The model's numbers.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Phonemes to tokens.
    pub fn vocab(&self) -> &Vocab {
        &self.vocab
    }

    /// The part above the fork.
    pub fn predictor(&self) -> &FeaturePredictor {
        &self.predictor
    }

    /// The decoder that [`speak`](Self::speak) uses.
    pub fn decoder(&self) -> &dyn SpectrumDecoder {
        &*self.decoder
    }

    /// Speaks one utterance of at most 510 phonemes.
    ///
    /// # Errors
    /// [`Error::Speed`]; whatever the decoder reports.
    pub fn speak(
        &self,
        tokens: &Tokens,
        voice: &Voice,
        speed: f32,
        seed: u64,
    ) -> Result<Utterance, Error> {
        self.complete(self.prepare(tokens, voice, speed, seed)?)
    }

    /// Everything above the fork: the features of an utterance, for whichever decoder follows.
    ///
    /// # Errors
    /// [`Error::Speed`].
    pub fn prepare(
        &self,
        tokens: &Tokens,
        voice: &Voice,
        speed: f32,
        seed: u64,
    ) -> Result<Prepared, Error> {
        let style = voice.style(tokens.phonemes().len());
        let mut timings = Timings::default();
        let predict = || self.predictor.predict(tokens, &style, speed, seed, &mut timings);
        let (features, alignment) = on_pool(predict)?;
        Ok(Prepared { features, durations: alignment.durations().to_vec(), timings })
    }

    /// Everything from the fork on: what was prepared, by this model's decoder, to samples.
    ///
    /// # Errors
    /// Whatever the decoder reports; [`Error::Length`] for logits of another number of frames.
    pub fn complete(&self, prepared: Prepared) -> Result<Utterance, Error> {
        let Prepared { features, durations, mut timings } = prepared;
        let decoded = timings.time(Stage::Decoder, || self.decoder.decode(&features))?;
        let frames = features.frames;
        drop(features); // which is as much memory as the spectrum
        let samples = timings.time(Stage::Vocoder, || self.vocode(&decoded.logits, frames))?;
        Ok(Utterance { samples, durations, report: decoded.report, timings })
    }

    /// Everything below the rejoin: logits `[22, F]` of `N` frames to samples `[600 N]`.
    ///
    /// # Errors
    /// [`Error::Length`] for logits of another number of frames.
    pub fn vocode(&self, logits: &[f32], frames: usize) -> Result<Vec<f32>, Error> {
        let expected = self.config.spectrum_rows() * self.config.columns(frames);
        if logits.len() != expected {
            return Err(Error::Length { field: "logits", frames, expected, found: logits.len() });
        }
        on_pool(|| Ok(self.istft.process(&Spectrum::from_logits(logits)?)?))
    }
}
