//! How much a server takes on.

use std::time::Duration;

use crate::codec::Limits;

/// How much a server takes on, and how long it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServerOptions {
    /// Clients at the same time. One more is told that the server is busy.
    pub max_connections: usize,
    /// Characters that a text may have, also one that comes in pieces.
    pub max_characters: usize,
    /// Sizes of events.
    pub limits: Limits,
    /// How long a client may send no event while nothing is being spoken.
    pub idle_timeout: Duration,
    /// How long a client may take no byte of what waits for it.
    pub write_timeout: Duration,
    /// How long what is being spoken may go on after the server was told to end.
    pub grace: Duration,
}

impl Default for ServerOptions {
    /// 64 clients, 1,000,000 characters, a MiB for each part of an event, five minutes idle, 30 s
    /// for a write, 10 s of grace.
    fn default() -> Self {
        Self {
            max_connections: 64,
            max_characters: 1_000_000,
            limits: Limits::default(),
            idle_timeout: Duration::from_secs(300),
            write_timeout: Duration::from_secs(30),
            grace: Duration::from_secs(10),
        }
    }
}
