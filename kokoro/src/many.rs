//! Many utterances at once, one a thread. Together they are done sooner than one after the other on
//! all threads, because nothing waits for anything.
//!
//! Each step of a speech is spoken by itself; the pieces get their places afterwards, in order.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use kokoro_plan::Item;

use crate::assembler::Assembler;
use crate::rendered::Rendered;
use crate::steps::{Step, Steps};
use crate::{Chunk, Error, Kokoro, Latency, SpeechOptions};

/// Steps for each thread that may be taken from the queue and not yet given to the sink. There
/// are several, because sentences differ in length.
const AHEAD: usize = 4;

/// A step, spoken, and its place among all; or the error that took its place.
type Spoken = (usize, Result<Vec<Step>, Error>);

impl Kokoro {
    /// Speaks the steps of a plan on `threads` threads, each utterance on one, and gives the chunks
    /// to `sink` in order. The chunks are those of a [stream](Self::stream_items) of the same
    /// steps. Memory is that of one utterance a thread, and of a few that are done.
    ///
    /// # Errors
    /// The first error of `items`, of speaking (as [`stream`](Self::stream)) or of `sink`;
    /// [`Error::NothingToSay`] if nothing is said. What came before the error has been given to
    /// `sink`.
    pub fn speak_many<E: From<Error>>(
        &self,
        items: impl Iterator<Item = Result<Item, Error>> + Send,
        options: &SpeechOptions,
        threads: NonZeroUsize,
        sink: impl FnMut(Chunk) -> Result<(), E>,
    ) -> Result<(), E> {
        // Nobody listens to the beginning of an utterance while others are made.
        let options = &SpeechOptions { latency: Latency::Exact, ..options.clone() };
        let queue = Queue::new(items, AHEAD * threads.get());
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

    /// The work of one thread: steps from the queue, until it is empty or stopped.
    fn speak_queued(
        &self,
        queue: &Queue<impl Iterator<Item = Result<Item, Error>> + Send>,
        options: &SpeechOptions,
        sender: &Sender<Spoken>,
    ) {
        let speak = || {
            while let Some((place, item)) = queue.take() {
                let one = Box::new(std::iter::once(item));
                let mut steps = Steps::new(&self.engine, one, options);
                let spoken = std::iter::from_fn(|| steps.next().transpose()).collect();
                if sender.send((place, spoken)).is_err() {
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

/// Gives what was spoken to `sink`, each step after the one before it.
fn in_order<I, E: From<Error>>(
    receiver: &Receiver<Spoken>,
    queue: &Queue<I>,
    mut sink: impl FnMut(Chunk) -> Result<(), E>,
) -> Result<(), E> {
    let mut early = BTreeMap::new(); // what came before its turn
    let (mut turn, mut assembler) = (0, Assembler::default());
    let mut held: Option<Chunk> = None; // until it is known whether it is the last
    for (place, spoken) in receiver {
        early.insert(place, spoken);
        while let Some(spoken) = early.remove(&turn) {
            turn += 1;
            queue.give_room();
            let steps = match spoken {
                Ok(steps) => steps,
                Err(error) => {
                    held.map_or(Ok(()), &mut sink)?;
                    return Err(error.into());
                }
            };
            for step in steps {
                match step {
                    Step::Item(item) => assembler.take(item),
                    Step::Piece(piece) => {
                        held.replace(assembler.place(*piece)).map_or(Ok(()), &mut sink)?;
                    }
                }
            }
        }
    }
    let waits = assembler.is_waiting();
    let last = held.or_else(|| waits.then(|| assembler.place(Rendered::silence(0))));
    let mut last = last.ok_or(Error::NothingToSay)?;
    assembler.finish(&mut last);
    sink(last)
}

/// Steps that are still to be spoken, for many threads.
struct Queue<I> {
    state: Mutex<State<I>>,
    room: Condvar,
    /// Steps that may be taken and not yet given to the sink.
    limit: usize,
}

struct State<I> {
    items: I,
    taken: usize,
    given: usize,
    stopped: bool,
}

impl<I> Queue<I> {
    fn new(items: I, limit: usize) -> Self {
        let state = State { items, taken: 0, given: 0, stopped: false };
        Self { state: Mutex::new(state), room: Condvar::new(), limit }
    }

    /// Another step was given to the sink.
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

impl<I: Iterator<Item = Result<Item, Error>>> Queue<I> {
    /// The next step and its place, once there is room for it.
    fn take(&self) -> Option<(usize, Result<Item, Error>)> {
        let full = |state: &mut State<I>| !state.stopped && state.taken >= state.given + self.limit;
        let waited = self.room.wait_while(self.state(), full);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            return None;
        }
        let item = state.items.next()?;
        let place = state.taken;
        state.taken += 1;
        Some((place, item))
    }
}
