//! Answers the engine when it asks for what its lexicons lack. The engine knows this only as the
//! trait `Unknown`.

use kokoro_lexicon::Entry;
use kokoro_normalize::Dialect;
use kokoro_tagger::Tag;

use super::{Known, OutOfLexicon};
use crate::english::engine::{Dictionary, Unknown};
use crate::word::Origin;

impl Known for Dictionary {
    /// As a noun, if that makes a difference.
    fn get(&self, word: &str) -> Option<String> {
        match self.gold(word).or_else(|| self.silver(word))? {
            Entry::Plain(phonemes) => Some(phonemes),
            Entry::Tagged(readings) => ["NOUN", "DEFAULT"].iter().find_map(|wanted| {
                let reading = readings.iter().find(|(key, _)| key == wanted);
                reading.and_then(|(_, phonemes)| phonemes.clone())
            }),
        }
    }
}

/// What is known beyond the lexicons of a dialect.
pub(crate) struct Beyond {
    lexicons: Dictionary,
    words: OutOfLexicon,
}

impl Beyond {
    /// Opens the data, which lie in the program.
    pub(crate) fn new(dialect: Dialect) -> Self {
        // A test opens the data of both dialects.
        let words = OutOfLexicon::new(dialect).expect("the data of the program");
        Self { lexicons: Dictionary::of(dialect), words }
    }
}

impl Unknown for Beyond {
    fn pronounce(&self, word: &str, tag: Tag) -> Option<(String, Origin)> {
        self.words.pronounce(word, Some(tag.as_str()), &self.lexicons)
    }

    fn listed(&self, word: &str, tag: Tag) -> Option<(String, Origin)> {
        let is_name = matches!(tag, Tag::Nnp | Tag::Nnps);
        Some((self.words.listed(word, is_name)?, Origin::Lexicon))
    }

    fn known(&self, word: &str, tag: Tag) -> Option<(String, Origin)> {
        let said = self.pronounce(word, tag)?;
        matches!(said.1, Origin::Lexicon | Origin::Rule).then_some(said)
    }
}
