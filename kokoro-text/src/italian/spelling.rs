//! From the letters of a word to phonemes: what the letters around each decide.

mod consonants;
mod glides;
mod vowels;

use super::accent::Accent;
use super::letters::is_vowel;

/// A word to be said, with what its letters do not show.
pub(super) struct Spelling<'a> {
    letters: &'a [char],
    accent: Accent,
    zeta: Zeta,
    first_vowel: usize, // the place of the first vowel
}

/// How the letter z of a word is said. At the beginning it is always voiced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zeta {
    /// As in "pizza".
    Voiceless,
    /// As in "mezzo"; but voiceless before i with a vowel, as in "organizzazione".
    Voiced,
    /// As in "azienda", voiced before i with a vowel too.
    AlwaysVoiced,
}

/// Some letters' phonemes, and how many letters they are.
type Said = (&'static str, usize);

impl<'a> Spelling<'a> {
    pub(super) fn new(letters: &'a [char], accent: Accent, zeta: Zeta) -> Self {
        let first_vowel = letters.iter().position(|&letter| is_vowel(letter));
        Self { letters, accent, zeta, first_vowel: first_vowel.unwrap_or(letters.len()) }
    }

    /// The phonemes of the first `end` letters. Those after them are only looked at.
    pub(super) fn phonemes(&self, end: usize) -> String {
        let mut phonemes = String::with_capacity(2 * end);
        let mut at = 0;
        while at < end {
            at += match self.is_vowel(at) {
                true => self.vowel(at, &mut phonemes),
                false => {
                    let (said, letters) = self.consonant(at);
                    phonemes.push_str(said);
                    letters
                }
            };
        }
        phonemes
    }

    /// The letter at a place, or NUL outside the word.
    fn letter(&self, at: usize) -> char {
        self.letters.get(at).copied().unwrap_or('\0')
    }

    /// The letter so many places before `at`, or NUL.
    fn before(&self, at: usize, places: usize) -> char {
        at.checked_sub(places).map_or('\0', |at| self.letter(at))
    }

    fn is_vowel(&self, at: usize) -> bool {
        is_vowel(self.letter(at))
    }

    /// Whether the letters at a place begin so.
    fn has(&self, at: usize, start: &str) -> bool {
        start.chars().enumerate().all(|(i, letter)| self.letter(at + i) == letter)
    }

    /// Whether the rest of the word is one of these.
    fn is_rest(&self, at: usize, rests: &[&str]) -> bool {
        let left = self.letters.len().saturating_sub(at);
        rests.iter().any(|rest| rest.chars().count() == left && self.has(at, rest))
    }

    fn is_stressed(&self, at: usize) -> bool {
        self.accent.stressed == Some(at)
    }

    fn len(&self) -> usize {
        self.letters.len()
    }
}

impl Zeta {
    /// What a line of the table says: `ʦ`, `ʣ`, or `ʣi` for [`Zeta::AlwaysVoiced`].
    pub(super) fn parse(code: &str) -> Option<Self> {
        match code {
            "ʦ" => Some(Self::Voiceless),
            "ʣ" => Some(Self::Voiced),
            "ʣi" => Some(Self::AlwaysVoiced),
            _ => None,
        }
    }
}
