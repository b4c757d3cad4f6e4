//! Vowels: stress marks, open e and o, weak i and u.

use super::Spelling;
use crate::italian::letters::{is_vowel, vowel};

impl Spelling<'_> {
    /// Writes the vowel at a place; returns how many letters it takes.
    pub(super) fn vowel(&self, at: usize, phonemes: &mut String) -> usize {
        let stressed = self.is_stressed(at);
        if stressed {
            phonemes.push('ˈ');
        }
        let (said, letters) = match vowel(self.letter(at)) {
            Some('a') if self.is_ai(at) => ("I", 2),
            Some('e') if self.is_rest(at, &["ey"]) => ("A", 2),
            Some('a') => ("a", 1),
            Some('e') if stressed && self.accent.open => ("ɛ", 1),
            Some('e') => ("e", 1),
            Some('o') if stressed && self.accent.open => ("ɔ", 1),
            Some('o') => ("o", 1),
            Some('u') if stressed => ("u", 1),
            Some('u') => (self.weak_u(at), 1),
            _ if stressed => ("i", 1),
            _ => (self.weak_i(at), 1),
        };
        phonemes.push_str(said);
        letters
    }

    /// Whether a and i here are one sound: before a consonant, as in "laico".
    fn is_ai(&self, at: usize) -> bool {
        self.letter(at) == 'a'
            && self.letter(at + 1) == 'i'
            && !self.is_stressed(at + 1)
            && at + 2 < self.len()
            && !self.is_vowel(at + 2)
    }

    /// A u without stress: a glide after q and g and at the beginning of a word.
    fn weak_u(&self, at: usize) -> &'static str {
        let before = self.before(at, 1);
        let double_g = before == 'g' && self.before(at, 2) == 'g';
        // "distinguersi", and all infinitives to which a pronoun is added
        let infinitive = before == 'g' && self.has(at, "uer") && {
            let after = self.letter(at + 3);
            after != '\0' && after != 'r' && !is_vowel(after)
        };
        let glides = before == 'q' || before == 'g' && !double_g && !infinitive || at == 0;
        if glides && self.is_vowel(at + 1) { "w" } else { "ʊ" }
    }

    /// An i without stress.
    fn weak_i(&self, at: usize) -> &'static str {
        if at + 1 == self.len() {
            return self.last_i(at);
        }
        match self.letter(at + 1) {
            _ if self.letter(at) == 'y' && self.is_vowel(at + 1) => "j",
            next if is_vowel(next) && next != 'y' => self.i_before_vowel(at),
            _ => "i",
        }
    }

    /// An i without stress at the end of a word.
    fn last_i(&self, at: usize) -> &'static str {
        let before = self.before(at, 1);
        let glide = before == 'u' && matches!(self.before(at, 2), 'q' | 'g');
        if !is_vowel(before) || before == 'i' || glide {
            return "ɪ";
        }
        if before != 'a' || self.letter(at) == 'y' || !self.is_stressed(at - 1) {
            return "i";
        }
        // Futures, as "potrai", and what ends like them.
        match (self.before(at, 2), self.before(at, 3)) {
            ('r', 'a') if self.len() > 4 => "ɪ",
            ('r', _) if self.len() > 4 => "ːɪ",
            _ => "j",
        }
    }
}
