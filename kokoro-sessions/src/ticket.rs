//! One speech that was let in.

use std::sync::Arc;
use std::time::{Duration, Instant};

use fair_cores::{Pausable, Want};
use kokoro::{CancelToken, Chunk, Error, Kokoro, SAMPLE_RATE, Stream};

use crate::memory::memory;
use crate::shared::Shared;
use crate::{Gone, SessionError};

/// The right to make one speech. Dropped, it leaves its room to another.
#[derive(Debug)]
pub struct Ticket {
    id: u64,
    admitted: Instant,
    shared: Arc<Shared>,
}

/// A chunk, and the work that it was for one core.
type Made = (Option<Result<Chunk, Error>>, Duration);

impl Ticket {
    pub(crate) fn new(id: u64, shared: Arc<Shared>) -> Self {
        Self { id, admitted: Instant::now(), shared }
    }

    /// The model.
    pub fn kokoro(&self) -> &Arc<Kokoro> {
        &self.shared.kokoro
    }

    /// Makes the speech and gives its chunks to `sink`, which may wait. The calling thread waits
    /// for turns; the speech is computed on the cores that all sessions share.
    ///
    /// A stream must have a [`CancelToken`] of its own: a speech pauses by its token, and another
    /// that has the same one would pause with it, and might wait for it for ever.
    ///
    /// The turn of a speech that was [cancelled](CancelToken::cancel) ends where the work would
    /// stop, and its room is free.
    ///
    /// # Errors
    /// The first error of the stream or of `sink`.
    pub fn run(
        self,
        mut stream: Stream<'_>,
        sink: &mut dyn FnMut(Chunk) -> Result<(), Gone>,
    ) -> Result<(), SessionError> {
        let cancel = stream.cancel_token().clone();
        let job = self.shared.cores.join(Work(cancel.clone()));
        let mut due = self.admitted;
        let (mut began, mut phonemes) = (None, 0.0);
        loop {
            cancel.check().map_err(Error::from)?;
            phonemes = match stream.look_ahead() {
                0.0 => phonemes, // the utterance goes on
                next => next,
            };
            let memory = memory(phonemes, self.shared.kokoro.precision());
            let (chunk, work) = job.run(Want::by(due).memory(memory), || next(&mut stream));
            let Some(chunk) = chunk.transpose()? else { return Ok(()) };
            let began = *began.get_or_insert_with(Instant::now);
            due = began + self.count(&chunk, work);
            let is_last = chunk.is_last;
            sink(chunk)?;
            if is_last {
                return Ok(());
            }
        }
    }

    /// Tells of a chunk, and gives how long all that was made will sound.
    fn count(&self, chunk: &Chunk, work: Duration) -> Duration {
        let seconds = chunk.samples.len() as f64 / f64::from(SAMPLE_RATE);
        let made = self.shared.admission().made(self.id, chunk.source.end, seconds, work);
        Duration::from_secs_f64(made)
    }
}

/// The next chunk, on the threads of the pool that this is called in.
fn next(stream: &mut Stream<'_>) -> Made {
    let begin = Instant::now();
    let chunk = stream.next();
    let threads = u32::try_from(rayon::current_num_threads()).unwrap_or(u32::MAX);
    (chunk, begin.elapsed() * threads)
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.shared.admission().leave(self.id);
    }
}

/// The work of a speech waits where it could be cancelled.
struct Work(CancelToken);

impl Pausable for Work {
    fn pause(&self) {
        self.0.pause();
    }

    fn resume(&self) {
        self.0.resume();
    }
}
