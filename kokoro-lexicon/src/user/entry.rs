//! An entry: what it is for, and what is read.

use regex::Regex;

/// An entry of a user's lexicon.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub pattern: Pattern,
    /// Whether the case of letters must be as written.
    pub exact: bool,
    /// The tag of the language that it is for; none means every language.
    pub language: Option<&'static str>,
    pub template: Template,
    /// The number of its file in the order in which files were given, and its own in the file.
    pub order: (usize, usize),
}

/// What an entry is for.
#[derive(Debug, Clone)]
pub(super) enum Pattern {
    /// A word or several, folded as [`super::fold`] says.
    Literal(String),
    /// A regular expression.
    Regex {
        /// For languages that separate words: it begins and ends at the edge of a word.
        words: Regex,
        /// For languages that do not.
        plain: Regex,
    },
}

/// What is read instead.
#[derive(Debug, Clone)]
pub(super) enum Template {
    /// Phonemes, which may still need what differs between languages.
    Phonemes(String),
    /// Text; in an entry with a regex, `$1` and `${name}` stand for what a group matched.
    Respelling(String),
}
