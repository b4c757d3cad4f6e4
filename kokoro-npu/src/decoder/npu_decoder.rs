//! The decoder that an application uses: a segment where one can be trusted, the CPU where not.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kokoro_core::{CancelToken, DecodeReport, Decoded, Features, SpectrumDecoder};
use kokoro_weights::Weights;

use super::buckets::Buckets;
use super::fallback::{Counts, Fallback};
use super::guard::examine;
use super::options::NpuOptions;
use crate::{Error, Result};

/// After this many failures in a row no segment is tried again, because the listener waits during
/// each.
const PATIENCE: usize = 3;

/// [`SpectrumDecoder`] by segments, with the CPU standing by. Threads may share it.
pub struct NpuDecoder {
    cpu: Arc<dyn SpectrumDecoder>,
    buckets: Result<Buckets, Arc<Error>>,
    require: bool,
    history: Mutex<History>,
}

impl fmt::Debug for NpuDecoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NpuDecoder")
            .field("buckets", &self.buckets)
            .field("require", &self.require)
            .field("history", &self.history)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Default)]
struct History {
    counts: Counts,
    /// Failures since the last success.
    failures: usize,
    last: Option<Arc<Fallback>>,
}

impl NpuDecoder {
    /// Without a library, a provider or segments, the CPU decodes everything, and the
    /// [`DecodeReport`]s say why.
    ///
    /// # Errors
    /// That reason, if [`NpuOptions::require`] is set.
    pub fn new(
        weights: &Weights,
        cpu: Arc<dyn SpectrumDecoder>,
        options: &NpuOptions,
    ) -> Result<Self> {
        let buckets = match Buckets::new(weights, options) {
            Err(error) if options.require => return Err(error),
            other => other.map_err(Arc::new),
        };
        Ok(Self { cpu, buckets, require: options.require, history: Mutex::default() })
    }

    /// Why no segment can run at all.
    pub fn unavailable(&self) -> Option<&Error> {
        self.buckets.as_ref().err().map(Arc::as_ref)
    }

    /// What happened so far.
    pub fn counts(&self) -> Counts {
        self.history().counts
    }

    fn by_segment(&self, features: &Features) -> Result<Decoded, Fallback> {
        let buckets = self.buckets.as_ref().map_err(|why| Fallback::Unavailable(why.clone()))?;
        if let Some(given_up) = self.given_up() {
            return Err(given_up);
        }
        let decoded = decode_on(buckets, features);
        self.note(&decoded);
        decoded
    }

    /// The reason, if it failed too often to be tried again.
    fn given_up(&self) -> Option<Fallback> {
        let history = self.history();
        let last = history.last.clone().filter(|_| history.failures >= PATIENCE)?;
        Some(Fallback::GivenUp { failures: history.failures, last })
    }

    fn note(&self, decoded: &Result<Decoded, Fallback>) {
        let mut history = self.history();
        match decoded {
            Ok(_) => (history.counts.segment, history.failures) = (history.counts.segment + 1, 0),
            Err(Fallback::TooLong { .. }) => {} // says nothing of the provider
            Err(fallback) => {
                history.failures += 1;
                history.last = Some(Arc::new(fallback.clone()));
                history.counts.guarded += usize::from(matches!(fallback, Fallback::Guarded(_)));
            }
        }
    }

    fn history(&self) -> MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn decode_on(buckets: &Buckets, features: &Features) -> Result<Decoded, Fallback> {
    let segment = buckets.for_frames(features.frames)?;
    let logits = segment.run(features).map_err(|error| Fallback::Failed(Arc::new(error)))?;
    if let Some(finding) = examine(&logits, features) {
        return Err(Fallback::Guarded(finding));
    }
    Ok(Decoded { logits, report: DecodeReport::segment(segment.description()) })
}

impl SpectrumDecoder for NpuDecoder {
    /// Decodes on a segment or else on the CPU. Where the CPU stood in, the report's
    /// [`fallback`](DecodeReport::fallback) is a [`Fallback`]. A run of a segment is not stopped on
    /// the way.
    ///
    /// # Errors
    /// The CPU's; or [`Error::Required`] as the [source](kokoro_core::Error::Decoder), if no
    /// segment could and the CPU must not.
    fn decode(
        &self,
        features: &Features,
        cancel: &CancelToken,
    ) -> Result<Decoded, kokoro_core::Error> {
        cancel.check()?;
        let fallback = match self.by_segment(features) {
            Ok(decoded) => return Ok(decoded),
            Err(fallback) if self.require => return Err(failed(Error::Required(fallback))),
            Err(fallback) => fallback,
        };
        let Decoded { logits, report } = self.cpu.decode(features, cancel)?;
        self.history().counts.cpu += 1;
        Ok(Decoded { logits, report: report.with_fallback(fallback) })
    }

    /// Frames of the longest segment, if any can run. A longer utterance that the caller does not
    /// divide goes to the CPU.
    fn longest(&self) -> Option<usize> {
        let buckets = self.buckets.as_ref().ok()?;
        (self.history().failures < PATIENCE).then(|| buckets.longest())
    }
}

fn failed(error: Error) -> kokoro_core::Error {
    kokoro_core::Error::Decoder(error.into())
}
