//! A request to stop, which any thread may make while another computes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::Error;

/// Asks work to stop. Clones are the same token: one goes with the work, another stays with whoever
/// may want to stop it. Once cancelled, a token stays so.
#[derive(Debug, Clone, Default)]
pub struct CancelToken {
    cancelled: Arc<AtomicBool>,
}

impl CancelToken {
    /// A token that nobody has cancelled.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks whatever has this token to stop: within a stage if it can be left early, or else at its
    /// end.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// The flag itself, for loops that know no errors.
    pub(crate) fn flag(&self) -> &AtomicBool {
        &self.cancelled
    }

    /// For the work: `?` ends it here if somebody asked.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn check(&self) -> Result<(), Error> {
        if self.is_cancelled() { Err(Error::Cancelled) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
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
}
