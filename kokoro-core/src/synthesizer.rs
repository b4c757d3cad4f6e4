//! One utterance from tokens to samples, a stage a line.

use candle_nn::VarBuilder;
use kokoro_vocoder::{Istft, Spectrum};

use crate::decoder::Decoder;
use crate::features::SpectrumDecoder;
use crate::predictor::FeaturePredictor;
use crate::timings::{Stage, Timings};
use crate::{Config, Error, Tokens, Vocab, Voice};

/// The whole model: features, a decoder, and the vocoder. Many threads may use one at once.
pub struct Synthesizer {
    config: Config,
    vocab: Vocab,
    predictor: FeaturePredictor,
    decoder: Box<dyn SpectrumDecoder>,
    istft: Istft,
}

/// One utterance as it was spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// `[600 N]` at 24 kHz.
    pub samples: Vec<f32>,
    /// Frames of each token, both boundary ids included: `[T]`, sum `N`.
    pub durations: Vec<u32>,
    /// Wall time by stage.
    pub timings: Timings,
}

impl Synthesizer {
    /// The model with its decoder in f32 on the CPU.
    pub fn new(config: Config, vb: VarBuilder) -> Result<Self, Error> {
        let decoder = Decoder::new(&config, vb.pp("decoder"))?;
        Self::with_decoder(config, vb, Box::new(decoder))
    }

    /// The model with a decoder of the caller's.
    pub fn with_decoder(
        config: Config,
        vb: VarBuilder,
        decoder: Box<dyn SpectrumDecoder>,
    ) -> Result<Self, Error> {
        let istft = Istft::new(config.stft())?;
        let (vocab, predictor) = (Vocab::new(&config), FeaturePredictor::new(&config, vb)?);
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
        let style = voice.style(tokens.phonemes().len());
        let mut timings = Timings::default();
        let (features, alignment) =
            self.predictor.predict(tokens, &style, speed, seed, &mut timings)?;
        let logits = timings.time(Stage::Decoder, || self.decoder.decode(&features))?;
        let samples = timings.time(Stage::Vocoder, || self.vocode(&logits, features.frames))?;
        Ok(Utterance { samples, durations: alignment.durations().to_vec(), timings })
    }

    /// Logits `[22, F]` to samples `[600 N]`.
    fn vocode(&self, logits: &[f32], frames: usize) -> Result<Vec<f32>, Error> {
        let expected = self.config.spectrum_rows() * self.config.columns(frames);
        if logits.len() != expected {
            return Err(Error::Length { field: "logits", frames, expected, found: logits.len() });
        }
        Ok(self.istft.process(&Spectrum::from_logits(logits)?)?)
    }
}
