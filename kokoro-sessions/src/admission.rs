//! Who is let in.

use std::collections::HashMap;
use std::time::Duration;

use crate::forecast::Forecast;
use crate::{Full, SessionsOptions};

/// Seconds of speech that a second of one core makes, before any was measured: a slow core.
const FIRST_SPEED: f64 = 4.0;
/// The part of the speed that a new measurement makes up.
const WEIGHT: f64 = 0.1;
/// The longest time after which a client is to try again. Clients give up if it is much longer.
const LONGEST_RETRY: f64 = 60.0;

/// The speeches that were let in, and how long they will take.
#[derive(Debug, Default)]
pub(crate) struct Admission {
    speeches: HashMap<u64, Forecast>,
    next: u64,
    /// Seconds of speech that a second of one core makes, once measured.
    speed: Option<f64>,
}

impl Admission {
    /// Lets in a speech of a text of so many bytes, if there is room.
    pub fn admit(&mut self, bytes: usize, options: &SessionsOptions) -> Result<u64, Full> {
        let (speeches, wait) = (self.speeches.len(), self.wait(options));
        let longest = options.longest_wait.as_secs_f64();
        let retry = if speeches >= options.most {
            wait / speeches.max(1) as f64
        } else if wait > longest {
            wait - longest
        } else {
            let id = self.next;
            self.next += 1;
            self.speeches.insert(id, Forecast::new(bytes));
            return Ok(id);
        };
        let retry_after = Duration::from_secs_f64(retry.clamp(1.0, LONGEST_RETRY));
        Err(Full { speeches, retry_after })
    }

    /// A speech is over.
    pub fn leave(&mut self, id: u64) {
        self.speeches.remove(&id);
    }

    /// Speeches that were let in and are not over.
    pub fn speeches(&self) -> usize {
        self.speeches.len()
    }

    /// A speech has made so many seconds more, its text up to a byte; one core would have taken
    /// `work` for it. Gives the seconds that it has made in all.
    pub fn made(&mut self, id: u64, spoken: usize, seconds: f64, work: Duration) -> f64 {
        if seconds > 0.0 && !work.is_zero() {
            let speed = seconds / work.as_secs_f64();
            let before = self.speed.unwrap_or(speed);
            self.speed = Some(before + WEIGHT * (speed - before));
        }
        let Some(forecast) = self.speeches.get_mut(&id) else { return seconds };
        forecast.add(spoken, seconds);
        forecast.made()
    }

    /// Seconds that all cores will take for the work at hand: of each speech what is heard within
    /// [`SessionsOptions::longest_wait`]. As long as this is less, nobody who listens runs dry. The
    /// rest of a book is made while its listener hears what there is, so it is in nobody's way.
    pub fn wait(&self, options: &SessionsOptions) -> f64 {
        let most = options.longest_wait.as_secs_f64();
        let pending: f64 = self.speeches.values().map(|speech| speech.pending(most)).sum();
        pending / (self.speed.unwrap_or(FIRST_SPEED) * options.threads.get() as f64)
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;

    use super::*;

    fn options(most: usize, longest_wait: u64) -> SessionsOptions {
        let longest_wait = Duration::from_secs(longest_wait);
        let threads = NonZeroUsize::new(2).expect("two");
        SessionsOptions { most, longest_wait, threads, ..SessionsOptions::default() }
    }

    #[test]
    fn no_more_speeches_than_may_be() {
        let (mut admission, options) = (Admission::default(), options(2, 1_000));
        let first = admission.admit(30, &options).expect("there is room");
        admission.admit(30, &options).expect("there is room");
        let full = admission.admit(30, &options).expect_err("two are the most");
        assert_eq!((full.speeches, full.retry_after), (2, Duration::from_secs(1)));
        admission.leave(first);
        assert!(admission.admit(30, &options).is_ok());
    }

    #[test]
    fn no_more_work_than_is_done_in_time() {
        let (mut admission, options) = (Admission::default(), options(100, 10));
        // Two slow cores speak for eight listeners; a ninth book is what is too much.
        for _ in 0..9 {
            admission.admit(1_000_000, &options).expect("at most ten seconds");
        }
        let full = admission.admit(3, &options).expect_err("11.25 s");
        assert_eq!(full.retry_after, Duration::from_millis(1_250));
        // Its cores turn out to be faster.
        for _ in 0..100 {
            admission.made(0, 10, 1.0, Duration::from_millis(100));
        }
        assert!(admission.admit(3, &options).is_ok());
        assert!(admission.wait(&options) < 5.0);
    }

    #[test]
    fn the_time_to_try_again_is_bounded() {
        let (mut admission, options) = (Admission::default(), options(1_000, 1));
        let mut speeches = (0..50).map(|_| admission.admit(1_000_000, &options));
        let full = speeches.find_map(Result::err).expect("it becomes full");
        assert!((1..=60).contains(&full.retry_after.as_secs()));
    }
}
