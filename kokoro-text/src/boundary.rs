//! What ends where an utterance ends: a later stage makes pauses of it.

/// What ends with an utterance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Boundary {
    /// A sentence, and nothing more.
    #[default]
    Sentence,
    /// Nothing: the sentence was too long, and goes on with the next utterance.
    Split,
    /// A clause: a part of a paragraph before the voice changes, which no mark of a sentence ends.
    Clause,
    /// A line: of a poem or of code, a cell of a table, a caption.
    Line,
    /// An item of a list, or a row of a table.
    Item,
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A section: a line such as `***` follows.
    Section,
}
