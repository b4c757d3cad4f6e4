//! The entries of one file or of several.

use super::check;
use super::csv_file;
use super::entry::Entry;
use super::error::Error;
use super::toml_file;

/// How a lexicon file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// An array of tables named `entry`.
    Toml,
    /// A header and an entry a row, separated by commas.
    Csv,
}

impl Format {
    /// The format of a file by the ending of its name: `.toml` or `.csv`, in any case.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "toml" => Some(Self::Toml),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// The entries of the lexicon files of a user. A [`Matcher`](super::Matcher) finds them in texts.
#[derive(Debug, Clone, Default)]
pub struct UserLexicon {
    pub(super) entries: Vec<Entry>,
    /// How many files they came from.
    files: usize,
}

impl UserLexicon {
    /// The entries of a file with the content `text`. Errors call it `name`.
    ///
    /// # Errors
    /// At the first fault of the file: its line, what was expected there and what was found. Two
    /// entries with the same word or regular expression, case rule and language are a fault.
    pub fn parse(text: &str, format: Format, name: &str) -> Result<Self, Error> {
        // A byte order mark is no part of what the author wrote.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let raw = match format {
            Format::Toml => toml_file::entries(text),
            Format::Csv => csv_file::entries(text),
        };
        let entries = raw.and_then(check::entries).map_err(|(line, problem)| Error {
            file: name.to_owned(),
            line,
            problem,
        })?;
        Ok(Self { entries, files: 1 })
    }

    /// Adds the entries of `later`, which win over those that are here.
    pub fn extend(&mut self, later: Self) {
        let files = self.files;
        self.entries.extend(later.entries.into_iter().map(|mut entry| {
            entry.order.0 += files;
            entry
        }));
        self.files += later.files;
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
