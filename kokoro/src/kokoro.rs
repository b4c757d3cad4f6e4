//! Weights, text front ends and model, joined.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use candle_core::Device;
#[cfg(feature = "npu")]
use kokoro_core::LazyDecoder;
use kokoro_core::{Config, Delivery, Precision, PrecisionPlan, Synthesizer, Voice};
use kokoro_text::{
    Language, MAX_PHONEMES, Phonemizer, Utterance, Utterances, phonemizer, split, utterances,
};
use kokoro_weights::Weights;

use crate::divide::divide;
use crate::{Error, Options, Speech};

/// A loaded model. Share one between all threads: it is `Send + Sync`, and many may speak at once.
///
/// The work is done in the [rayon](https://docs.rs/rayon) pool that the caller is in; without one, in rayon's global pool.
pub struct Kokoro {
    weights: Weights,
    model: Synthesizer,
    #[cfg(feature = "npu")]
    npu: Option<Arc<kokoro_npu::decoder::NpuDecoder>>,
    precision: Precision,
    voices: Mutex<HashMap<String, Arc<Voice>>>,
    phonemizers: [OnceLock<Box<dyn Phonemizer>>; Language::ALL.len()],
}

impl Kokoro {
    /// Loads the model from a folder of weights: the repository's `weights/data`, or what
    /// [`weights::locate`](kokoro_weights::locate()) finds.
    ///
    /// Files are mapped and every tensor is checked against the manifest as it is read; voices are read when they first speak.
    ///
    /// # Errors
    /// [`Error::Weights`] names the file that is missing, damaged or foreign; [`Error::Model`] a configuration of another model.
    pub fn load(folder: impl AsRef<Path>) -> Result<Self, Error> {
        Self::load_in(folder, Precision::default())
    }

