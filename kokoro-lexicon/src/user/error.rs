//! What may be wrong with a lexicon file, and where.

/// A fault of a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
#[non_exhaustive]
pub struct Error {
    /// The name that the file was given.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a line of a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The file is not TOML, or an entry has a key or a value that no entry has.
    #[error("expected entries in TOML: {0}")]
    Toml(String),
    /// A column that no lexicon has.
    #[error(
        "expected columns among `word`, `regex`, `phonemes`, `respelling`, `case` and `language`, \
         separated by commas, found `{0}`"
    )]
    UnknownColumn(String),
    /// A column that the header names twice.
    #[error("expected each column once, found `{0}` again")]
    ColumnTwice(String),
    /// A row of more fields than the header has.
    #[error("expected at most {columns} fields, as the header has, found {fields}")]
    TooManyFields {
        /// The header's number of columns.
        columns: usize,
        /// The row's number of fields.
        fields: usize,
    },
    /// A field that goes on in the next line, which is a quotation mark without its partner.
    #[error(
        "expected a field that ends in its line, found a line break: is a quotation mark open?"
    )]
    LineBreak,
    /// An entry that says nothing about what it is for, or too much.
    #[error("expected either `word` or `regex`, found {0}")]
    Pattern(Found),
    /// An entry that does not say how its word is read, or says it twice.
    #[error("expected either `phonemes` or `respelling`, found {0}")]
    Replacement(Found),
    /// A value of nothing but white space.
    #[error("expected some text as `{0}`, found nothing")]
    Empty(&'static str),
    /// A word, phrase or regex that is too long.
    #[error("expected at most {limit} bytes, found {found}")]
    TooLong {
        /// How many bytes it may have.
        limit: usize,
        /// How many it has.
        found: usize,
    },
    /// A character of the phonemes that is no symbol of the model and stands for none.
    #[error(
        "expected phonemes in the model's symbols or in IPA, found {symbol:?} (U+{:04X})",
        u32::from(*symbol)
    )]
    UnknownSymbol {
        /// The character.
        symbol: char,
    },
    /// Phonemes of which nothing is left that sounds.
    #[error("expected phonemes that sound, found only marks")]
    NoSound,
    /// A control character in a respelling.
    #[error("expected text without control characters, found U+{:04X}", u32::from(*.0))]
    Control(char),
    /// A case rule that does not exist.
    #[error("expected `ignore` or `exact` as `case`, found `{0}`")]
    UnknownCase(String),
    /// A language that Kokoro does not speak.
    #[error("expected a `language` among {}, found `{found}`", super::language::TAGS.join(", "))]
    UnknownLanguage {
        /// What is written there.
        found: String,
    },
    /// A regular expression that does not compile.
    #[error("expected a regular expression: {0}")]
    Regex(String),
    /// A respelling that asks for a group that the regular expression does not have.
    #[error("expected a group of the regular expression after `$`, found `{0}`; `$$` is a dollar")]
    UnknownGroup(String),
    /// The same word or regex with the same case rule and the same language.
    #[error("expected each word once for a case rule and a language, found it first in line {0}")]
    Duplicate(usize),
}

/// How many of two keys, of which an entry has one, were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Neither.
    Neither,
    /// Both.
    Both,
}

impl std::fmt::Display for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Neither => "neither",
            Self::Both => "both",
        })
    }
}
