//! A word by itself: the lexicon of exceptions, the rules, the names of letters.

use std::collections::HashMap;

use super::english::looks_english;
use super::pattern::is_vowel;
use super::rules::Rules;
use super::spelled::spell;
use super::stress::stressed;
use crate::foreign::EnglishInside;
use crate::word::Origin;
use crate::{Language, TextOptions};

/// Words that the rules do not know, with phonemes and stress.
const EXCEPTIONS: &str = include_str!("../../data/french/exceptions.tsv");

/// What is known of words by themselves.
pub(super) struct Words {
    rules: Rules,
    exceptions: HashMap<&'static str, &'static str>,
    /// Upstream reads English words with its British voice.
    english: EnglishInside,
}

impl Words {
    pub(super) fn new() -> Self {
        let lines = EXCEPTIONS.lines().filter(|line| !line.starts_with('#'));
        let exceptions = lines.filter_map(|line| line.split_once('\t')).collect();
        let english = EnglishInside::of(Language::BritishEnglish);
        Self { rules: Rules::new(), exceptions, english }
    }

    /// What the lexicon has for a lower-case word.
    pub(super) fn exception(&self, word: &str) -> Option<&'static str> {
        self.exceptions.get(word).copied()
    }

    /// The phonemes of a lower-case word, with its stress, and where they come from. `None` if
    /// nothing can be said of it.
    pub(super) fn say(&self, word: &str, options: &TextOptions) -> Option<(String, Origin)> {
        if let Some(phonemes) = self.exception(word).or_else(|| self.plural(word)) {
            return Some((phonemes.to_owned(), Origin::Lexicon));
        }
        if !word.chars().any(is_vowel) {
            return Some((spell(word)?, Origin::Letters));
        }
        let english = looks_english(word).then(|| self.english.known(word, options)).flatten();
        if let Some(phonemes) = english {
            return Some((as_upstream(&phonemes), Origin::Lexicon));
        }
        let phonemes = self.rules.phonemes(word);
        if phonemes.is_empty() {
            return Some((spell(word)?, Origin::Letters));
        }
        Some((stressed(&phonemes), Origin::Rule))
    }

    /// The phonemes of the rules alone, without stress.
    pub(super) fn by_rules(&self, word: &str) -> String {
        self.rules.phonemes(word)
    }

    /// What the lexicon has for the singular of a plural in -s.
    fn plural(&self, word: &str) -> Option<&'static str> {
        let singular = word.strip_suffix('s').filter(|singular| singular.len() > 3)?;
        self.exception(singular).filter(|_| !singular.ends_with('s'))
    }
}

/// English phonemes as upstream's French voice has them, which are not those of the English
/// lexicons.
fn as_upstream(phonemes: &str) -> String {
    phonemes.replace("əː", "ɜː").replace("ɛː", "eə")
}
