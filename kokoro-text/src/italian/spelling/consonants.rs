//! Consonants, single and doubled.

use super::{Said, Spelling, Zeta};
use crate::italian::letters::{is_front, is_vowel};

impl Spelling<'_> {
    /// The consonant at a place.
    pub(super) fn consonant(&self, at: usize) -> Said {
        let letter = self.letter(at);
        match letter {
            'c' => self.c(at),
            'g' => self.g(at),
            's' => self.s(at),
            'z' if self.is_rest(at, &["zz"]) => ("z", 2),
            'z' if self.letter(at + 1) == 'z' => {
                (if self.is_voiced_z(at, 2) { "ʣː" } else { "ʦː" }, 2)
            }
            'z' => (if self.is_voiced_z(at, 1) { "ʣ" } else { "ʦ" }, 1),
            'r' if self.letter(at + 1) == 'r' => ("rɾ", 2),
            'r' => (if self.is_tapped(at) { "ɾ" } else { "r" }, 1),
            'n' if self.letter(at + 1) == 'n' => ("nn", 2),
            'n' => (if self.is_before_velar(at) { "ŋ" } else { "n" }, 1),
            'h' => (if self.is_foreign_h(at) { "h" } else { "" }, 1),
            'j' => (if at == 0 && self.len() > 1 { "ʤ" } else { "j" }, 1),
            'p' if self.has(at, "ph") => ("f", 2),
            'l' if self.is_rest(at, &["ll"]) => ("l", 2),
            't' if self.has(at, "tch") => ("tʧ", 3),
            't' if self.is_metter(at) => ("tt", 2),
            'q' if self.letter(at + 1) == 'q' => ("kk", 2),
            _ if self.letter(at + 1) == letter => doubled(letter),
            _ => (single(letter), 1),
        }
    }

    /// Hard and soft c: "cane", "cena", "chi", "acqua", "occhio".
    fn c(&self, at: usize) -> Said {
        if self.has(at, "ck") || self.has(at, "cq") {
            return ("kː", 2);
        }
        if self.has(at, "ch") {
            let foreign = matches!(self.letter(at + 2), 'a' | 'o' | 'u' | '\0');
            return (if foreign { "ʧ" } else { "k" }, 2);
        }
        if self.has(at, "cch") {
            return ("kː", 3);
        }
        let double = self.letter(at + 1) == 'c';
        let after = at + 1 + usize::from(double);
        match (double, is_front(self.letter(after))) {
            (true, true) => ("ʧː", 2 + self.silent_i(after)),
            (false, true) => ("ʧ", 1 + self.silent_i(after)),
            (true, false) => ("kː", 2),
            (false, false) => ("k", 1),
        }
    }

    /// Hard and soft g, gn and gl: "gatto", "gelo", "ghiro", "bagno", "figlio".
    fn g(&self, at: usize) -> Said {
        if self.has(at, "gh") {
            return ("ɡ", 2);
        }
        if self.has(at, "ggh") {
            return ("ɡː", 3);
        }
        if self.has(at, "gn") {
            return (if self.is_long_gn(at) { "ɲɲ" } else { "ɲ" }, 2);
        }
        if self.has(at, "gli") && (self.is_vowel(at + 3) || at + 3 == self.len()) {
            return ("ʎ", 2 + self.silent_i(at + 2));
        }
        let double = self.letter(at + 1) == 'g';
        let after = at + 1 + usize::from(double);
        match (double, is_front(self.letter(after))) {
            (true, true) => ("ʤː", 2 + self.silent_i(after)),
            (false, true) => ("ʤ", 1 + self.silent_i(after)),
            (true, false) => ("ɡː", 2),
            (false, false) => ("ɡ", 1),
        }
    }

    /// S, and what begins with it: "sasso", "casa", "sci", "schiena".
    fn s(&self, at: usize) -> Said {
        if self.has(at, "sh") {
            return ("ʃ", 2);
        }
        if self.has(at, "sch") {
            return ("sk", 3);
        }
        if self.letter(at + 1) == 'c' && is_front(self.letter(at + 2)) {
            return ("ʃ", 2 + self.silent_i(at + 2));
        }
        if self.letter(at + 1) == 's' {
            return ("S", 2);
        }
        let between_vowels = is_vowel(self.before(at, 1)) && self.is_vowel(at + 1);
        let before_voiced = "mvblgdnr".contains(self.letter(at + 1));
        (if between_vowels || before_voiced { "z" } else { "s" }, 1)
    }

    /// 1 if the letter at a place is an i that only makes the consonant before it soft.
    fn silent_i(&self, at: usize) -> usize {
        let silent = self.letter(at) == 'i' && self.is_vowel(at + 1) && !self.is_stressed(at);
        usize::from(silent)
    }

    /// Whether gn is long: after the stressed vowel in the last syllable but one, "bagno", and
    /// before a last vowel with an accent, "segnò".
    fn is_long_gn(&self, at: usize) -> bool {
        let stressed_before = at > 0 && self.is_stressed(at - 1);
        let last = at + 2 < self.len() && at + 4 >= self.len();
        stressed_before && last || matches!(self.letter(at + 2), 'ò' | 'è')
    }

    /// Whether the letter n stands before a hard g or a k. Before a hard c it does not change.
    fn is_before_velar(&self, at: usize) -> bool {
        match self.letter(at + 1) {
            'g' => !is_front(self.letter(at + 2)),
            next => next == 'k',
        }
    }

    /// Whether r is tapped between vowels: before a written accent and between two letters a; and
    /// in the ending "-issero" and in "zucchero".
    fn is_tapped(&self, at: usize) -> bool {
        let stem = &self.letters[..at];
        let ends = |end: &str| stem.iter().rev().zip(end.chars().rev()).all(|(a, b)| *a == b);
        if self.is_rest(at, &["ro", "ri"]) && at > 4 && (ends("isse") || ends("ucche")) {
            return true;
        }
        let next = self.letter(at + 1);
        let between_a = self.before(at, 1) == 'a' && next == 'a' && self.letter(at + 2) != 'i';
        is_vowel(self.before(at, 1)) && (matches!(next, 'à' | 'ò' | 'è' | 'é') || between_a)
    }

    /// "Mettersi" and its kin, whose double t is said as two.
    fn is_metter(&self, at: usize) -> bool {
        self.has(at, "tter")
            && "clmnstvg".contains(self.letter(at + 4))
            && self.before(at, 1) == 'e'
            && self.is_stressed(at - 1)
    }

    /// Whether h is said: in foreign names that begin with "ha".
    fn is_foreign_h(&self, at: usize) -> bool {
        let own = ["ha", "hanno", "hai", "habitat"];
        at == 0 && self.letter(1) == 'a' && !self.is_rest(0, &own)
    }

    /// Whether the z of so many letters at a place is voiced.
    fn is_voiced_z(&self, at: usize, letters: usize) -> bool {
        let after = at + letters;
        let before_glide = self.letter(after) == 'i' && self.is_vowel(after + 1);
        match self.zeta {
            Zeta::AlwaysVoiced => true,
            _ if at == 0 => true,
            Zeta::Voiced => !before_glide,
            Zeta::Voiceless => false,
        }
    }
}

/// A doubled consonant without a rule of its own.
fn doubled(letter: char) -> Said {
    let said = match letter {
        'b' => "bː",
        'd' => "dː",
        'f' => "ff",
        'k' => "kː",
        'l' => "ll",
        'm' => "mm",
        'p' => "pː",
        't' => "tː",
        'v' => "vv",
        _ => return (single(letter), 1),
    };
    (said, 2)
}

/// A single consonant without a rule of its own. Nothing for what is no letter of Italian.
fn single(letter: char) -> &'static str {
    match letter {
        'b' => "b",
        'ç' => "s",
        'd' => "d",
        'f' => "f",
        'k' | 'q' => "k",
        'l' => "l",
        'm' => "m",
        'ñ' => "ɲ",
        'p' => "p",
        't' => "t",
        'v' => "v",
        'w' => "w",
        'x' => "ks",
        _ => "",
    }
}
