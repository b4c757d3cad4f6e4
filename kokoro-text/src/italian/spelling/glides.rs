//! The letter i before a vowel: a glide, as in "piano", or a vowel of its own, as in "italiano".

use super::Spelling;
use crate::italian::letters::is_vowel;

impl Spelling<'_> {
    /// An i without stress before a vowel.
    pub(super) fn i_before_vowel(&self, at: usize) -> &'static str {
        if self.is_vowel_i(at) { "i" } else { "j" }
    }

    fn is_vowel_i(&self, at: usize) -> bool {
        let before = self.before(at, 1);
        let next = at + 1;
        let stressed = self.is_stressed(next);
        if is_vowel(before) && !(before == 'u' && matches!(self.before(at, 2), 'q' | 'g')) {
            return self.is_vowel_i_between(at);
        }
        if matches!(before, 'l' | 'r') {
            return true; // "italiano", "serio"
        }
        if at <= self.first_vowel {
            return false; // "piano"
        }
        if self.len() == at + 2 && !stressed {
            return matches!(self.letter(next), 'o' | 'a'); // "studio", but "grazie"
        }
        let single_s = before == 's' && is_vowel(self.before(at, 2));
        if before == 'z' || single_s {
            let nouns = ["one", "oni", "onale", "onali", "ona"];
            if self.is_rest(next, &nouns) {
                return true; // "nazione", "occasionale"
            }
        }
        let endings = ["era", "ere", "eri", "ero", "ante", "ente"];
        if stressed && self.is_rest(next, &endings) {
            return true; // "bandiera", "paziente"
        }
        let after_cluster = before == 'v' && !is_vowel(self.before(at, 2));
        after_cluster || self.is_rest(next, &["erà", "erò"]) // "inviare", "inizierà"
    }

    /// An i between two vowels: "noia", "maiale".
    fn is_vowel_i_between(&self, at: usize) -> bool {
        match self.before(at, 1) {
            'o' => !self.is_rest(at + 1, &["o", "ono"]),
            'a' => self.is_rest(at + 1, &["o", "a", "ono"]),
            _ => false,
        }
    }
}
