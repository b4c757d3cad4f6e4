//! How long each stage of an utterance takes.

use std::time::{Duration, Instant};

use crate::{CancelToken, Error};

/// A part of the model that is timed on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// PL-BERT and its projection.
    PlBert,
    /// Prosody encoder, durations, F0 and energy.
    Prosody,
    /// Text encoder.
    TextEncoder,
    /// Harmonic source and its STFT.
    Source,
    /// Decoder and generator, whatever runs them.
    Decoder,
    /// Exp, sin and inverse STFT.
    Vocoder,
}

impl Stage {
    /// Every stage, in the order of the data.
    pub const ALL: [Self; 6] = [
        Self::PlBert,
        Self::Prosody,
        Self::TextEncoder,
        Self::Source,
        Self::Decoder,
        Self::Vocoder,
    ];

    /// A short name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::PlBert => "plbert",
            Self::Prosody => "prosody",
            Self::TextEncoder => "text_encoder",
            Self::Source => "source",
            Self::Decoder => "decoder",
            Self::Vocoder => "vocoder",
        }
    }
}

/// Wall time of each stage; adds up over utterances. The text encoder may run beside other stages,
/// so that their sum is more than the time of the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timings([Duration; Stage::ALL.len()]);

impl Timings {
    /// The time spent in a stage.
    pub fn get(&self, stage: Stage) -> Duration {
        self.0[stage as usize]
    }

    /// Each stage and its time.
    pub fn iter(&self) -> impl Iterator<Item = (Stage, Duration)> + '_ {
        Stage::ALL.into_iter().map(|stage| (stage, self.get(stage)))
    }

    /// Adds the times of another utterance.
    pub fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(total, time)| *total += time);
    }

    /// Runs a stage, unless the work was cancelled, and adds its wall time.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; whatever `run` reports.
    pub(crate) fn stage<T, E: Into<Error>>(
        &mut self,
        stage: Stage,
        cancel: &CancelToken,
        run: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, Error> {
        cancel.check()?;
        let start = Instant::now();
        let result = run();
        self.0[stage as usize] += start.elapsed();
        result.map_err(Into::into)
    }
}
