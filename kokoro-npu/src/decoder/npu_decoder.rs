//! The decoder that an application uses: a segment where one can be trusted, the CPU where not.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use kokoro_core::{DecodeReport, Decoded, Features, SpectrumDecoder};
use kokoro_weights::Weights;

use crate::decoder::buckets::Buckets;
use crate::decoder::guard::examine;
use crate::decoder::trust::Verdicts;
use crate::decoder::{Counts, Fallback, SegmentFile};
use crate::runtime::{Probe, SessionOptions};
use crate::{Error, Result};

/// After as many failures, one after another, no segment is tried any more: each costs the listener its time.
const PATIENCE: usize = 3;

/// What to decode on.
#[derive(Debug, Clone)]
pub struct NpuOptions {
    /// The library of ONNX Runtime; `None`: what [`find`](crate::runtime::find) finds.
    pub library: Option<PathBuf>,
    /// Provider and session.
    pub session: SessionOptions,
    /// Segments, of any capacities.
    pub segments: Vec<PathBuf>,
    /// Segments that may be open at once. One holds everything; more save opening where lengths vary, and cost memory.
    pub sessions: usize,
    /// Where verdicts of self-tests are kept; `None`: each process tests again.
    pub verdicts: Option<Verdicts>,
    /// How another process tries a segment first, in case the driver crashes.
    pub probe: Option<Prober>,
    /// An error instead of the CPU.
    pub require: bool,
}

impl NpuOptions {
    /// Segments on what `session` says, one open at a time, with the CPU as fallback.
    pub fn new(session: SessionOptions, segments: Vec<PathBuf>) -> Self {
        Self {
            library: None,
            session,
            segments,
            sessions: 1,
            verdicts: None,
            probe: None,
            require: false,
        }
    }
}

/// Makes the [`Probe`] of a segment. The program has to print [`Probe::report`] of a
/// [`Verdict`](crate::decoder::trust::Verdict).
#[derive(Clone)]
pub struct Prober(pub Arc<dyn Fn(&SegmentFile) -> Probe + Send + Sync>);

impl fmt::Debug for Prober {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Prober")
    }
}

/// [`SpectrumDecoder`] by segments, with the CPU standing by. Threads may share it.
pub struct NpuDecoder {
    cpu: Arc<dyn SpectrumDecoder>,
    buckets: Result<Buckets, String>,
    require: bool,
    history: Mutex<History>,
}

#[derive(Default)]
struct History {
    counts: Counts,
    failures: usize, // since the last success
    last: String,
}

impl NpuDecoder {
    /// Takes what it can get: without library, provider or segments, the CPU does everything, and [`DecodeReport`]s say why.
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
            other => other.map_err(|error| error.to_string()),
        };
        Ok(Self { cpu, buckets, require: options.require, history: Mutex::default() })
    }

    /// Why no segment can run at all.
    pub fn unavailable(&self) -> Option<&str> {
        self.buckets.as_ref().err().map(String::as_str)
    }

    /// What happened so far.
    pub fn counts(&self) -> Counts {
        self.history().counts
    }

    fn by_segment(&self, features: &Features) -> Result<Decoded, Fallback> {
        let buckets = self.buckets.as_ref().map_err(|why| Fallback::Unavailable(why.clone()))?;
        {
            let history = self.history();
            if history.failures >= PATIENCE {
                let (failures, last) = (history.failures, history.last.clone());
                return Err(Fallback::GivenUp { failures, last });
            }
        }
        let decoded = decode_on(buckets, features);
        self.note(&decoded);
        decoded
    }

    fn note(&self, decoded: &Result<Decoded, Fallback>) {
        let mut history = self.history();
        match decoded {
            Ok(_) => (history.counts.segment, history.failures) = (history.counts.segment + 1, 0),
            Err(Fallback::TooLong { .. }) => {} // says nothing of the provider
            Err(fallback) => {
                history.failures += 1;
                history.last = fallback.to_string();
                history.counts.guarded += usize::from(matches!(fallback, Fallback::Guarded(_)));
            }
        }
    }

    fn history(&self) -> std::sync::MutexGuard<'_, History> {
        self.history.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn decode_on(buckets: &Buckets, features: &Features) -> Result<Decoded, Fallback> {
    let segment = buckets.for_frames(features.frames)?;
    let logits = segment.run(features).map_err(|error| Fallback::Failed(error.to_string()))?;
    if let Some(finding) = examine(&logits, features) {
        return Err(Fallback::Guarded(finding));
    }
    Ok(Decoded { logits, report: DecodeReport::segment(segment.description()) })
}

impl SpectrumDecoder for NpuDecoder {
    /// Decodes on a segment or else on the CPU. Where the CPU stood in, the report's
    /// [`fallback`](DecodeReport::fallback) is a [`Fallback`].
    ///
    /// # Errors
    /// The CPU's; or [`Error::Required`] as the [source](kokoro_core::Error::Decoder), if no
    /// segment could and the CPU must not.
    fn decode(&self, features: &Features) -> Result<Decoded, kokoro_core::Error> {
        let fallback = match self.by_segment(features) {
            Ok(decoded) => return Ok(decoded),
            Err(fallback) if self.require => return Err(failed(Error::Required(fallback))),
            Err(fallback) => fallback,
        };
        let Decoded { logits, report } = self.cpu.decode(features)?;
        self.history().counts.cpu += 1;
        Ok(Decoded { logits, report: report.with_fallback(fallback) })
    }

    /// Frames of the longest segment, if any can run: longer utterances go to the CPU.
    fn longest(&self) -> Option<usize> {
        let buckets = self.buckets.as_ref().ok()?;
        (self.history().failures < PATIENCE).then(|| buckets.longest())
    }
}

fn failed(error: Error) -> kokoro_core::Error {
    kokoro_core::Error::Decoder(error.into())
}
