//! What all requests share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kokoro::Kokoro;
use kokoro_sessions::Sessions;

use crate::ServerOptions;

/// The model, the sessions that share it, and the settings. Clones are the same.
#[derive(Debug, Clone)]
pub struct AppState {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    sessions: Sessions,
    options: ServerOptions,
    stopping: AtomicBool,
}

impl AppState {
    /// A server that speaks with `sessions`.
    pub fn new(sessions: Sessions, options: ServerOptions) -> Self {
        let stopping = AtomicBool::new(false);
        Self { shared: Arc::new(Shared { sessions, options, stopping }) }
    }

    /// The speeches that are being made.
    pub fn sessions(&self) -> &Sessions {
        &self.shared.sessions
    }

    /// The model.
    pub fn kokoro(&self) -> &Kokoro {
        self.shared.sessions.kokoro()
    }

    /// The settings.
    pub fn options(&self) -> &ServerOptions {
        &self.shared.options
    }

    /// From now on, nobody is to send further requests.
    pub(crate) fn stop(&self) {
        self.shared.stopping.store(true, Ordering::Release);
    }

    /// Whether the server is about to end.
    pub(crate) fn is_stopping(&self) -> bool {
        self.shared.stopping.load(Ordering::Acquire)
    }
}
