//! The data of the program for words that misaki's lexicons lack.

use std::borrow::Cow;

use joint_ngram::Model;
use kokoro_lexicon::{Entry, Lexicon};
use kokoro_normalize::Dialect;

/// The lexicons that were asked before.
pub(crate) trait Known {
    /// The phonemes of a word that a lexicon has in exactly this form.
    fn get(&self, word: &str) -> Option<String>;
}

/// Why the data of the program could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DataError {
    #[error(transparent)]
    Lexicon(#[from] kokoro_lexicon::Error),
    #[error(transparent)]
    Model(#[from] joint_ngram::Error),
}

/// The hand-written list of names, CMUdict and a model, of one dialect.
pub(super) struct Data {
    pub dialect: Dialect,
    names: Lexicon,
    cmudict: Lexicon,
    pub model: Model<'static>,
}

impl Data {
    /// Opens the data of a dialect, which lie in the program.
    pub fn new(dialect: Dialect) -> Result<Self, DataError> {
        let (names, cmudict, model): (&[u8], &[u8], &[u8]) = match dialect {
            Dialect::American => (
                include_bytes!("../../../data/english/us_names.lexicon"),
                include_bytes!("../../../data/english/us_cmudict.lexicon"),
                include_bytes!("../../../data/english/us_gold.jngm"),
            ),
            Dialect::British => (
                include_bytes!("../../../data/english/gb_names.lexicon"),
                include_bytes!("../../../data/english/gb_cmudict.lexicon"),
                include_bytes!("../../../data/english/gb_gold.jngm"),
            ),
        };
        let open = |bytes| Lexicon::from_bytes(Cow::Borrowed(bytes));
        let (names, cmudict) = (open(names)?, open(cmudict)?);
        Ok(Self { dialect, names, cmudict, model: Model::new(model)? })
    }

    /// How the list of names has a word in lower case.
    pub fn in_names(&self, lower: &str) -> Option<String> {
        plain(&self.names, lower)
    }

    /// How the list of names or CMUdict has a word in lower case.
    pub fn in_lists(&self, lower: &str) -> Option<String> {
        self.in_names(lower).or_else(|| plain(&self.cmudict, lower))
    }
}

fn plain(list: &Lexicon, lower: &str) -> Option<String> {
    match list.get(lower)? {
        Entry::Plain(phonemes) => Some(phonemes),
        Entry::Tagged(_) => None,
    }
}
