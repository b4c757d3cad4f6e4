//! What is shared, and what a turn needs.

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

/// What is shared.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CoresOptions {
    /// Cores that compute.
    pub threads: NonZeroUsize,
    /// Bytes that all turns together may take.
    pub memory: u64,
    /// How much earlier the deadline of a job must be that makes another pause.
    pub margin: Duration,
    /// How long a job that has computed still counts as one that shares the cores.
    pub recent: Duration,
}

impl CoresOptions {
    /// So many cores, and memory without a limit.
    pub fn new(threads: NonZeroUsize) -> Self {
        let (margin, recent) = (Duration::from_secs(1), Duration::from_millis(250));
        Self { threads, memory: u64::MAX, margin, recent }
    }
}

/// What a turn needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Want {
    /// When its work should be done.
    pub deadline: Instant,
    /// Bytes that it takes meanwhile.
    pub memory: u64,
}

impl Want {
    /// A turn that should be done by `deadline` and takes no memory worth counting.
    pub fn by(deadline: Instant) -> Self {
        Self { deadline, memory: 0 }
    }

    /// Sets the memory that it takes.
    #[must_use]
    pub fn memory(self, memory: u64) -> Self {
        Self { memory, ..self }
    }
}
