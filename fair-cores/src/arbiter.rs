//! Whose turn it is. Decides, and does nothing else: no thread, no clock.

use std::time::Instant;

use crate::{CoresOptions, Want};

/// A job, by the order in which jobs came.
pub(crate) type JobId = u64;

/// What has become of a job that wants a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Waiting,
    /// It computes on so many cores.
    Running(usize),
    /// It holds its memory, and goes on when it has so many cores again.
    Paused(usize),
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// A job that was waiting begins.
    Begin(JobId),
    Pause(JobId),
    Resume(JobId),
}

#[derive(Debug, Clone, Copy)]
struct Turn {
    job: JobId,
    want: Want,
    standing: Standing,
}

impl Turn {
    fn cores(&self) -> usize {
        if let Standing::Running(width) = self.standing { width } else { 0 }
    }

    fn memory(&self) -> u64 {
        if self.standing == Standing::Waiting { 0 } else { self.want.memory }
    }
}

/// The turns that are wanted and those that are being taken.
#[derive(Debug)]
pub(crate) struct Arbiter {
    options: CoresOptions,
    turns: Vec<Turn>,
    /// Jobs that had a turn, and when it ended.
    ended: Vec<(JobId, Instant)>,
}

impl Arbiter {
    pub fn new(options: CoresOptions) -> Self {
        Self { options, turns: Vec::new(), ended: Vec::new() }
    }

    /// A job wants a turn. It has none.
    pub fn want(&mut self, job: JobId, want: Want) {
        self.turns.push(Turn { job, want, standing: Standing::Waiting });
    }

    /// The turn of a job is over, or it wants none any more.
    pub fn done(&mut self, job: JobId, now: Instant) {
        self.turns.retain(|turn| turn.job != job);
        self.ended.retain(|&(other, _)| other != job);
        self.ended.push((job, now));
    }

    /// A job will never want a turn again.
    pub fn leave(&mut self, job: JobId) {
        self.turns.retain(|turn| turn.job != job);
        self.ended.retain(|&(other, _)| other != job);
    }

    /// What has become of a job's turn.
    pub fn standing(&self, job: JobId) -> Option<Standing> {
        self.turns.iter().find(|turn| turn.job == job).map(|turn| turn.standing)
    }

    /// Turns of some standing.
    pub fn count(&self, standing: impl Fn(Standing) -> bool) -> usize {
        self.turns.iter().filter(|turn| standing(turn.standing)).count()
    }

    /// Cores that compute.
    pub fn busy(&self) -> usize {
        self.turns.iter().map(Turn::cores).sum()
    }

    /// Memory that is taken by turns that have begun.
    pub fn memory(&self) -> u64 {
        self.turns.iter().map(Turn::memory).fold(0, u64::saturating_add)
    }

    /// Gives the cores to the earliest deadlines, until no more can be given.
    pub fn arrange(&mut self, now: Instant) -> Vec<Change> {
        let mut changes = Vec::new();
        while let Some(at) = self.next() {
            let free = self.options.threads.get().saturating_sub(self.busy());
            let Turn { job, standing, .. } = self.turns[at];
            match standing {
                Standing::Waiting if free > 0 => {
                    self.turns[at].standing = Standing::Running(self.width(at, free, now));
                    changes.push(Change::Begin(job));
                }
                Standing::Paused(width) if free >= width => {
                    self.turns[at].standing = Standing::Running(width);
                    changes.push(Change::Resume(job));
                }
                _ => match self.pause_for(at, now) {
                    Some(paused) => changes.push(Change::Pause(paused)),
                    None => break,
                },
            }
        }
        changes
    }

    /// Cores for the turn at `at`, of those that are free. What is due gets as many as nobody else
    /// waits for, because it is to be done soon. What is not gets its share, because one core each
    /// is more throughput.
    fn width(&mut self, at: usize, free: usize, now: Instant) -> usize {
        let waiting = self.count(|standing| standing == Standing::Waiting);
        let share = self.options.threads.get() / self.competing(now);
        let is_due = self.turns[at].want.deadline <= now + self.options.margin;
        let width = if is_due { share.max(free / waiting.max(1)) } else { share };
        width.clamp(1, free)
    }

    /// The turn that is not running and comes next: the earliest, if there is memory for it.
    fn next(&self) -> Option<usize> {
        let begun = self.count(|standing| standing != Standing::Waiting);
        let left = self.options.memory.saturating_sub(self.memory());
        let earliest = |which: fn(Standing) -> bool| {
            let some = (0..self.turns.len()).filter(|&at| which(self.turns[at].standing));
            some.min_by_key(|&at| (self.turns[at].want.deadline, self.turns[at].job))
        };
        let first = earliest(|standing| !matches!(standing, Standing::Running(_)))?;
        let Turn { want, standing, .. } = self.turns[first];
        if standing != Standing::Waiting || begun == 0 || want.memory <= left {
            return Some(first);
        }
        // What has begun must go on, or its memory is never free.
        earliest(|standing| matches!(standing, Standing::Paused(_)))
    }

    /// Pauses the running turn that is due last, if the one at `at` is due and much earlier.
    fn pause_for(&mut self, at: usize, now: Instant) -> Option<JobId> {
        let (due, margin) = (self.turns[at].want.deadline, self.options.margin);
        let running = |turn: &&mut Turn| matches!(turn.standing, Standing::Running(_));
        let last =
            self.turns.iter_mut().filter(running).max_by_key(|t| (t.want.deadline, t.job))?;
        if due > now + margin || last.want.deadline <= due + margin {
            return None;
        }
        last.standing = Standing::Paused(last.cores());
        Some(last.job)
    }

    /// Jobs that share the cores: those that want turns, and those that wanted one just now.
    fn competing(&mut self, now: Instant) -> usize {
        let recent = self.options.recent;
        self.ended.retain(|&(_, end)| now.saturating_duration_since(end) < recent);
        let ended = self.ended.iter().filter(|&&(job, _)| self.standing(job).is_none()).count();
        (self.turns.len() + ended).max(1)
    }
}

#[cfg(test)]
mod tests;
