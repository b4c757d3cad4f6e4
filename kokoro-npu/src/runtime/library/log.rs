//! ONNX Runtime's log, kept in memory instead of being printed.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Lines kept; older ones are dropped first. A session's log at `Verbose` has thousands.
const CAPACITY: usize = 20_000;

/// The severity of a message, in ascending order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// Every step, such as why a provider refuses a node.
    Verbose,
    /// Milestones.
    Info,
    /// Something is doubtful, but the work goes on.
    Warning,
    /// Something failed; the call's own error says it too.
    Error,
    /// The process may not survive.
    Fatal,
}

impl LogLevel {
    pub(super) fn of(level: ort::logging::LogLevel) -> Self {
        use ort::logging::LogLevel as Theirs;
        match level {
            Theirs::Verbose => Self::Verbose,
            Theirs::Info => Self::Info,
            Theirs::Warning => Self::Warning,
            Theirs::Error => Self::Error,
            Theirs::Fatal => Self::Fatal,
        }
    }

    pub(super) fn ort(self) -> ort::logging::LogLevel {
        use ort::logging::LogLevel as Theirs;
        match self {
            Self::Verbose => Theirs::Verbose,
            Self::Info => Theirs::Info,
            Self::Warning => Theirs::Warning,
            Self::Error => Theirs::Error,
            Self::Fatal => Theirs::Fatal,
        }
    }
}

/// One message of ONNX Runtime or of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LogLine {
    /// Its severity.
    pub level: LogLevel,
    /// File, line and function in ONNX Runtime's source.
    pub place: String,
    /// The message.
    pub message: String,
}

/// The lines since they were last taken; shared with the callback that ONNX Runtime has for as long
/// as the process lives.
#[derive(Debug, Clone, Default)]
pub(super) struct Log(Arc<Mutex<VecDeque<LogLine>>>);

impl Log {
    pub(super) fn push(&self, line: LogLine) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == CAPACITY {
            lines.pop_front();
        }
        lines.push_back(line);
    }

    pub(super) fn take(&self) -> Vec<LogLine> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).drain(..).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_lines_go_first() {
        let log = Log::default();
        for index in 0..=CAPACITY {
            let line =
                LogLine { level: LogLevel::Info, place: String::new(), message: index.to_string() };
            log.push(line);
        }
        let lines = log.take();
        assert_eq!((lines.len(), lines[0].message.as_str()), (CAPACITY, "1"));
        assert!(log.take().is_empty());
    }
}
