//! Running a stage on a thread of the pool that shares the stage's loops.

/// Runs `f` on one of the current pool's threads. A parallel loop that begins on such a thread
/// starts at once. One that begins outside is handed to the pool first, and the caller sleeps until
/// it is done, which takes as long as a small layer.
pub fn on_pool<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| f())
}
