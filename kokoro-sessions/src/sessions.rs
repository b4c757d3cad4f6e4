//! All speeches that are being made.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use fair_cores::{Cores, CoresOptions};
use kokoro::Kokoro;

use crate::admission::Admission;
use crate::shared::Shared;
use crate::{Full, SessionsOptions, Ticket};

/// Speeches that share a model and the cores. Clones are the same.
#[derive(Debug, Clone)]
pub struct Sessions {
    shared: Arc<Shared>,
}

/// How busy the sessions are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub struct Load {
    /// Speeches that were let in and are not over.
    pub speeches: usize,
    /// Of these, those that wait for a core.
    pub waiting: usize,
    /// Of these, those that were made to wait in the middle of a sentence.
    pub paused: usize,
    /// Cores that compute.
    pub busy: usize,
    /// Bytes of working memory that the utterances that are being spoken may take.
    pub memory: u64,
    /// How long all cores will take for the work at hand.
    pub wait: Duration,
}

impl Sessions {
    /// Sessions that speak with `kokoro`.
    ///
    /// Build the model without [threads of its own](kokoro::KokoroBuilder::threads): they would be
    /// used by all speeches at once, and turns would mean nothing.
    pub fn new(kokoro: Arc<Kokoro>, options: SessionsOptions) -> Self {
        let mut cores = CoresOptions::new(options.threads);
        cores.memory = options.memory;
        let (cores, admission) = (Cores::new(cores), Mutex::new(Admission::default()));
        Self { shared: Arc::new(Shared { kokoro, options, cores, admission }) }
    }

    /// The model.
    pub fn kokoro(&self) -> &Kokoro {
        &self.shared.kokoro
    }

    /// How much is done at once.
    pub fn options(&self) -> &SessionsOptions {
        &self.shared.options
    }

    /// Lets in a speech of a text of so many bytes, if there is room.
    ///
    /// # Errors
    /// There is too much to do already: as many speeches as may be, or more work than is done
    /// within [`SessionsOptions::longest_wait`].
    pub fn admit(&self, bytes: usize) -> Result<Ticket, Full> {
        let id = self.shared.admission().admit(bytes, &self.shared.options)?;
        Ok(Ticket::new(id, self.shared.clone()))
    }

    /// How busy they are.
    pub fn load(&self) -> Load {
        let cores = self.shared.cores.load();
        let admission = self.shared.admission();
        Load {
            speeches: admission.speeches(),
            waiting: cores.waiting,
            paused: cores.paused,
            busy: cores.busy,
            memory: cores.memory,
            wait: Duration::from_secs_f64(admission.wait(&self.shared.options)),
        }
    }
}
