//! What spelling does not show: where the stress is, which e and o are open, how z is said, and
//! words that break the rules. See `data/italian/README.md`.

use std::collections::HashMap;

use super::accent::{Place, accent};
use super::digits;
use super::endings::{Endings, Fit};
use super::homographs::Homographs;
use super::letters::{is_spellable, is_vowel};
use super::number_words::NumberWords;
use super::spelling::{Spelling, Zeta};
use crate::word::Origin;

/// The tables of Italian.
pub(super) struct Lexicon {
    places: Endings<Place>,
    zetas: Endings<Zeta>,
    words: HashMap<&'static str, &'static str>,
    homographs: Homographs,
    numbers: NumberWords,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let words = include_str!("../../data/italian/words.tsv");
        let words = words.lines().filter(|line| !line.starts_with('#'));
        Self {
            places: Endings::new(include_str!("../../data/italian/stress.tsv"), Place::parse),
            zetas: Endings::new(include_str!("../../data/italian/zeta.tsv"), Zeta::parse),
            words: words.filter_map(|line| line.split_once('\t')).collect(),
            homographs: Homographs::new(include_str!("../../data/italian/homographs.tsv")),
            numbers: NumberWords::new(),
        }
    }

    /// How a word of [folded](super::letters::fold) letters is said by itself.
    pub(super) fn pronounce(&self, word: &str) -> Option<(String, Origin)> {
        if let Some(&said) = self.words.get(word) {
            return Some((said.to_owned(), Origin::Lexicon));
        }
        if !is_spellable(word) {
            return None;
        }
        if let Some(number) = self.numbers.digits(word) {
            return Some((digits::phonemes(&number), Origin::Rule));
        }
        let letters: Vec<char> = word.chars().collect();
        let (accent, fit) = accent(word, &letters, &self.places);
        let zeta = word.contains('z').then(|| self.zetas.get(word)).flatten();
        let zeta = zeta.map_or(Zeta::Voiceless, |(zeta, _)| zeta);
        let origin = if fit == Fit::Word { Origin::Lexicon } else { Origin::Rule };
        let said = Spelling::new(&letters, accent, zeta).phonemes(letters.len());
        (!said.is_empty()).then_some((said, origin))
    }

    /// How a word is said that has lost its last vowel before the word `next`: "dell'" of
    /// "dell'anno". It has no stress.
    pub(super) fn elided(&self, word: &str, next: &str) -> Option<String> {
        if !is_spellable(word) {
            return None;
        }
        if word == "c" {
            return Some("ʧ".to_owned()); // soft before any vowel: "c'ho"
        }
        let mut letters: Vec<char> = word.chars().collect();
        let end = letters.len();
        letters.extend(next.chars().find(|&letter| is_vowel(letter) || letter != 'h'));
        let zeta = self.zetas.get(word).map_or(Zeta::Voiceless, |(zeta, _)| zeta);
        Some(Spelling::new(&letters, Default::default(), zeta).phonemes(end))
    }

    /// How two words are said that an apostrophe makes one: "quand'era" with the stress of its
    /// second word, unless that has one syllable, as in "quand'io".
    pub(super) fn joined(&self, word: &str, next: &str) -> Option<String> {
        let joined = format!("{word}{next}");
        let vowels = next.chars().filter(|&letter| is_vowel(letter)).count();
        if !is_spellable(&joined) || vowels < 2 || next == "io" || self.words.contains_key(next) {
            return self.pronounce(&joined).map(|(said, _)| said);
        }
        let letters: Vec<char> = joined.chars().collect();
        let before = word.chars().count();
        let (mut stress, _) = accent(next, &letters[before..], &self.places);
        stress.stressed = stress.stressed.map(|at| at + before);
        Some(Spelling::new(&letters, stress, Zeta::Voiceless).phonemes(letters.len()))
    }

    /// How a word is said after another if that is not how it is said by itself.
    pub(super) fn after(&self, word: &str, before: &str) -> Option<&'static str> {
        self.homographs.get(word, before)
    }

    /// Whether the lexicon has a word of its own accord.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::is_symbol;

    #[test]
    fn tables_are_sound() {
        let lexicon = Lexicon::new();
        for (word, said) in &lexicon.words {
            assert!(said.chars().all(|c| is_symbol(c) || c == ' '), "{word} {said}");
            assert_eq!(super::super::letters::fold(word), *word);
        }
        let homographs = include_str!("../../data/italian/homographs.tsv");
        for said in homographs.lines().skip(1).filter_map(|line| line.split('\t').nth(2)) {
            assert!(said.chars().all(is_symbol), "{said}");
        }
    }

    #[test]
    fn words_by_tables_and_rules() {
        let lexicon = Lexicon::new();
        let said = |word| lexicon.pronounce(word).map(|(said, _)| said).unwrap_or_default();
        let words = [
            ("tavola", "tˈavola"),
            ("nazione", "naʦiˈone"),
            ("gnocchi", "ɲˈokːɪ"),
            ("figlio", "fˈiʎo"),
            ("acqua", "ˈakːwa"),
            ("mezzo", "mˈɛʣːo"),
            ("perché", "perkˈe"),
            ("scienza", "ʃˈɛnʦa"),
            ("guerra", "ɡwˈɛrɾa"),
            ("cucchiaio", "kʊkːjˈaio"),
            ("bagno", "bˈaɲɲo"),
            ("potrai", "potrˈaːɪ"),
            ("uomo", "wˈɔmo"),
            ("sbaglio", "zbˈaʎo"),
            ("azienda", "aʣjˈɛnda"),
            ("parlerò", "parleɾˈɔ"),
            ("facebook", "fˈAsbʊk"),
            ("日本", ""),
        ];
        for (word, phonemes) in words {
            assert_eq!(said(word), phonemes, "{word}");
        }
        assert_eq!(lexicon.elided("dell", "anno").as_deref(), Some("dell"));
        assert_eq!(lexicon.joined("quand", "era").as_deref(), Some("kwandˈɛra"));
        assert_eq!(lexicon.joined("quand", "io").as_deref(), Some("kwˈandio"));
        assert_eq!(lexicon.elided("c", "ho").as_deref(), Some("ʧ"));
    }
}
