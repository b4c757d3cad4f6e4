//! What sessions and tickets have in common.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fair_cores::Cores;
use kokoro::Kokoro;

use crate::SessionsOptions;
use crate::admission::Admission;

/// The model, the cores and who was let in.
#[derive(Debug)]
pub(crate) struct Shared {
    pub kokoro: Arc<Kokoro>,
    pub options: SessionsOptions,
    pub cores: Cores,
    pub admission: Mutex<Admission>,
}

impl Shared {
    pub fn admission(&self) -> MutexGuard<'_, Admission> {
        // Nothing that holds the lock leaves it half changed.
        self.admission.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
