//! Weights, text front ends and model, joined.

use std::sync::Arc;

use kokoro_core::{Precision, Synthesizer, Voice};
use kokoro_text::FrontEnds;
use kokoro_weights::Weights;
use rayon::ThreadPool;

use crate::low_latency::Calibrations;
use crate::voices::{VoiceFiles, Voices};
use crate::{Error, SpeechOptions};

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
    pub voices: Voices,
    /// What is known of the voices that have spoken in pieces.
    pub calibrations: Calibrations,
}

impl Engine {
    /// The voice that an utterance is spoken with. A text may name voices and blends; only the
    /// caller's options may name files, unless the text names the same.
    pub fn voice(&self, text: &str, options: &SpeechOptions) -> Result<Arc<Voice>, Error> {
        let files = if text == options.voice { VoiceFiles::Allowed } else { VoiceFiles::Forbidden };
        self.voices.get(text, files, &self.weights, self.model.config())
    }
}
