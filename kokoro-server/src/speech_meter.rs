//! The times and sizes of one speech.

use std::time::{Duration, Instant};

use kokoro::{Chunk, SAMPLE_RATE};
use tracing::Span;

use crate::AppState;
use crate::keys::Caller;
use crate::metrics::Outcome;

/// Measures a speech. Dropped before it was told how the speech ended, it takes it for abandoned.
#[derive(Debug)]
pub(crate) struct SpeechMeter {
    state: AppState,
    caller: Option<Caller>,
    span: Span,
    characters: u64,
    start: Instant,
    first: Option<Duration>,
    /// Time in which the client took nothing.
    waited: Duration,
    samples: u64,
    outcome: Outcome,
}

impl SpeechMeter {
    /// A speech of so many characters begins, on behalf of the current task.
    pub fn start(state: &AppState, characters: usize) -> Self {
        let (caller, characters) = (Caller::current(), characters as u64);
        state.metrics().speech_starts(characters, caller.as_ref());
        Self {
            state: state.clone(),
            caller,
            span: Span::current(),
            characters,
            start: Instant::now(),
            first: None,
            waited: Duration::ZERO,
            samples: 0,
            outcome: Outcome::Abandoned,
        }
    }

    /// A chunk was made.
    pub fn made(&mut self, chunk: &Chunk) {
        self.samples += chunk.samples.len() as u64;
        if !chunk.samples.is_empty() && self.first.is_none() {
            let first = self.start.elapsed();
            self.first = Some(first);
            self.state.metrics().first_sound(first);
        }
    }

    /// The client is given something, which may have to wait for it.
    pub fn give<T>(&mut self, give: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let given = give();
        self.waited += start.elapsed();
        given
    }

    /// Takes down how the speech ended.
    pub fn end(&mut self, outcome: Outcome) {
        self.outcome = outcome;
    }
}

impl Drop for SpeechMeter {
    fn drop(&mut self) {
        let metrics = self.state.metrics();
        let sound = self.samples as f64 / f64::from(SAMPLE_RATE);
        let whole = self.start.elapsed();
        metrics.speech_ends(self.outcome, sound, self.caller.as_ref());
        if self.outcome == Outcome::Finished && self.samples > 0 {
            metrics.speech_took(whole, self.waited, sound);
        }
        let outcome = self.outcome.word();
        let _span = self.span.enter();
        let first_ms = self.first.map(|first| first.as_millis() as u64);
        let (characters, ms) = (self.characters, whole.as_millis() as u64);
        tracing::info!(outcome, characters, seconds = sound, first_ms, ms, "spoken");
    }
}
