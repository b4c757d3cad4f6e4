//! What [`NpuDecoder`](super::NpuDecoder) decodes on.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::segment_file::SegmentFile;
use super::verdicts::Verdicts;
use crate::runtime::{Probe, SessionOptions};

/// What to decode on. Begin with [`NpuOptions::new`], and change what is to differ.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NpuOptions {
    /// The library of ONNX Runtime; `None`: what [`find_library`](crate::runtime::find_library)
    /// finds.
    pub library: Option<PathBuf>,
    /// Provider and session.
    pub session: SessionOptions,
    /// Segments, of any capacities.
    pub segments: Vec<PathBuf>,
    /// Segments that may be open at once. One is enough; more of them save opening again where
    /// lengths vary, and cost memory.
    pub sessions: usize,
    /// Where verdicts of self-tests are kept; `None`: each process tests again.
    pub verdicts: Option<Verdicts>,
    /// How another process tries a segment first, in case the driver crashes.
    pub probe: Option<Prober>,
    /// Whether there is an error, instead of decoding on the CPU, where no segment can decode.
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

    /// The same with this library of ONNX Runtime.
    #[must_use]
    pub fn with_library(self, library: impl Into<PathBuf>) -> Self {
        Self { library: Some(library.into()), ..self }
    }

    /// The same with other options of provider and session.
    #[must_use]
    pub fn with_session(self, session: SessionOptions) -> Self {
        Self { session, ..self }
    }

    /// The same with up to this many segments open at once.
    #[must_use]
    pub fn with_sessions(self, sessions: usize) -> Self {
        Self { sessions, ..self }
    }

    /// The same with verdicts kept in a folder.
    #[must_use]
    pub fn with_verdicts(self, verdicts: Verdicts) -> Self {
        Self { verdicts: Some(verdicts), ..self }
    }

    /// The same with another process that tries each segment first.
    #[must_use]
    pub fn with_probe(self, probe: Prober) -> Self {
        Self { probe: Some(probe), ..self }
    }

    /// The same without the CPU: where no segment can decode, there is an error.
    #[must_use]
    pub fn required(self) -> Self {
        Self { require: true, ..self }
    }
}

/// Makes the [`Probe`] of a segment. The program that it names has to print [`Probe::report`] of a
/// [`Verdict`](super::Verdict).
#[derive(Clone)]
pub struct Prober(Arc<dyn Fn(&SegmentFile) -> Probe + Send + Sync>);

impl Prober {
    /// A prober that asks a function.
    pub fn new(probe: impl Fn(&SegmentFile) -> Probe + Send + Sync + 'static) -> Self {
        Self(Arc::new(probe))
    }

    /// The probe of a segment.
    pub fn probe(&self, file: &SegmentFile) -> Probe {
        (self.0)(file)
    }
}

impl fmt::Debug for Prober {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Prober")
    }
}
