//! Where a stage runs: on a thread of the pool that its loops are shared by.

/// Runs `f` on one of the current pool's threads. A loop that such a thread begins starts at once;
/// from outside it is handed over and waited for, which costs as much as a small layer.
pub fn on_pool<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| f())
}
