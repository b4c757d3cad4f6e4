//! What all requests share.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use kokoro::Kokoro;
use kokoro_sessions::Sessions;

use crate::ServerOptions;
use crate::body_memory::BodyMemory;
use crate::fastapi::Downloads;
use crate::metrics::Metrics;

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
    metrics: Metrics,
    body_memory: BodyMemory,
    downloads: Downloads,
}

impl AppState {
    /// A server that speaks with `sessions`.
    pub fn new(sessions: Sessions, options: ServerOptions) -> Self {
        let body_memory = BodyMemory::new(options.largest_body);
        let (stopping, metrics) = (AtomicBool::new(false), Metrics::default());
        let downloads = Downloads::default();
        let shared = Shared { sessions, options, stopping, metrics, body_memory, downloads };
        Self { shared: Arc::new(shared) }
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

    /// The sounds that can be fetched again.
    pub(crate) fn downloads(&self) -> &Downloads {
        &self.shared.downloads
    }

    /// From now on, nobody is to send further requests.
    pub(crate) fn stop(&self) {
        self.shared.stopping.store(true, Ordering::Release);
    }

    /// Whether the server is about to end.
    pub(crate) fn is_stopping(&self) -> bool {
        self.shared.stopping.load(Ordering::Acquire)
    }

    /// Tells the metrics how long it took to read the model.
    #[must_use]
    pub fn loaded_in(self, took: Duration) -> Self {
        self.metrics().model_loaded(took);
        self
    }

    /// What is counted.
    pub(crate) fn metrics(&self) -> &Metrics {
        &self.shared.metrics
    }

    /// Memory for bodies of requests.
    pub(crate) fn body_memory(&self) -> &BodyMemory {
        &self.shared.body_memory
    }
}
