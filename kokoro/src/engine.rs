//! Weights, text front ends and model, joined.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use kokoro_core::{Precision, Synthesizer, Voice};
use kokoro_text::{Language, Phonemizer, phonemizer};
use kokoro_weights::Weights;
use rayon::ThreadPool;

use crate::Error;

/// What a loaded model consists of.
pub(crate) struct Engine {
    pub weights: Weights,
    pub model: Synthesizer,
    #[cfg(feature = "npu")]
    pub npu: Option<Arc<kokoro_npu::decoder::NpuDecoder>>,
    /// The precision of the decoder on the CPU.
    pub precision: Precision,
    /// Where the model computes; without a pool, on the threads of whoever calls it.
    pub threads: Option<ThreadPool>,
    pub phonemizers: Phonemizers,
    /// The voices that have spoken.
    pub voices: Mutex<HashMap<String, Arc<Voice>>>,
}

/// One front end for each language, made when it is first needed.
pub(crate) type Phonemizers = [OnceLock<Box<dyn Phonemizer>>; Language::ALL.len()];

impl Engine {
    pub fn voice(&self, name: &str) -> Result<Arc<Voice>, Error> {
        // A thread that panicked while it held the lock left at most one voice less in the map.
        let mut voices = self.voices.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(voice) = voices.get(name) {
            return Ok(voice.clone());
        }
        let voice = Arc::new(Voice::new(self.weights.voice(name)?, self.model.config())?);
        voices.insert(name.into(), voice.clone());
        Ok(voice)
    }

    pub fn phonemizer(&self, language: Language) -> Result<&dyn Phonemizer, Error> {
        let slot = &self.phonemizers[language as usize];
        if let Some(made) = slot.get() {
            return Ok(made.as_ref());
        }
        // Two threads may both get here; the second one's front end is dropped.
        let made = phonemizer(language)?;
        Ok(slot.get_or_init(|| made).as_ref())
    }
}
