//! Many utterances at once, one a thread: faster together than one after the other on all threads, because nothing waits for anything.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

use crate::{Error, Kokoro, Options, Speech, Utterance};

/// Utterances for each thread that may be spoken before the first of them is taken: sentences differ in length.
const AHEAD: usize = 4;

/// Utterances that are still to come.
struct Queue<I> {
    utterances: I,
    taken: usize,
    written: usize,
    over: bool,
}

impl Kokoro {
    /// Speaks utterances on `threads` threads, each utterance on one, and gives them to `sink` in their order. Samples are those of
    /// [`speak_utterance`](Self::speak_utterance). Memory is that of one utterance a thread, and a few that are done.
    ///
    /// # Errors
    /// The first error of `utterances`, of speaking (as `speak_utterance`) or of `sink`; what came before it has been given to `sink`.
    pub fn speak_many<E: From<Error>>(
        &self,
        utterances: impl Iterator<Item = Result<Utterance, Error>> + Send,
        options: &Options,
        threads: NonZeroUsize,
        mut sink: impl FnMut(&Utterance, Speech) -> Result<(), E>,
    ) -> Result<(), E> {
        let queue = Mutex::new(Queue { utterances, taken: 0, written: 0, over: false });
        let (room, limit) = (Condvar::new(), AHEAD * threads.get());
        let (sender, receiver) = mpsc::channel();
        std::thread::scope(|scope| {
            for _ in 0..threads.get() {
                let (sender, queue, room) = (sender.clone(), &queue, &room);
                scope.spawn(move || {
                    let speak = || {
                        while let Some((place, utterance)) = next(queue, room, limit) {
                            let spoken = utterance.and_then(|utterance| {
                                let speech = self.speak_utterance(&utterance, options)?;
                                Ok((utterance, speech))
                            });
                            // The receiver is gone if there was an error; then `next` ends this thread.
                            let _ = sender.send((place, spoken));
                        }
                    };
                    match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
                        Ok(alone) => alone.install(speak),
                        Err(_) => speak(), // in the common pool: slower, and the same
                    }
                });
            }
            drop(sender);
            let mut done = BTreeMap::new();
            let mut result = Ok(());
            'all: for (place, spoken) in receiver {
                done.insert(place, spoken);
                loop {
                    let mut state = queue.lock().unwrap_or_else(PoisonError::into_inner);
                    let Some(spoken) = done.remove(&state.written) else { break };
                    state.written += 1;
                    drop(state);
                    room.notify_all();
                    let given = spoken
                        .map_err(E::from)
                        .and_then(|(utterance, speech)| sink(&utterance, speech));
                    if given.is_err() {
                        result = given;
                        break 'all;
                    }
                }
            }
            queue.lock().unwrap_or_else(PoisonError::into_inner).over = true;
            room.notify_all();
            result
        })
    }
}

/// The next utterance and its place, once there is room for it.
fn next<I: Iterator<Item = Result<Utterance, Error>>>(
    queue: &Mutex<Queue<I>>,
    room: &Condvar,
    limit: usize,
) -> Option<(usize, Result<Utterance, Error>)> {
    let state = queue.lock().unwrap_or_else(PoisonError::into_inner);
    let full = |state: &mut Queue<I>| !state.over && state.taken >= state.written + limit;
    let mut state = room.wait_while(state, full).unwrap_or_else(PoisonError::into_inner);
    if state.over {
        return None;
    }
    let utterance = state.utterances.next()?;
    let place = state.taken;
    state.taken += 1;
    Some((place, utterance))
}
