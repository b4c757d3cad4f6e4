//! Thread pools of every width that was needed, used again.

use std::sync::{Mutex, PoisonError};

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Pools that nobody computes in.
#[derive(Debug, Default)]
pub(crate) struct Pools {
    idle: Mutex<Vec<ThreadPool>>,
}

impl Pools {
    /// Runs `work` in a pool of `width` threads. If the system has no threads left, in whatever
    /// pool the caller is in.
    pub fn run<T: Send>(&self, width: usize, work: impl FnOnce() -> T + Send) -> T {
        let Some(pool) = self.take(width) else { return work() };
        let result = pool.install(work);
        self.idle().push(pool);
        result
    }

    fn take(&self, width: usize) -> Option<ThreadPool> {
        let mut idle = self.idle();
        if let Some(at) = idle.iter().position(|pool| pool.current_num_threads() == width) {
            return Some(idle.swap_remove(at));
        }
        drop(idle);
        ThreadPoolBuilder::new().num_threads(width).build().ok()
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<ThreadPool>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
