//! The words that the rules do not say as upstream does.

use std::collections::HashMap;

/// Words with their phonemes, and those they have at the end of a phrase if these differ.
/// `data/hindi/README.md` says how the file was made.
const EXCEPTIONS: &str = include_str!("../../data/hindi/exceptions.tsv");

/// Where a word stands in its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Before other words.
    Within,
    /// At the end.
    Last,
}

/// The lexicon of exceptions.
pub(super) struct Lexicon {
    words: HashMap<&'static str, [&'static str; 2]>,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let lines = EXCEPTIONS.lines().filter(|line| !line.starts_with('#'));
        let words = lines.filter_map(|line| {
            let mut fields = line.split('\t');
            let (word, within) = (fields.next()?, fields.next()?);
            Some((word, [within, fields.next().unwrap_or(within)]))
        });
        Self { words: words.collect() }
    }

    /// The phonemes of a word at a place, if it is an exception.
    pub(super) fn get(&self, word: &str, place: Place) -> Option<&'static str> {
        let [within, last] = self.words.get(word)?;
        Some(if place == Place::Last { last } else { within })
    }
}

#[cfg(test)]
mod tests {
    use super::super::word::phonemes;
    use super::*;
    use crate::is_symbol;

    #[test]
    fn every_entry_is_an_exception_in_symbols_of_the_model() {
        let lexicon = Lexicon::new();
        assert!(lexicon.words.len() > 80);
        for (word, forms) in &lexicon.words {
            assert!(forms.iter().all(|said| said.chars().all(is_symbol)), "{word}");
            assert_ne!(phonemes(word).as_deref(), Some(forms[0]), "{word}");
        }
        let mut words: Vec<_> = EXCEPTIONS.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(words.is_sorted());
        words.dedup_by_key(|line| line.split('\t').next());
        assert_eq!(words.len(), lexicon.words.len());
    }

    #[test]
    fn the_end_of_a_phrase_has_its_own_form() {
        let lexicon = Lexicon::new();
        assert_eq!(lexicon.get("में", Place::Within), Some("mẽː"));
        assert_eq!(lexicon.get("में", Place::Last), Some("mˈẽː"));
        assert_eq!(lexicon.get("है", Place::Last), Some("hɛː"));
    }
}
