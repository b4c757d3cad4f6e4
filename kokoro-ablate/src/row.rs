//! What was measured of one sentence on one path.

use kokoro_core::ProviderShare;
use kokoro_metrics::{log_mel_distance, snr_db, spectral_convergence};
use serde::{Deserialize, Serialize};

use crate::stage_seconds::StageSeconds;

/// One sentence on one path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AblationRow {
    /// The sentence's id.
    pub sentence: String,
    /// Its voice.
    pub voice: String,
    /// The path's name.
    pub path: String,
    /// Frames of the segment that holds it; none if no segment does.
    pub bucket: Option<usize>,
    /// Frames of the sentence.
    pub frames: usize,
    /// Seconds of speech.
    pub audio_seconds: f64,
    /// How it went.
    pub outcome: RowOutcome,
}

/// How it went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// It was spoken.
    Measured(Box<Measured>),
    /// It was not: the library, the provider or the segment failed.
    Failed {
        /// Why.
        error: String,
    },
    /// No segment is long enough.
    DoesNotFit {
        /// Frames of the longest.
        longest: usize,
    },
}

/// The figures of a sentence that was spoken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Measured {
    /// How the path was opened.
    pub opening: Opening,
    /// Seconds of the decoder's first run after opening; only in the row of the sentence that had
    /// it.
    pub cold_decoder_seconds: Option<f64>,
    /// Of the median warm run.
    pub stages: StageSeconds,
    /// Seconds of all stages over seconds of speech.
    pub rtf: f64,
    /// Peak resident memory, in units of 2²⁰ bytes, of a process of its own that spoke the bucket's
    /// longest sentence by this path; none where there was no such process or the system does not
    /// tell.
    pub peak_mb: Option<f64>,
    /// Against the sound of `cpu-f32`; none if the sound is not finite.
    pub quality: Option<Quality>,
    /// What the guard found wrong with the logits.
    pub guard: Option<String>,
}

/// How a path was opened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Opening {
    /// Seconds to read the weights of the decoder, or the segment, and to check them.
    pub load_seconds: f64,
    /// Seconds until ONNX Runtime and the provider had a session; none where nothing is compiled.
    pub compile_seconds: Option<f64>,
    /// Which provider got how many nodes, most first; empty for paths without a graph.
    pub placement: Vec<ProviderShare>,
}

/// How far a sound is from that of `cpu-f32` for the same features.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quality {
    /// [`log_mel_distance`](kokoro_metrics::log_mel_distance), dB.
    pub log_mel_db: f64,
    /// [`snr_db`](kokoro_metrics::snr_db), dB; none for the very same samples, which have no noise.
    pub snr_db: Option<f64>,
    /// [`spectral_convergence`](kokoro_metrics::spectral_convergence), without a unit.
    pub spectral_convergence: f64,
}

impl Quality {
    /// Of `found` against `expected`, samples at 24 kHz; none if one of the figures is not a
    /// number.
    pub fn of(found: &[f32], expected: &[f32]) -> Option<Self> {
        if found.len() != expected.len() || !found.iter().all(|x| x.is_finite()) {
            return None;
        }
        let snr = snr_db(found, expected);
        let quality = Self {
            log_mel_db: log_mel_distance(found, expected),
            snr_db: snr.is_finite().then_some(snr),
            spectral_convergence: spectral_convergence(found, expected),
        };
        (quality.log_mel_db.is_finite() && quality.spectral_convergence.is_finite())
            .then_some(quality)
    }
}

impl AblationRow {
    /// The figures, if it was spoken.
    pub fn measured(&self) -> Option<&Measured> {
        match &self.outcome {
            RowOutcome::Measured(measured) => Some(measured),
            _ => None,
        }
    }

    /// Whether there is nothing left to try: failures are tried again by the next run.
    pub(super) fn is_final(&self) -> bool {
        !matches!(self.outcome, RowOutcome::Failed { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quality_of_sounds() {
        let x: Vec<f32> = (0..4800).map(|t| (t as f32 * 0.1).sin()).collect();
        let same = Quality::of(&x, &x).unwrap();
        assert_eq!(same, Quality { log_mel_db: 0.0, snr_db: None, spectral_convergence: 0.0 });
        let half: Vec<f32> = x.iter().map(|x| x / 2.0).collect();
        let half = Quality::of(&half, &x).unwrap();
        assert!((half.snr_db.unwrap() - 20.0 * 2f64.log10()).abs() < 1e-6);
        assert!((half.spectral_convergence - 0.5).abs() < 1e-6);
        let mut broken = x.clone();
        broken[7] = f32::NAN;
        assert_eq!(Quality::of(&broken, &x), None);
        assert_eq!(Quality::of(&x[1..], &x), None);
    }
}
