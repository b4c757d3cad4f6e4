//! A request to stop or to wait, which any thread may make while another computes.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use kokoro_kernels::Interrupt;

use crate::Error;

/// Asks work to stop, or to wait. Clones are the same token: one goes with the work, another stays
/// with whoever may want to stop it. Once cancelled, a token stays so.
#[derive(Debug, Clone, Default)]
pub struct CancelToken {
    asked: Arc<Asked>,
}

#[derive(Debug, Default)]
struct Asked {
    cancelled: AtomicBool,
    paused: AtomicBool,
    /// Held while `changed` is told, so that nobody misses it.
    lock: Mutex<()>,
    changed: Condvar,
}

impl CancelToken {
    /// A token that nobody has cancelled.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks whatever has this token to stop: within a stage if it can be left early, or else at its
    /// end. Work that is paused stops, too.
    pub fn cancel(&self) {
        self.change(|asked| asked.cancelled.store(true, Ordering::Relaxed));
    }

    /// Whether somebody asked for a stop. Never waits.
    pub fn is_cancelled(&self) -> bool {
        self.asked.cancelled.load(Ordering::Relaxed)
    }

    /// Asks whatever has this token to wait, where it would also stop. Its threads wait; what they
    /// have computed and the memory that they use are kept.
    pub fn pause(&self) {
        self.asked.paused.store(true, Ordering::Relaxed);
    }

    /// Lets what was paused go on.
    pub fn resume(&self) {
        self.change(|asked| asked.paused.store(false, Ordering::Relaxed));
    }

    /// For the work: waits while it is paused, and `?` ends it here if somebody asked for a stop.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn check(&self) -> Result<(), Error> {
        if self.stops() { Err(Error::Cancelled) } else { Ok(()) }
    }

    fn change(&self, change: impl FnOnce(&Asked)) {
        let _held = self.asked.lock.lock().unwrap_or_else(PoisonError::into_inner);
        change(&self.asked);
        self.asked.changed.notify_all();
    }
}

impl Interrupt for CancelToken {
    fn stops(&self) -> bool {
        let Asked { cancelled, paused, lock, changed } = &*self.asked;
        if paused.load(Ordering::Relaxed) {
            let waits =
                |(): &mut ()| paused.load(Ordering::Relaxed) && !cancelled.load(Ordering::Relaxed);
            let held = lock.lock().unwrap_or_else(PoisonError::into_inner);
            drop(changed.wait_while(held, waits).unwrap_or_else(PoisonError::into_inner));
        }
        cancelled.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn clones_are_cancelled_together() {
        let (token, other) = (CancelToken::new(), CancelToken::new());
        let clone = token.clone();
        assert!(clone.check().is_ok());
        token.cancel();
        assert!(matches!(clone.check(), Err(Error::Cancelled)));
        assert!(!other.is_cancelled());
    }

    #[test]
    fn paused_work_waits_until_it_may_go_on_or_is_to_stop() {
        for cancelled in [false, true] {
            let (token, passed) = (CancelToken::new(), AtomicBool::new(false));
            token.pause();
            thread::scope(|scope| {
                let work = scope.spawn(|| {
                    let result = token.check();
                    passed.store(true, Ordering::SeqCst);
                    result
                });
                thread::sleep(Duration::from_millis(30));
                assert!(!passed.load(Ordering::SeqCst), "it waits");
                if cancelled {
                    token.cancel()
                } else {
                    token.resume()
                }
                let result = work.join().expect("the work does not panic");
                assert_eq!(result.is_err(), cancelled);
            });
        }
    }
}
