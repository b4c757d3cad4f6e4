//! How much is done at once.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;
use std::time::Duration;

/// How many speeches are made at once, with how much memory, on how many cores.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SessionsOptions {
    /// Cores that compute.
    pub threads: NonZeroUsize,
    /// Speeches that may be made at once, those that wait for their turn among them.
    pub most: usize,
    /// How long the work that is foreseen may take. Of each speech, what is heard in that time
    /// counts.
    pub longest_wait: Duration,
    /// Bytes of working memory that utterances may take at once, beside the model. One utterance is
    /// spoken whatever it takes.
    pub memory: u64,
}

impl Default for SessionsOptions {
    fn default() -> Self {
        Self {
            threads: available_parallelism().unwrap_or(NonZeroUsize::MIN),
            most: 256,
            longest_wait: Duration::from_secs(30),
            memory: 1 << 30,
        }
    }
}
