//! Many utterances at once, one a thread. Together they are done sooner than one after the other on
//! all threads, because nothing waits for anything.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use kokoro_text::Utterance;

use crate::chunk::Clock;
use crate::{Chunk, Error, Kokoro, SpeechOptions, Stream};

/// Utterances for each thread that may be taken from the queue and not yet given to the sink. There
/// are several, because sentences differ in length.
const AHEAD: usize = 4;

/// The chunks of one utterance and its place among all, or the error that took its place.
type Spoken = (usize, Result<Vec<Chunk>, Error>);

impl Kokoro {
    /// Speaks utterances on `threads` threads, each utterance on one, and gives their chunks to
    /// `sink` in order. The chunks are those of a [stream](Self::stream) of the same utterances.
    /// Memory is that of one utterance a thread, and of a few that are done.
    ///
    /// # Errors
    /// The first error of `utterances`, of speaking (as [`stream`](Self::stream)) or of `sink`;
    /// [`Error::NothingToSay`] if there are no utterances. What came before the error has been
    /// given to `sink`.
    pub fn speak_many<E: From<Error>>(
        &self,
        utterances: impl Iterator<Item = Result<Utterance, Error>> + Send,
        options: &SpeechOptions,
        threads: NonZeroUsize,
        sink: impl FnMut(Chunk) -> Result<(), E>,
    ) -> Result<(), E> {
        let queue = Queue::new(utterances, AHEAD * threads.get());
        let (sender, receiver) = channel();
        std::thread::scope(|scope| {
            for _ in 0..threads.get() {
                let (sender, queue) = (sender.clone(), &queue);
                scope.spawn(move || self.speak_queued(queue, options, &sender));
            }
            drop(sender); // so that the receiver ends with the last thread
            let result = in_order(&receiver, &queue, sink);
            queue.stop();
            result
        })
    }

    /// The work of one thread: utterances from the queue, until it is empty or stopped.
    fn speak_queued(
        &self,
        queue: &Queue<impl Iterator<Item = Result<Utterance, Error>> + Send>,
        options: &SpeechOptions,
        sender: &Sender<Spoken>,
    ) {
        let speak = || {
            while let Some((place, utterance)) = queue.take() {
                let one = Box::new(std::iter::once(utterance));
                let chunks = Stream::alone(&self.engine, one, options).collect();
                if sender.send((place, chunks)).is_err() {
                    return; // the receiver has seen an error and is gone
                }
            }
        };
        match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
            Ok(alone) => alone.install(speak),
            Err(_) => speak(), // in the common pool: slower, and the same
        }
    }
}

/// Gives what was spoken to `sink`, each utterance after the one before it.
fn in_order<I, E: From<Error>>(
    receiver: &Receiver<Spoken>,
    queue: &Queue<I>,
    mut sink: impl FnMut(Chunk) -> Result<(), E>,
) -> Result<(), E> {
    let mut early = BTreeMap::new(); // what came before its turn
    let (mut turn, mut clock) = (0, Clock::default());
    let mut held: Option<Chunk> = None; // until it is known whether it is the last
    for (place, spoken) in receiver {
        early.insert(place, spoken);
        while let Some(spoken) = early.remove(&turn) {
            turn += 1;
            queue.give_room();
            let chunks = match spoken {
                Ok(chunks) => chunks,
                Err(error) => {
                    held.map_or(Ok(()), &mut sink)?;
                    return Err(error.into());
                }
            };
            for chunk in chunks {
                let chunk = clock.place(chunk);
                if let Some(before) = held.replace(Chunk { is_last: false, ..chunk }) {
                    sink(before)?;
                }
            }
        }
    }
    match held {
        Some(last) => sink(Chunk { is_last: true, ..last }),
        None => Err(Error::NothingToSay.into()),
    }
}

/// Utterances that are still to be spoken, for many threads.
struct Queue<I> {
    state: Mutex<State<I>>,
    room: Condvar,
    /// Utterances that may be taken and not yet given to the sink.
    limit: usize,
}

struct State<I> {
    utterances: I,
    taken: usize,
    given: usize,
    stopped: bool,
}

impl<I> Queue<I> {
    fn new(utterances: I, limit: usize) -> Self {
        let state = State { utterances, taken: 0, given: 0, stopped: false };
        Self { state: Mutex::new(state), room: Condvar::new(), limit }
    }

    /// Another utterance was given to the sink.
    fn give_room(&self) {
        self.state().given += 1;
        self.room.notify_all();
    }

    /// Nothing more is to be taken.
    fn stop(&self) {
        self.state().stopped = true;
        self.room.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State<I>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<I: Iterator<Item = Result<Utterance, Error>>> Queue<I> {
    /// The next utterance and its place, once there is room for it.
    fn take(&self) -> Option<(usize, Result<Utterance, Error>)> {
        let full = |state: &mut State<I>| !state.stopped && state.taken >= state.given + self.limit;
        let waited = self.room.wait_while(self.state(), full);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            return None;
        }
        let utterance = state.utterances.next()?;
        let place = state.taken;
        state.taken += 1;
        Some((place, utterance))
    }
}
