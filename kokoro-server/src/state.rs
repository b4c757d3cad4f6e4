//! What all requests share.

use std::sync::Arc;

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
}

impl AppState {
    /// A server that speaks with `sessions`.
    pub fn new(sessions: Sessions, options: ServerOptions) -> Self {
        Self { shared: Arc::new(Shared { sessions, options }) }
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
}
