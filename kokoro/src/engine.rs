//! Weights, text front ends and model, joined.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kokoro_core::{Precision, Synthesizer, Voice};
use kokoro_text::FrontEnds;
use kokoro_weights::Weights;
use rayon::ThreadPool;

use crate::Error;
use crate::low_latency::Calibrations;

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
    pub front_ends: FrontEnds,
    /// The voices that have spoken.
    pub voices: Mutex<HashMap<String, Arc<Voice>>>,
    /// What is known of the voices that have spoken in pieces.
    pub calibrations: Calibrations,
}

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
}
