//! What came of a segment's self-test on a provider.

use serde::{Deserialize, Serialize};

/// What came of a segment's self-test on a provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Verdict {
    /// The output is what it should be.
    Trusted {
        /// Distance from the f32 path, as relative L2.
        relative_l2: f64,
        /// Seconds that the second run took.
        run_seconds: f64,
    },
    /// The provider failed, crashed or computed something else.
    Refused(Refusal),
}

/// Why a provider is not trusted with a segment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// It computed something else.
    #[error("wrong output: relative L2 {relative_l2:.3} from f32, at most {bar} is right")]
    WrongOutput {
        /// Distance from the f32 path, as relative L2.
        relative_l2: f64,
        /// The largest distance at which it would be trusted.
        bar: f64,
    },
    /// The process that tried it reports a failure.
    #[error("{reason}")]
    Failed {
        /// The words of that process.
        reason: String,
    },
    /// The process that tried it crashed.
    #[error("its driver crashed: {reason}")]
    Crashed {
        /// The signal, and the last words of that process.
        reason: String,
    },
    /// The process that tried it did not end.
    #[error("it was not done after {seconds} s")]
    TimedOut {
        /// How long it was waited for.
        seconds: u64,
    },
}
