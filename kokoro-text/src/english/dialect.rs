//! The two Englishes.

/// Which English is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// As in the United States.
    American,
    /// As in the United Kingdom.
    British,
}
