//! What the caller chooses.

/// The English that is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// "one hundred five", "January fifth"; 1/5/2026 is in January.
    American,
    /// "one hundred and five", "the fifth of January"; 1/5/2026 is in May.
    British,
}

/// Whether emoji are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Emoji {
    /// They are not read.
    #[default]
    Silent,
    /// Their names in Unicode's CLDR are read; one that is repeated is read once.
    Named,
}

/// Settings of the normalizer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// How emoji are read.
    pub emoji: Emoji,
}
