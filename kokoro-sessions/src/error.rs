//! Why a speech is not made, or not to its end.

use std::time::Duration;

/// There is too much to do: try again later.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{speeches} speeches are being made, and the server has no room for more; try again later")]
#[non_exhaustive]
pub struct Full {
    /// Speeches that are being made.
    pub speeches: usize,
    /// How long until there is room, as far as can be foretold.
    pub retry_after: Duration,
}

/// Whoever was listening takes no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nobody listens any more")]
pub struct Gone;

/// Why a speech ended before its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SessionError {
    /// It cannot be spoken.
    #[error(transparent)]
    Speech(#[from] kokoro::Error),
    /// Nobody listens any more.
    #[error(transparent)]
    Gone(#[from] Gone),
}
