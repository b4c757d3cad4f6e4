//! How much a server does at once, and how long anything may take.

use std::num::NonZeroUsize;
use std::time::Duration;

use clap::Args;
use kokoro_server::ServerOptions;
use kokoro_sessions::SessionsOptions;

use crate::serve::environment::environment;

/// How much at once, and for how long.
#[derive(Args)]
pub struct LimitArgs {
    /// Longest text of a request [default: $MAX_INPUT_LENGTH, else 1000000]
    #[arg(long, value_name = "CHARACTERS")]
    max_text: Option<NonZeroUsize>,
    /// Largest body of a request
    #[arg(long, value_name = "BYTES", default_value = "10485760")]
    max_body: NonZeroUsize,
    /// Speeches that may be made at once, waiting ones among them
    #[arg(long, value_name = "N", default_value = "256")]
    sessions: NonZeroUsize,
    /// Working memory of all speeches together, beside the model
    #[arg(long, value_name = "MB", default_value = "1024")]
    memory: NonZeroUsize,
    /// A request is refused if the work before it would take longer than this
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    wait: Duration,
    /// Connections at once
    #[arg(long, value_name = "N", default_value = "1024")]
    connections: NonZeroUsize,
    /// How long a client may take nothing of what is ready for it
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    patience: Duration,
    /// How long to go on accepting requests after a signal to stop, while /readyz says 503
    #[arg(long, value_name = "SECONDS", default_value = "0", value_parser = seconds)]
    notice: Duration,
    /// How long speeches may go on after that
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    grace: Duration,
}

impl LimitArgs {
    /// Sets the limits of a server.
    pub fn set(&self, options: &mut ServerOptions) {
        let longest = self.max_text.map(NonZeroUsize::get).or(environment().longest_text);
        options.longest_text = longest.unwrap_or(options.longest_text);
        options.largest_body = self.max_body.get();
        options.most_connections = self.connections.get();
        options.patience = self.patience;
        options.notice = self.notice;
        options.grace = self.grace;
    }

    /// The limits of its speeches, which compute on so many threads.
    pub fn sessions(&self, threads: NonZeroUsize) -> SessionsOptions {
        let mut options = SessionsOptions::default();
        options.threads = threads;
        options.most = self.sessions.get();
        options.longest_wait = self.wait;
        options.memory = (self.memory.get() as u64).saturating_mul(1 << 20);
        options
    }
}

/// A time that a user could mean, in seconds.
fn seconds(given: &str) -> Result<Duration, NotSeconds> {
    let seconds = given.parse().ok().filter(|seconds| (0.0..=LONGEST).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or(NotSeconds)
}

/// A day, in seconds.
const LONGEST: f64 = 86_400.0;

/// What is no time.
#[derive(Debug, thiserror::Error)]
#[error("expected seconds, from 0 to {LONGEST}")]
struct NotSeconds;
