//! What an operator decides about a server.

use std::time::Duration;

/// The settings of a server.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ServerOptions {
    /// Characters of a text that is spoken. A longer one is refused.
    pub longest_text: usize,
    /// Bytes of a request's body.
    pub largest_body: usize,
    /// How long a client may take nothing of what is ready for it.
    pub patience: Duration,
}

impl Default for ServerOptions {
    fn default() -> Self {
        Self { longest_text: 1_000_000, largest_body: 10 << 20, patience: Duration::from_secs(60) }
    }
}
