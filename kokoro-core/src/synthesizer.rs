//! One utterance from tokens to samples, with one line for each stage.

use std::fmt;
use std::sync::Arc;

use candle_nn::VarBuilder;
use kokoro_vocoder::{Istft, Spectrum};

use crate::architecture::{SPECTRUM_ROWS, columns};
use crate::decoder::Decoder;
use crate::feature_predictor::FeaturePredictor;
use crate::lazy_decoder::LazyDecoder;
use crate::pool::on_pool;
use crate::timings::{Stage, Timings};
use crate::{
    CancelToken, Config, DecodeReport, Delivery, Error, Features, PrecisionPlan, SpectrumDecoder,
    Tokens, Vocab, Voice,
};

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
#[non_exhaustive]
pub struct Spoken {
    /// `[600 N]` at 24 kHz.
    pub samples: Vec<f32>,
    /// Frames of each token, both boundary ids included: `[T]`, sum `N`.
    pub durations: Vec<u32>,
    /// How many times faster than they are in `samples` the frames of each token are to be played
    /// by a [`TimeScale`](crate::TimeScale): `[T]`, or empty if they are to be played as they are.
    pub playback: Vec<f32>,
    /// What decoded, and why it was not something else.
    pub report: DecodeReport,
    /// Wall time by stage.
    pub timings: Timings,
}

/// An utterance at the fork: ready for a decoder.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Prepared {
    /// What the decoder is given, `N` frames.
    pub features: Features,
    /// Frames of each token, both boundary ids included: `[T]`, sum `N`.
    pub durations: Vec<u32>,
    /// How fast the frames of each token are to be played, as in [`Spoken`].
    pub playback: Vec<f32>,
    /// Wall time by stage, so far.
    pub timings: Timings,
    /// The delivery's token, which is checked before each of the remaining stages, too.
    pub cancel: CancelToken,
}

impl fmt::Debug for Synthesizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Synthesizer").finish_non_exhaustive()
    }
}

impl Synthesizer {
    /// The model with its decoder on the CPU.
    pub fn new(config: Config, plan: PrecisionPlan, vb: VarBuilder) -> Result<Self, Error> {
        let decoder = || Decoder::new(&config, plan, vb.pp("decoder"));
        let (decoder, predictor) =
            rayon::join(decoder, || FeaturePredictor::new(&config, plan, vb.clone()));
        Self::assemble(config, predictor?, Arc::new(decoder?))
    }

    /// The model with its decoder on the CPU, whose weights are read when it first decodes: for
    /// programs that may never ask it to.
    pub fn with_lazy_decoder(
        config: Config,
        plan: PrecisionPlan,
        vb: VarBuilder<'static>,
    ) -> Result<Self, Error> {
        let decoder = Arc::new(LazyDecoder::new(&config, plan, vb.clone()));
        Self::with_decoder(config, plan, vb, decoder)
    }

    /// The model with another decoder; `plan` says how the stages above it are computed.
    pub fn with_decoder(
        config: Config,
        plan: PrecisionPlan,
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
    /// [`Error::Speed`]; [`Error::Cancelled`]; whatever the decoder reports.
    pub fn speak(
        &self,
        tokens: &Tokens,
        voice: &Voice,
        delivery: &Delivery,
    ) -> Result<Spoken, Error> {
        self.complete(self.prepare(tokens, voice, delivery)?)
    }

    /// Everything above the fork: the features of an utterance, for whichever decoder follows.
    ///
    /// # Errors
    /// [`Error::Speed`]; [`Error::Cancelled`].
    pub fn prepare(
        &self,
        tokens: &Tokens,
        voice: &Voice,
        delivery: &Delivery,
    ) -> Result<Prepared, Error> {
        let style = voice.style(tokens.symbols());
        let mut timings = Timings::default();
        let predict = || self.predictor.predict(tokens, &style, delivery, &mut timings);
        let (features, alignment) = on_pool(predict)?;
        let (durations, cancel) = (alignment.durations().to_vec(), delivery.cancel.clone());
        let playback = alignment.playback().to_vec();
        Ok(Prepared { features, durations, playback, timings, cancel })
    }

    /// Everything from the fork on: this model's decoder and the vocoder, for what was prepared.
    ///
    /// # Errors
    /// Whatever the decoder reports; [`Error::Length`] for logits of another number of frames;
    /// [`Error::Cancelled`].
    pub fn complete(&self, prepared: Prepared) -> Result<Spoken, Error> {
        let Prepared { features, durations, playback, mut timings, cancel } = prepared;
        let decode = || self.decoder.decode(&features, &cancel);
        let decoded = timings.stage(Stage::Decoder, &cancel, decode)?;
        let frames = features.frames;
        drop(features); // which is as much memory as the spectrum
        let vocode = || self.vocode(&decoded.logits, frames);
        let samples = timings.stage(Stage::Vocoder, &cancel, vocode)?;
        Ok(Spoken { samples, durations, playback, report: decoded.report, timings })
    }

    /// Everything below the rejoin: logits `[22, F]` of `N` frames to samples `[600 N]`.
    ///
    /// # Errors
    /// [`Error::Length`] for logits of another number of frames.
    pub fn vocode(&self, logits: &[f32], frames: usize) -> Result<Vec<f32>, Error> {
        let expected = SPECTRUM_ROWS * columns(frames);
        if logits.len() != expected {
            return Err(Error::Length { field: "logits", frames, expected, found: logits.len() });
        }
        on_pool(|| Ok(self.istft.process(&Spectrum::from_logits(logits)?)?))
    }
}
