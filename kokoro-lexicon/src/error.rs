//! What can be wrong with a lexicon.

/// Why bytes are not a packed lexicon, or entries cannot be packed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes begin differently from a packed lexicon of this version.
    #[error("not a packed lexicon of this version: expected it to begin with \"{expected}\"")]
    Magic {
        /// How a packed lexicon begins.
        expected: &'static str,
    },
    /// The bytes end early, or go on after the end.
    #[error("the packed lexicon has {found} bytes; its header says {expected}")]
    Length {
        /// Bytes by the header.
        expected: u64,
        /// Bytes that there are.
        found: u64,
    },
    /// A part of the bytes contradicts itself; pack the lexicon anew.
    #[error("the packed lexicon is damaged in its {part}: pack it again")]
    Damaged {
        /// The part.
        part: &'static str,
    },
    /// A word was given twice.
    #[error("the word \"{word}\" was given twice: merge its pronunciations into one entry")]
    Twice {
        /// The word.
        word: String,
    },
    /// The entry of a word has more phonemes and keys than fit.
    #[error("the entry of \"{word}\" has {found} phonemes and keys; at most {limit} can be packed")]
    LongEntry {
        /// The word.
        word: String,
        /// Phonemes and keys of the entry.
        found: usize,
        /// How many fit.
        limit: usize,
    },
    /// The entries use more different phonemes and keys than one byte can tell apart.
    #[error("the entries have {found} different phonemes and keys; at most {limit} can be packed")]
    ManySymbols {
        /// Different phonemes and keys.
        found: usize,
        /// How many fit.
        limit: usize,
    },
    /// A phoneme or a key is or contains a line break.
    #[error("phonemes and keys cannot have line breaks")]
    LineBreak,
    /// The entries need more bytes than the format can address.
    #[error("the entries need more than 4 GiB; pack them as several lexicons")]
    Large,
}
