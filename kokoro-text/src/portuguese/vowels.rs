//! The sounds of vowels.

use super::patterns::Mouth;
use super::syllables::{Role, is_vowel};
use super::writer::Writer;

impl Writer<'_> {
    /// Writes the vowel of a syllable that comes next, with the glide or l after it.
    pub(super) fn nucleus(&mut self) {
        let at = self.at;
        if self.word.stressed == Some(at) {
            self.out.stressed = Some(self.out.nuclei.len());
        }
        if !self.ends_io() {
            self.out.nuclei.push(self.out.phonemes.len());
        }
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

    /// Whether this is the o of a last syllable such as that of "navio" and "rios".
    fn ends_io(&self) -> bool {
        self.ahead(0) == 'o'
            && self.is_last()
            && self.before() == 'i'
            && self.word.stressed == Some(self.at - 1)
    }

    fn is_stressed(&self) -> bool {
        self.word.stressed == Some(self.at)
    }

    /// Whether the next vowel comes after the stressed one.
    fn is_after_stress(&self) -> bool {
        self.word.stressed.is_some_and(|stressed| self.at > stressed)
    }

    /// Whether an e or o here is open.
    fn is_open(&self) -> bool {
        match self.ahead(0) {
            'e' if self.ahead(1) == 'l' && self.ahead(2) == 'l' && !self.is_after_stress() => {
                is_vowel(self.ahead(3))
            }
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
            ('o', 'y') => "Y",
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
            // In English plurals, such as "films", the m stays a consonant.
            'm' if after == 's' && self.ahead(3) == ' ' => !matches!(self.ahead(0), 'i' | 'o'),
            'm' => !is_vowel(after),
            'n' if self.ahead(0) == 'á' || self.ahead(0) == 'ó' && after == ' ' => false,
            'n' if self.ahead(0) == 'y' => false,
            'n' if after == 'h' => !is_vowel(self.ahead(3)),
            'n' => !is_vowel(after),
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
            _ if self.ends_prefix() => "æ",
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

    /// Whether this is the last letter of the prefixes "infra" and "ultra".
    fn ends_prefix(&self) -> bool {
        let before = &self.word.letters[..self.at];
        before == ['i', 'n', 'f', 'r'] || before == ['u', 'l', 't', 'r']
    }

    /// Whether the word ends within one consonant of the letter `ahead`.
    fn ends_after(&self, ahead: usize) -> bool {
        let rest = self.word.letters.len().saturating_sub(self.at + ahead);
        rest == 0 || rest == 1 && self.word.role(self.at + ahead) == Role::Consonant
    }
}
