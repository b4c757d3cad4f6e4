//! What can go wrong.

/// Why a model could not be opened or trained.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not a packed model.
    #[error("not a packed joint n-gram of version {expected}: {found}")]
    Format {
        /// The version that this crate reads.
        expected: u32,
        /// What the bytes have instead.
        found: &'static str,
    },
    /// The lexicon has no entry that units can be learned from.
    #[error("none of the {entries} entries of the lexicon could be aligned")]
    NoEntries {
        /// How many entries it has.
        entries: usize,
    },
    /// The lexicon needs more than the packed form can hold.
    #[error("the lexicon has {found} {what}; the packed form holds at most {limit}")]
    TooLarge {
        /// What there are too many of.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
}
