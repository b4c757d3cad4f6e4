//! Turns for threads: each waits for its own.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::arbiter::{Arbiter, Change, JobId, Standing};
use crate::pools::Pools;
use crate::{CoresOptions, Want};

/// Work that can be made to wait while it runs. Both are called often, from any thread, and must
/// return at once.
pub trait Pausable: Send + Sync {
    /// The work is to wait at its next opportunity.
    fn pause(&self);
    /// It is to go on.
    fn resume(&self);
}

/// Work that does not wait once it runs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unpausable;

impl Pausable for Unpausable {
    fn pause(&self) {}
    fn resume(&self) {}
}

/// The cores of a machine. Clones share them.
#[derive(Clone)]
pub struct Cores {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    /// Notified when a turn begins.
    changed: Condvar,
    pools: Pools,
    options: CoresOptions,
}

struct State {
    arbiter: Arbiter,
    members: HashMap<JobId, Box<dyn Pausable>>,
    next: JobId,
}

/// How busy the cores are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Load {
    /// Cores that compute.
    pub busy: usize,
    /// Jobs that wait for a turn.
    pub waiting: usize,
    /// Jobs that were made to wait in the middle of one.
    pub paused: usize,
    /// Bytes that the turns that have begun may take.
    pub memory: u64,
}

impl Cores {
    /// Cores to share.
    pub fn new(options: CoresOptions) -> Self {
        let arbiter = Arbiter::new(options);
        let state = Mutex::new(State { arbiter, members: HashMap::new(), next: 0 });
        let (changed, pools) = (Condvar::new(), Pools::default());
        Self { shared: Arc::new(Shared { state, changed, pools, options }) }
    }

    /// A job that will ask for turns, and how its work is paused.
    pub fn join(&self, pausable: impl Pausable + 'static) -> Member {
        let mut state = self.shared.lock();
        let job = state.next;
        state.next += 1;
        state.members.insert(job, Box::new(pausable));
        Member { job, shared: self.shared.clone() }
    }

    /// What is shared.
    pub fn options(&self) -> &CoresOptions {
        &self.shared.options
    }

    /// How busy they are.
    pub fn load(&self) -> Load {
        let State { arbiter, .. } = &*self.shared.lock();
        Load {
            busy: arbiter.busy(),
            waiting: arbiter.count(|standing| standing == Standing::Waiting),
            paused: arbiter.count(|standing| matches!(standing, Standing::Paused(_))),
            memory: arbiter.memory(),
        }
    }
}

impl fmt::Debug for Cores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shared { options, .. } = &*self.shared;
        f.debug_struct("Cores").field("options", options).field("load", &self.load()).finish()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // The arbiter is never left half changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives out turns after something has changed.
    fn arrange(&self, state: &mut State) {
        for change in state.arbiter.arrange(Instant::now()) {
            match change {
                Change::Begin(_) => self.changed.notify_all(),
                Change::Pause(job) => state.with(job, |member| member.pause()),
                Change::Resume(job) => state.with(job, |member| member.resume()),
            }
        }
    }
}

impl State {
    fn with(&self, job: JobId, what: impl Fn(&dyn Pausable)) {
        if let Some(member) = self.members.get(&job) {
            what(&**member);
        }
    }
}

/// A job that shares the cores. It has one turn at a time.
pub struct Member {
    job: JobId,
    shared: Arc<Shared>,
}

impl Member {
    /// Waits for a turn and runs `work` in it.
    pub fn run<T: Send>(&self, want: Want, work: impl FnOnce() -> T + Send) -> T {
        let width = self.wait(want);
        let turn = Turn(self);
        let result = self.shared.pools.run(width, work);
        drop(turn);
        result
    }

    /// Waits for a turn and gives its cores.
    fn wait(&self, want: Want) -> usize {
        let mut state = self.shared.lock();
        state.arbiter.want(self.job, want);
        self.shared.arrange(&mut state);
        loop {
            match state.arbiter.standing(self.job) {
                // It may have been paused before it has begun.
                Some(Standing::Running(width) | Standing::Paused(width)) => return width,
                _ => {
                    let woken = self.shared.changed.wait(state);
                    state = woken.unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }
}

/// Ends the turn, also if the work panics.
struct Turn<'a>(&'a Member);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let Member { job, shared } = self.0;
        let mut state = shared.lock();
        state.with(*job, |member| member.resume()); // so that its next turn begins unpaused
        state.arbiter.done(*job, Instant::now());
        shared.arrange(&mut state);
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.arbiter.leave(self.job);
        state.members.remove(&self.job);
        self.shared.arrange(&mut state);
    }
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Member").field("job", &self.job).finish_non_exhaustive()
    }
}
