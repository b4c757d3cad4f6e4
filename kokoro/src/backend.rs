//! What turns features into logits.

use kokoro_core::{Features, SpectrumDecoder};
#[cfg(feature = "npu")]
use kokoro_npu::decoder::{Decoded, NpuDecoder, Report};

use crate::Error;

/// What decodes.
pub(crate) enum Backend {
    /// The model's own decoder.
    Cpu,
    /// Segments, with that decoder standing by.
    #[cfg(feature = "npu")]
    Npu(Box<NpuDecoder>),
}

/// Logits, and what made them.
pub(crate) struct Logits {
    pub values: Vec<f32>,
    #[cfg(feature = "npu")]
    pub report: Report,
}

impl Backend {
    /// Logits `[22, 120 N + 1]`.
    pub fn decode(&self, features: &Features, cpu: &dyn SpectrumDecoder) -> Result<Logits, Error> {
        match self {
            Self::Cpu => Ok(Logits {
                values: cpu.decode(features)?,
                #[cfg(feature = "npu")]
                report: Report::Cpu { instead: None },
            }),
            #[cfg(feature = "npu")]
            Self::Npu(npu) => {
                let Decoded { logits, report } = npu.decode_reported(features)?;
                Ok(Logits { values: logits, report })
            }
        }
    }

    /// Frames that an utterance should not exceed, if there is such a limit.
    pub fn longest(&self) -> Option<usize> {
        match self {
            Self::Cpu => None,
            #[cfg(feature = "npu")]
            Self::Npu(npu) => npu.longest(),
        }
    }
}
