//! The sounds of consonants.

use super::syllables::{Role, is_vowel};
use super::writer::Writer;

impl Writer<'_> {
    /// Whether the letter after this one makes a sound of the front of the mouth.
    fn is_front(c: char) -> bool {
        matches!(c, 'e' | 'é' | 'ê' | 'è' | 'ë' | 'i' | 'í' | 'î' | 'ï' | 'y')
    }

    /// Whether `t` and `d` are ʧ and ʤ before the letter `ahead`.
    fn palatal(&self, ahead: usize) -> bool {
        let c = self.ahead(ahead);
        let last = self.at + ahead + 1;
        let final_e = c == 'e'
            && self.word.stressed != Some(last - 1)
            && (last == self.word.letters.len()
                || last + 1 == self.word.letters.len() && self.word.letter(last) == 's');
        final_e
            || self.word.role(last - 1) == Role::Onglide && c == 'e'
            || matches!(c, 'i' | 'í' | 'î' | 'ï')
    }

    /// Writes the consonant that comes next, with those that are said with it.
    pub(super) fn consonant(&mut self) {
        let (c, next, before) = (self.ahead(0), self.ahead(1), self.before());
        let between = is_vowel(before) && is_vowel(next);
        match c {
            'b' => self.doubled("b"),
            'c' | 'ç' => self.c(),
            'd' if next == 'd' => self.at += 1,
            'd' if self.palatal(1) => self.say("ʤ", 1),
            'd' => self.say("d", 1),
            'f' => self.doubled("f"),
            'g' if next == 'g' => self.at += 1,
            'g' if Self::is_front(next) => self.say("ʒ", 1),
            'g' => self.say("ɡ", 1),
            'h' => self.at += 1,
            'j' => self.say("ʒ", 1),
            'k' => self.doubled("k"),
            'l' => self.l(),
            'm' => self.m(),
            'n' => self.n(),
            'ñ' => self.say("ɲ", 1),
            'p' if next == 'h' => self.say("f", 2),
            'p' => self.doubled("p"),
            'q' => self.say("k", 1),
            'r' => self.r(),
            's' if next == 's' => self.say("s", 2),
            's' if next == 'h' => self.say("ʃ", 2),
            's' if next == 'c' && Self::is_front(self.ahead(2)) => self.say("s", 2),
            's' if next == 'ç' => self.say("s", 2),
            's' if between => self.say("z", 1),
            's' if is_vowel(next) && self.is_trans() => self.say("z", 1),
            's' if is_voiced(next) => self.say("z", 1),
            's' => self.say("s", 1),
            't' if next == 'h' => self.say("t", 2),
            't' if next == 't' => self.at += 1,
            't' if next == 'c' && self.ahead(2) == 'h' => self.say("t", 1),
            't' if self.palatal(1) || next == ' ' => self.say("ʧ", 1),
            't' => self.say("t", 1),
            'v' => self.doubled("v"),
            'w' => self.say("w", 1),
            'x' => self.x(),
            'z' if next == ' ' => self.say("s", 1),
            'z' if next == 'z' && self.ahead(2) == ' ' => self.say("s", 2),
            'z' => self.doubled("z"),
            _ => self.at += 1,
        }
    }

    /// Whether this is the s of the prefix "trans" or of "subsistir", which is voiced before a
    /// vowel.
    fn is_trans(&self) -> bool {
        let before = &self.word.letters[..self.at];
        let is_subsist = before.ends_with(&['s', 'u', 'b']) && self.ahead(2) == 's';
        is_subsist
            || before.ends_with(&['t', 'r', 'a', 'n'])
            || before.ends_with(&['t', 'r', 'â', 'n'])
    }

    /// Whether the next letter is the r of the prefix "sobre".
    fn is_in_sobre(&self) -> bool {
        self.at == 3 && self.word.has_sobre()
    }

    /// A letter that is said once when it is written twice.
    fn doubled(&mut self, phoneme: &str) {
        let letters = 1 + usize::from(self.ahead(0) == self.ahead(1));
        self.say(phoneme, letters);
    }

    fn c(&mut self) {
        let (c, next) = (self.ahead(0), self.ahead(1));
        match (c, next) {
            ('ç', _) => self.say("s", 1),
            (_, 'h') if matches!(self.ahead(2), 'r' | 'l') => self.say("k", 2),
            (_, 'h') => self.say("ʃ", 2),
            (_, 'k') => self.say("k", 2),
            (_, 'c' | 'ç') => self.say("k", 1),
            (_, next) if Self::is_front(next) => self.say("s", 1),
            _ => self.say("k", 1),
        }
    }

    /// An `l` before a vowel; those that end a syllable are written with their vowel.
    fn l(&mut self) {
        match self.ahead(1) {
            'h' => self.say("lj", 2),
            'l' => self.say("l", 2),
            _ => self.say("l", 1),
        }
    }

    fn m(&mut self) {
        match self.ahead(1) {
            ' ' if self.word.role(self.at.wrapping_sub(1)) == Role::Offglide => self.say("m", 1),
            ' ' if self.before() == 'a' => self.say("ʊ\u{303}", 1),
            ' ' if is_vowel(self.before()) => self.say("ŋ", 1),
            _ => self.say("m", 1),
        }
    }

    fn n(&mut self) {
        let next = self.ahead(1);
        match next {
            'h' if is_vowel(self.ahead(2)) => self.say("ɲ", 2),
            _ if is_vowel(next) || !is_vowel(self.before()) => self.say("n", 1),
            _ if self.before() == 'á' => self.say("n", 1),
            _ if self.before() == 'y' => self.say("n", 1),
            ' ' if matches!(self.before(), 'i' | 'ó') => self.say("n", 1),
            _ if self.word.role(self.at - 1) == Role::Offglide => self.say("n", 1),
            _ => self.say("ŋ", 1),
        }
    }

    fn r(&mut self) {
        let (next, before) = (self.ahead(1), self.before());
        match next {
            'r' => self.say("x", 2),
            ' ' => self.say("r", 1),
            next if !is_vowel(next) => self.say("ɾə", 1),
            _ if matches!(before, ' ' | 'n' | 'l' | 's') => self.say("x", 1),
            _ if is_vowel(before) || self.is_in_sobre() => self.say("ɾ", 1),
            _ => self.say("r", 1),
        }
    }

    fn x(&mut self) {
        let (next, before) = (self.ahead(1), self.before());
        match next {
            ' ' => self.say("ks", 1),
            'c' if Self::is_front(self.ahead(2)) => self.say("s", 2),
            _ if self.at == 0 || before == 'n' => self.say("ʃ", 1),
            next if is_vowel(next) => {
                let said = self.patterns.at(&self.word.letters, self.at, self.at + 1);
                self.say(said.unwrap_or("ks"), 1);
            }
            _ => self.say("s", 1),
        }
    }
}

/// Whether a `s` before the letter `c` is voiced.
fn is_voiced(c: char) -> bool {
    matches!(c, 'b' | 'd' | 'g' | 'j' | 'l' | 'm' | 'n' | 'r' | 'v')
}
