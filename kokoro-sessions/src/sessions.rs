//! All speeches that are being made.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kokoro::Kokoro;

use crate::{Full, SessionsOptions, Ticket};

/// Speeches that share a model and the cores. Clones are the same.
#[derive(Debug, Clone)]
pub struct Sessions {
    shared: Arc<Shared>,
}

#[derive(Debug)]
pub(crate) struct Shared {
    pub kokoro: Arc<Kokoro>,
    pub options: SessionsOptions,
    pub speeches: AtomicUsize,
}

/// How busy the sessions are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Load {
    /// Speeches that were let in and are not over.
    pub speeches: usize,
    /// Of these, those that wait for a core.
    pub waiting: usize,
}

impl Sessions {
    /// Sessions that speak with `kokoro`.
    ///
    /// Build the model without threads of its own: they would be used by all at once.
    pub fn new(kokoro: Arc<Kokoro>, options: SessionsOptions) -> Self {
        let speeches = AtomicUsize::new(0);
        Self { shared: Arc::new(Shared { kokoro, options, speeches }) }
    }

    /// The model.
    pub fn kokoro(&self) -> &Kokoro {
        &self.shared.kokoro
    }

    /// Lets in a speech of a text of so many bytes, if there is room.
    ///
    /// # Errors
    /// There is too much to do already.
    pub fn admit(&self, _bytes: usize) -> Result<Ticket, Full> {
        let before = self.shared.speeches.fetch_add(1, Ordering::AcqRel);
        let ticket = Ticket::new(self.shared.clone());
        if before < self.shared.options.most {
            return Ok(ticket);
        }
        Err(Full { speeches: before, retry_after: Duration::from_secs(1) })
    }

    /// How busy they are.
    pub fn load(&self) -> Load {
        Load { speeches: self.shared.speeches.load(Ordering::Acquire), waiting: 0 }
    }
}
