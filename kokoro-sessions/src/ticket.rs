//! One speech that was let in.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use kokoro::{Chunk, Kokoro, Stream};

use crate::sessions::Shared;
use crate::{Gone, SessionError};

/// The right to make one speech. Dropped, it leaves its room to another.
#[derive(Debug)]
pub struct Ticket {
    shared: Arc<Shared>,
}

impl Ticket {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    /// The model.
    pub fn kokoro(&self) -> &Arc<Kokoro> {
        &self.shared.kokoro
    }

    /// Makes the speech on the calling thread and gives its chunks to `sink`, which may wait.
    ///
    /// # Errors
    /// The first error of the stream or of `sink`.
    pub fn run(
        self,
        stream: Stream<'_>,
        sink: &mut dyn FnMut(Chunk) -> Result<(), Gone>,
    ) -> Result<(), SessionError> {
        for chunk in stream {
            sink(chunk?)?;
        }
        Ok(())
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.shared.speeches.fetch_sub(1, Ordering::AcqRel);
    }
}
