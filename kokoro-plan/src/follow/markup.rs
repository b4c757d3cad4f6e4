//! Which markup a followed text may have.

/// Which markup a followed text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// Marks of words: `[word](/phonemes/)`, `[pause:1s]`.
    OfWords,
    /// These, and what can only be markup.
    Safe,
    /// All of Markdown.
    Markdown,
}
