//! The sounds of a word by the rules of spelling.

use super::patterns::{Mouth, Patterns};
use super::stress::Sounds;
use super::syllables::{Role, Syllables, is_vowel};

/// The sounds of a word.
pub(super) fn sounds(word: &Syllables, patterns: &Patterns) -> Sounds {
    let mut writer = Writer { word, patterns, at: 0, out: Sounds::default() };
    while writer.at < word.letters.len() {
        match word.roles[writer.at] {
            Role::Consonant => writer.consonant(),
            Role::Onglide => writer.onglide(),
            Role::Nucleus => writer.nucleus(),
            Role::Offglide | Role::Silent => writer.at += 1,
        }
    }
    writer.out
}

/// Writes the sounds from left to right.
struct Writer<'a> {
    word: &'a Syllables,
    patterns: &'a Patterns,
    /// The next letter.
    at: usize,
    out: Sounds,
}

impl Writer<'_> {
    /// The letter `ahead` of the next one; a space beyond the end.
    fn ahead(&self, ahead: usize) -> char {
        self.word.letter(self.at + ahead)
    }

    /// The letter before the next one; a space at the beginning.
    fn before(&self) -> char {
        self.at.checked_sub(1).map_or(' ', |at| self.word.letters[at])
    }

    /// Writes `phonemes` for the next `letters` letters.
    fn say(&mut self, phonemes: &str, letters: usize) {
        self.out.phonemes.push_str(phonemes);
        self.at += letters;
    }

    fn onglide(&mut self) {
        let glide = if matches!(self.ahead(0), 'u' | 'ü' | 'ú') { "w" } else { "j" };
        self.say(glide, 1);
    }

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

    fn consonant(&mut self) {
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
            'z' => self.doubled("z"),
            _ => self.at += 1,
        }
    }

    /// Whether the letters before are the prefix "trans", whose s is voiced before a vowel.
    fn is_trans(&self) -> bool {
        self.at > 3 && self.word.letters[self.at - 4..self.at] == ['t', 'r', 'a', 'n']
            || self.at > 3 && self.word.letters[self.at - 4..self.at] == ['t', 'r', 'â', 'n']
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
            'h' if self.at == 0 => self.say("ʎ", 2),
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
            _ if is_vowel(before) => self.say("ɾ", 1),
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

impl Writer<'_> {
    fn nucleus(&mut self) {
        let at = self.at;
        if self.word.stressed == Some(at) {
            self.out.stressed = Some(self.out.nuclei.len());
        }
        self.out.nuclei.push(self.out.phonemes.len());
        if self.ahead(0) == 'ã' && self.ahead(1) == 'e' {
            self.out.phonemes.push_str("ɐ\u{303}");
            self.out.nuclei.push(self.out.phonemes.len());
            return self.say("y", 2);
        }
        let letters = 1 + usize::from(self.word.role(at + 1) == Role::Offglide);
        let phonemes = if letters == 2 {
            self.diphthong()
        } else if self.is_nasal() {
            return self.say(self.nasal(), 1);
        } else if self.is_before_final_l() {
            let (phonemes, has_l) = self.with_l();
            return self.say(phonemes, 1 + usize::from(has_l));
        } else {
            self.plain()
        };
        self.say(phonemes, letters);
    }

    fn is_stressed(&self) -> bool {
        self.word.stressed == Some(self.at)
    }

    /// Whether the next vowel comes after the stressed one.
    fn is_after_stress(&self) -> bool {
        self.word.stressed.is_some_and(|stressed| self.at > stressed)
    }

    /// Whether a stressed e or o here is open.
    fn is_open(&self) -> bool {
        match self.ahead(0) {
            'é' | 'è' | 'ó' | 'ò' => true,
            'ê' | 'ô' => false,
            'e' | 'o' if self.is_stressed() => {
                self.patterns.mouth(&self.word.letters, self.at) == Mouth::Open
            }
            _ => false,
        }
    }

    fn diphthong(&self) -> &'static str {
        let open = self.is_open();
        match (self.ahead(0), self.ahead(1)) {
            ('ã', 'o' | 'u') => "ɐ\u{303}ʊ\u{303}",
            ('ã', _) => "ɐ\u{303}ɪ",
            ('õ', _) => "o\u{303}j",
            ('e', 'e') => "i",
            ('o', 'o') => "ʊ",
            ('a' | 'á' | 'à' | 'â', 'u' | 'o') => "W",
            ('a' | 'á' | 'à' | 'â', _) => "I",
            ('e' | 'é' | 'ê' | 'è', 'u') => {
                if open {
                    "ɛʊ"
                } else {
                    "eʊ"
                }
            }
            ('e' | 'é' | 'ê' | 'è', _) => {
                if open {
                    "ɛɪ"
                } else {
                    "A"
                }
            }
            ('o' | 'ó' | 'ô', 'u') => "ow",
            ('o' | 'ó' | 'ô', _) => {
                if open {
                    "Y"
                } else {
                    "oɪ"
                }
            }
            ('i' | 'í', _) => "iʊ",
            _ => "uɪ",
        }
    }

    /// Whether m or n ends this syllable.
    fn is_nasal(&self) -> bool {
        let after = self.ahead(2);
        match self.ahead(1) {
            'm' => {
                !is_vowel(after)
                    && !(after == 's'
                        && self.ahead(3) == ' '
                        && self.ahead(0) != 'e'
                        && self.ahead(0) != 'a'
                        && self.ahead(0) != 'u')
            }
            'n' if self.ahead(0) == 'á' || self.ahead(0) == 'ó' && after == ' ' => false,
            'n' => !is_vowel(after) && !(after == 'h' && is_vowel(self.ahead(3))),
            _ => false,
        }
    }

    fn nasal(&self) -> &'static str {
        match self.ahead(0) {
            'a' | 'á' | 'à' | 'â' | 'ã' => "ɐ\u{303}",
            'e' | 'é' | 'ê' => "A",
            'i' | 'í' | 'y' => "i",
            'o' | 'ó' | 'ô' | 'õ' => "o",
            _ => "u\u{303}",
        }
    }

    fn is_before_final_l(&self) -> bool {
        self.ahead(1) == 'l' && !is_vowel(self.ahead(2)) && !matches!(self.ahead(2), 'l' | 'h')
    }

    /// A vowel with the l that ends its syllable, and whether the phonemes have the l.
    fn with_l(&self) -> (&'static str, bool) {
        let end = self.ahead(2) == ' ';
        match self.ahead(0) {
            'a' | 'á' | 'à' | 'â' => ("W", true),
            'e' if self.is_after_stress() && !self.is_after_open_o() => ("eʊ", true),
            'ê' => ("eʊ", true),
            'e' | 'é' => ("ɛʊ", true),
            'y' => ("i", false),
            'i' | 'í' => ("iʊ", true),
            'ó' => ("ɔ", false),
            'o' if end && self.is_stressed() => ("ɔ", false),
            'o' if self.is_open() => ("ɔ", false),
            'o' | 'ô' => ("ow", true),
            'ú' => ("u", false),
            _ => ("uw", true),
        }
    }

    /// Whether the stressed vowel is ó, as in "móvel".
    fn is_after_open_o(&self) -> bool {
        self.word.stressed.is_some_and(|at| self.word.letters[at] == 'ó')
    }

    /// Whether nothing but an s follows the next letter.
    fn is_last(&self) -> bool {
        matches!((self.ahead(1), self.ahead(2)), (' ', _) | ('s', ' '))
    }

    fn plain(&self) -> &'static str {
        let (stressed, last) = (self.is_stressed(), self.is_last());
        let open = self.is_open();
        match self.ahead(0) {
            'a' | 'â' | 'á' | 'à' | 'ä' | 'å' | 'æ' => self.a(),
            'ã' => "ɐ\u{303}",
            'e' if last && (!stressed || self.out.nuclei.len() == 1) => "y",
            'e' | 'é' | 'ê' | 'è' | 'ë' => {
                if open {
                    "ɛ"
                } else {
                    "e"
                }
            }
            'i' | 'í' | 'ì' | 'î' | 'ï' | 'y' => "i",
            'o' if !stressed && last => "ʊ",
            'o' if self.is_after_stress() && self.before() == 'í' => "ʊ",
            'o' | 'ó' | 'ô' | 'ò' | 'ö' | 'ø' => {
                if open {
                    "ɔ"
                } else {
                    "o"
                }
            }
            'õ' => "o\u{303}",
            'ú' if self.ahead(1) == 'm' => "u\u{303}",
            'u' if self.ahead(1) == 'n' && self.ahead(2) == 'h' => "u\u{303}",
            _ => "u",
        }
    }

    fn a(&self) -> &'static str {
        let (next, after) = (self.ahead(1), self.ahead(2));
        if self.is_stressed() {
            return match next {
                'm' | 'n' | 'ñ' if self.ahead(0) != 'á' => "ɐ\u{303}",
                _ => "a",
            };
        }
        if self.is_after_stress() {
            let closed = next != 's' && !is_vowel(next) && after == ' ' && next != ' ';
            return if closed || next == 'z' { "a" } else { "æ" };
        }
        match next {
            'n' if after == 'h' => "ɐ\u{303}",
            'ñ' => "ɐ\u{303}",
            'm' if self.word.letters.last() == Some(&'r') => "æ",
            'n' if self.word.letters.last() == Some(&'r') => "æ",
            'm' | 'n' if self.word.stressed == Some(self.at + 2) && self.ends_after(3) => {
                "ɐ\u{303}"
            }
            'm' | 'n' => "æ",
            _ => "a",
        }
    }

    /// Whether the word ends within one consonant of the letter `ahead`.
    fn ends_after(&self, ahead: usize) -> bool {
        let rest = self.word.letters.len().saturating_sub(self.at + ahead);
        rest == 0 || rest == 1 && self.word.role(self.at + ahead) == Role::Consonant
    }
}