    /// Loads the model to compute in `precision`: [`PrecisionPlan`] says what of it. F0 and energy come within 1e-4 of f32's, and durations are the same
    /// but for about one phoneme in twenty thousand, which lasts a frame more or less.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn load_in(folder: impl AsRef<Path>, precision: Precision) -> Result<Self, Error> {
        let weights = Weights::open(folder.as_ref())?;
        let config = Config::from_json(weights.config_json())?;
        let vb = weights.var_builder(&Device::Cpu);
        let model = Synthesizer::new(config, PrecisionPlan::new(precision), vb)?;
        Ok(Self::new(weights, model, precision))
    }

    /// Loads the model with segments to decode on: `options` names the provider and the files. The CPU's decoder stands by, and reads
    /// its weights when it is first needed. What is longer than the longest segment is spoken in pieces, divided at pauses.
    ///
    /// # Errors
    /// As [`load`](Self::load). That no segment can run is an error only if `options.require` is set; otherwise the CPU speaks, and each
    /// [`Speech::reports`] says why.
    #[cfg(feature = "npu")]
    pub fn load_npu(
        folder: impl AsRef<Path>,
        options: &kokoro_npu::decoder::NpuOptions,
    ) -> Result<Self, Error> {
        let weights = Weights::open(folder.as_ref())?;
        let config = Config::from_json(weights.config_json())?;
        let vb = weights.var_builder(&Device::Cpu);
        let plan = PrecisionPlan::default();
        let cpu = Arc::new(LazyDecoder::new(&config, plan, vb.clone()));
        let npu = Arc::new(kokoro_npu::decoder::NpuDecoder::new(&weights, cpu, options)?);
        let model = Synthesizer::with_decoder(config, plan, vb, npu.clone())?;
        Ok(Self { npu: Some(npu), ..Self::new(weights, model, Precision::default()) })
    }

    fn new(weights: Weights, model: Synthesizer, precision: Precision) -> Self {
        let (voices, phonemizers) = Default::default();
        Self {
            weights,
            model,
            #[cfg(feature = "npu")]
            npu: None,
            precision,
            voices,
            phonemizers,
        }
    }

    /// What the CPU's decoder computes in.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The segments that decode, if there are any to: their counts, and why none can run.
    #[cfg(feature = "npu")]
    pub fn npu(&self) -> Option<&kokoro_npu::decoder::NpuDecoder> {
        self.npu.as_deref()
    }

    /// Names of the voices, sorted. The first letter is the language, the second `f` or `m`.
    pub fn voices(&self) -> impl ExactSizeIterator<Item = &str> {
        self.weights.voice_names()
    }

    /// The files behind this model.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The model itself, for those who want its stages.
    pub fn model(&self) -> &Synthesizer {
        &self.model
    }

    /// Speaks a text of any length: [`utterances`](Self::utterances), each spoken, joined.
    ///
    /// # Errors
    /// [`Error::NothingToSay`]; whatever [`utterances`](Self::utterances) and [`speak_utterance`](Self::speak_utterance) report.
    pub fn speak(&self, text: &str, options: &Options) -> Result<Speech, Error> {
        let utterances = self.utterances(text, options.language()?)?;
        self.speak_all(utterances.map(|utterance| Ok(utterance?)), options)
    }

    /// Speaks phonemes (IPA, one symbol a phoneme) of any length; no text front end is needed, whatever the language.
    ///
    /// # Errors
    /// [`Error::NothingToSay`] if no symbol is in the vocabulary; whatever [`speak_utterance`](Self::speak_utterance) reports.
    pub fn speak_phonemes(&self, phonemes: &str, options: &Options) -> Result<Speech, Error> {
        self.speak_all(self.phoneme_utterances(phonemes).into_iter().map(Ok), options)
    }

    /// Text in pieces that the model can speak at once, made while they are asked for: for long texts and for streaming.
    ///
    /// # Errors
    /// [`Error::Text`] if there is no front end for the language.
    pub fn utterances<'a>(
        &'a self,
        text: &'a str,
        language: Language,
    ) -> Result<Utterances<'a>, Error> {
        Ok(utterances(text, self.phonemizer(language)?))
    }

    /// Phonemes in pieces that the model can speak at once. White space of any kind is a space; symbols outside the vocabulary
    /// are reported in the first piece's `unknown`.
    pub fn phoneme_utterances(&self, phonemes: &str) -> Vec<Utterance> {
        let spaced = phonemes.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        let (known, unknown): (String, String) =
            spaced.partition(|&c| self.model.vocab().contains(c));
        let mut unknown: Vec<String> =
            unknown.chars().map(|c| c.escape_debug().to_string()).collect();
        let piece = |piece: &str| Utterance {
            text: piece.into(),
            phonemes: piece.into(),
            unknown: std::mem::take(&mut unknown),
        };
        split(&known, MAX_PHONEMES).into_iter().map(piece).collect()
    }

    /// Speaks one utterance.
    ///
    /// # Errors
    /// [`Error::Weights`] for an unknown voice, with the nearest name; [`Error::Model`] for a speed out of range, for more than
    /// [`MAX_PHONEMES`] phonemes, or for none.
    pub fn speak_utterance(
        &self,
        utterance: &Utterance,
        options: &Options,
    ) -> Result<Speech, Error> {
        let voice = self.voice(&options.voice)?;
        let speech = self.speak_piece(&utterance.phonemes, &voice, options)?;
        Ok(Speech { unknown: utterance.unknown.clone(), ..speech })
    }

    /// Speaks phonemes at once; or in pieces, if the backend has a limit and they can be divided.
    fn speak_piece(
        &self,
        phonemes: &str,
        voice: &Voice,
        options: &Options,
    ) -> Result<Speech, Error> {
        let tokens = self.model.vocab().encode(phonemes)?;
        let prepared =
            self.model.prepare(&tokens, voice, &Delivery::new(options.speed, options.seed))?;
        let frames = prepared.features.frames;
        let longest = self.model.decoder().longest().filter(|&longest| frames > longest);
        let pieces = longest.map_or(vec![], |longest| divide(phonemes, frames, longest));
        if pieces.len() > 1 {
            let mut speech = Speech::default();
            for piece in pieces {
                speech.append(self.speak_piece(piece, voice, options)?);
            }
            return Ok(speech);
        }
        Ok(Speech::new(&tokens, self.model.complete(prepared)?))
    }

    fn speak_all(
        &self,
        utterances: impl Iterator<Item = Result<Utterance, Error>>,
        options: &Options,
    ) -> Result<Speech, Error> {
        let mut speech = Speech::default();
        for utterance in utterances {
            speech.append(self.speak_utterance(&utterance?, options)?);
        }
        if speech.samples.is_empty() { Err(Error::NothingToSay) } else { Ok(speech) }
    }

    fn voice(&self, name: &str) -> Result<Arc<Voice>, Error> {
        // A thread that panicked while it held the lock left at most one voice less in the map.
        let mut voices = self.voices.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(voice) = voices.get(name) {
            return Ok(voice.clone());
        }
        let voice = Arc::new(Voice::new(self.weights.voice(name)?, self.model.config())?);
        voices.insert(name.into(), voice.clone());
        Ok(voice)
    }

    /// Gives the model a front end for text that was made elsewhere, say while the model was loading. Without it, the first text in a
    /// language makes one.
    pub fn set_phonemizer(&self, language: Language, phonemizer: Box<dyn Phonemizer>) {
        let _ = self.phonemizers[language as usize].set(phonemizer); // one that is there already is as good
    }

    fn phonemizer(&self, language: Language) -> Result<&dyn Phonemizer, Error> {
        let slot = &self.phonemizers[language as usize];
        if slot.get().is_none() {
            // Two threads may both get here; the second's front end is dropped.
            let _ = slot.set(phonemizer(language)?);
        }
        slot.get()
            .map(|boxed| boxed.as_ref())
            .ok_or(kokoro_text::Error::NoFrontEnd { language }.into())
    }
}
