//! Segments of several capacities on one provider, of which few are open at once.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use kokoro_weights::Weights;

use super::fallback::Fallback;
use super::options::NpuOptions;
use super::segment_decoder::SegmentDecoder;
use super::segment_file::SegmentFile;
use super::self_test::self_test;
use super::verdict::{Refusal, Verdict};
use crate::runtime::{ProbeOutcome, Runtime, find_library};
use crate::{Error, Result};

/// The segments of one provider.
#[derive(Debug)]
pub(super) struct Buckets {
    runtime: Runtime,
    weights: Weights,
    options: NpuOptions,
    files: Vec<SegmentFile>,               // by capacity, smallest first
    open: Mutex<Vec<Arc<SegmentDecoder>>>, // the last one used comes first
}

impl Buckets {
    /// Loads the library, asks for the provider and reads the files; nothing is opened yet.
    ///
    /// # Errors
    /// Whatever is missing: the library, the provider, a file, or all files.
    pub fn new(weights: &Weights, options: &NpuOptions) -> Result<Self> {
        let runtime = Runtime::load(&find_library(options.library.as_deref())?)?;
        options.session.provider.check(&runtime)?;
        let read = |path: &PathBuf| SegmentFile::read(path, weights);
        let mut files = options.segments.iter().map(read).collect::<Result<Vec<_>>>()?;
        files.sort_by_key(|file| file.metadata.frames);
        if files.is_empty() {
            return Err(Error::NoSegments);
        }
        let (weights, options) = (weights.clone(), options.clone());
        Ok(Self { runtime, weights, options, files, open: Mutex::default() })
    }

    /// Frames of the longest segment.
    pub fn longest(&self) -> usize {
        self.files.last().map_or(0, |file| file.metadata.frames)
    }

    /// The segment for an utterance: the smallest that holds it, or the next larger one if that is
    /// open already.
    pub fn for_frames(&self, frames: usize) -> Result<Arc<SegmentDecoder>, Fallback> {
        let mut fitting = self.files.iter().filter(|file| file.metadata.frames >= frames);
        let Some(best) = fitting.next() else {
            return Err(Fallback::TooLong { frames, longest: self.longest() });
        };
        let good_enough = [Some(best), fitting.next()];
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        for wanted in good_enough.into_iter().flatten() {
            if let Some(place) = open.iter().position(|segment| segment.file() == wanted) {
                let segment = open.remove(place);
                open.insert(0, segment.clone());
                return Ok(segment);
            }
        }
        open.truncate(self.options.sessions.max(1) - 1); // before the new one takes its memory
        let segment = Arc::new(self.open(best)?);
        open.insert(0, segment.clone());
        Ok(segment)
    }

    /// Opens a segment, if the provider is trusted with it.
    fn open(&self, file: &SegmentFile) -> Result<SegmentDecoder, Fallback> {
        let known = self.options.verdicts.as_ref();
        let known = known.and_then(|v| v.recall(&self.runtime, file, &self.options.session));
        let verdict = match known {
            Some(verdict) => Some(verdict),
            None => self.probe(file).inspect(|verdict| self.remember(file, verdict)),
        };
        if let Some(Verdict::Refused(refusal)) = verdict {
            return Err(Fallback::Untrusted(refusal));
        }
        let opened =
            SegmentDecoder::open(&self.runtime, file, &self.options.session, &self.weights);
        let segment = opened.map_err(failed)?;
        if verdict.is_none() {
            let verdict = self_test(&segment).map_err(failed)?;
            self.remember(file, &verdict);
            if let Verdict::Refused(refusal) = verdict {
                return Err(Fallback::Untrusted(refusal));
            }
        }
        Ok(segment)
    }

    /// The verdict of another process, if there is a way to ask one.
    fn probe(&self, file: &SegmentFile) -> Option<Verdict> {
        let probe = self.options.probe.as_ref()?.probe(file);
        let refusal = match probe.run::<Verdict>() {
            Ok(ProbeOutcome::Worked(verdict)) => return Some(verdict),
            Ok(ProbeOutcome::Failed { reason }) => Refusal::Failed { reason },
            Ok(ProbeOutcome::Crashed { reason }) => Refusal::Crashed { reason },
            Ok(ProbeOutcome::TimedOut) => Refusal::TimedOut { seconds: probe.limit.as_secs() },
            Err(_) => return None, // no process can be started here: the test runs in this one
        };
        Some(Verdict::Refused(refusal))
    }

    /// Keeps a verdict, if there is a place for verdicts. If it cannot be kept, the test runs again
    /// next time.
    fn remember(&self, file: &SegmentFile, verdict: &Verdict) {
        if let Some(verdicts) = &self.options.verdicts {
            let _ = verdicts.remember(&self.runtime, file, &self.options.session, verdict);
        }
    }
}

fn failed(error: Error) -> Fallback {
    Fallback::Failed(Arc::new(error))
}
