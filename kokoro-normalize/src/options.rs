//! What the caller chooses.

/// The English that is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// "one hundred five", "January fifth"; 1/5/2026 is in January.
    American,
    /// "one hundred and five", "the fifth of January"; 1/5/2026 is in May.
    British,
}

/// How emoji are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Emoji {
    /// They are not read.
    #[default]
    Silent,
    /// Their names are read.
    Named,
}

/// Settings of a normaliser.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// How emoji are read.
    pub emoji: Emoji,
}
