//! What writes the sounds of a word from left to right.

use super::patterns::Patterns;
use super::stress::Sounds;
use super::syllables::Syllables;

/// Writes the sounds from left to right.
pub(super) struct Writer<'a> {
    /// The word.
    pub(super) word: &'a Syllables,
    /// What its spelling does not tell.
    pub(super) patterns: &'a Patterns,
    /// The next letter.
    pub(super) at: usize,
    /// What is written so far.
    pub(super) out: Sounds,
}

impl Writer<'_> {
    /// The letter `ahead` of the next one; a space beyond the end.
    pub(super) fn ahead(&self, ahead: usize) -> char {
        self.word.letter(self.at + ahead)
    }

    /// The letter before the next one; a space at the beginning.
    pub(super) fn before(&self) -> char {
        self.at.checked_sub(1).map_or(' ', |at| self.word.letters[at])
    }

    /// Writes `phonemes` for the next `letters` letters.
    pub(super) fn say(&mut self, phonemes: &str, letters: usize) {
        self.out.phonemes.push_str(phonemes);
        self.at += letters;
    }

    pub(super) fn onglide(&mut self) {
        let glide = if matches!(self.ahead(0), 'u' | 'ü' | 'ú') { "w" } else { "j" };
        self.say(glide, 1);
    }
}
