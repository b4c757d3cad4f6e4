//! Samples on their way to the device, which takes them in a thread of its own.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::error::PlayError;

/// A queue that holds so many samples and no more.
pub(super) struct Queue {
    state: Mutex<State>,
    /// The device has taken something, or has failed.
    taken: Condvar,
    capacity: usize,
    /// How long it is waited for a device that takes nothing.
    patience: Duration,
}

#[derive(Default)]
struct State {
    samples: VecDeque<f32>,
    /// When what was taken will have been heard.
    heard: Option<Instant>,
    failure: Option<PlayError>,
}

impl Queue {
    pub(super) fn new(capacity: usize, patience: Duration) -> Self {
        Self { state: Mutex::default(), taken: Condvar::new(), capacity, patience }
    }

    /// Adds samples as there is room for them.
    pub(super) fn push(&self, samples: &[f32]) -> Result<(), PlayError> {
        let mut rest = samples;
        while !rest.is_empty() {
            let mut state = self.wait(|state| state.samples.len() >= self.capacity)?;
            let room = self.capacity - state.samples.len();
            let (now, later) = rest.split_at(room.min(rest.len()));
            state.samples.extend(now);
            rest = later;
        }
        Ok(())
    }

    /// Waits until the queue is empty and what was in it has been heard.
    pub(super) fn wait_until_heard(&self) -> Result<(), PlayError> {
        let heard = self.wait(|state| !state.samples.is_empty())?.heard;
        let rest = heard.map(|heard| heard.saturating_duration_since(Instant::now()));
        thread::sleep(rest.unwrap_or_default().min(self.patience));
        Ok(())
    }

    /// For the device: `fill` may ask for as many samples as it likes, and gets silence after the
    /// last. They will have been heard after `until_heard`.
    pub(super) fn take(&self, until_heard: Duration, fill: impl FnOnce(&mut dyn FnMut() -> f32)) {
        let mut state = self.lock();
        if !state.samples.is_empty() {
            state.heard = Some(Instant::now() + until_heard);
        }
        fill(&mut || state.samples.pop_front().unwrap_or(0.0));
        drop(state);
        self.taken.notify_all();
    }

    /// For the device: it is of no more use.
    pub(super) fn fail(&self, failure: PlayError) {
        self.lock().failure = Some(failure);
        self.taken.notify_all();
    }

    /// Waits while `busy` holds and the device takes something now and then.
    fn wait(&self, busy: impl Fn(&State) -> bool) -> Result<MutexGuard<'_, State>, PlayError> {
        let mut state = self.lock();
        loop {
            if let Some(failure) = state.failure.take() {
                return Err(failure);
            }
            if !busy(&state) {
                return Ok(state);
            }
            let before = state.samples.len();
            let waited = self.taken.wait_timeout(state, self.patience);
            let (after, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
            state = after;
            if timeout.timed_out() && state.samples.len() == before {
                return Err(PlayError::Stuck { waited: self.patience });
            }
        }
    }

    /// No holder of the lock can leave the queue in disorder, so that a panic is no matter.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_millis(200);

    /// What a device hears that takes `size` samples at a time, until `length` were taken.
    fn play(queue: &Queue, size: usize, length: usize) -> Vec<f32> {
        let mut heard = Vec::new();
        while heard.len() < length {
            queue.take(Duration::ZERO, |next| heard.extend((0..size).map(|_| next())));
            thread::yield_now();
        }
        heard
    }

    #[test]
    fn all_is_heard_in_order_and_no_more_waits_than_there_is_room_for() {
        let samples: Vec<f32> = (1..=10_000).map(|i| i as f32).collect();
        let queue = Queue::new(100, Duration::from_secs(20));
        let heard = thread::scope(|scope| {
            let device = scope.spawn(|| {
                let mut heard = Vec::new();
                while heard.iter().filter(|&&sample| sample > 0.0).count() < samples.len() {
                    assert!(queue.lock().samples.len() <= 100);
                    heard.extend(play(&queue, 64, 1));
                }
                heard
            });
            samples.chunks(333).for_each(|piece| queue.push(piece).unwrap());
            queue.wait_until_heard().unwrap();
            device.join().unwrap()
        });
        let sound: Vec<f32> = heard.into_iter().filter(|&sample| sample > 0.0).collect();
        assert_eq!(sound, samples);
    }

    #[test]
    fn a_device_that_takes_nothing_is_not_waited_for_forever() {
        let queue = Queue::new(10, PATIENCE);
        let error = queue.push(&[0.0; 11]).unwrap_err();
        assert!(matches!(error, PlayError::Stuck { waited: PATIENCE }), "{error}");
    }

    #[test]
    fn a_failure_ends_the_waiting() {
        let queue = Queue::new(10, Duration::from_secs(20));
        let error = thread::scope(|scope| {
            scope.spawn(|| queue.fail(PlayError::NoDevice));
            queue.push(&[0.0; 11]).unwrap_err()
        });
        assert!(matches!(error, PlayError::NoDevice), "{error}");
    }

    #[test]
    fn what_is_not_there_in_time_is_silence() {
        let queue = Queue::new(10, PATIENCE);
        queue.push(&[1.0]).unwrap();
        assert_eq!(play(&queue, 3, 3), [1.0, 0.0, 0.0]);
    }
}
