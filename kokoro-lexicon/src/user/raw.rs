//! An entry as a file has it, before anything is checked.

/// An entry: each value is the text of the file, if it has one.
#[derive(Debug, Default)]
pub(super) struct RawEntry {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    pub word: Option<String>,
    pub regex: Option<String>,
    pub phonemes: Option<String>,
    pub respelling: Option<String>,
    pub case: Option<String>,
    pub language: Option<String>,
}
