//! The letters of a word: which are the vowels of its syllables, and which of these is stressed.

use super::patterns::Patterns;

/// What a letter does in its syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Consonants, and `h`.
    Consonant,
    /// The vowel of a syllable.
    Nucleus,
    /// A vowel that ends a falling diphthong: the `i` of "pai", the `o` of "mão".
    Offglide,
    /// A vowel that begins a rising diphthong: the `u` of "água", the `i` of "história".
    Onglide,
    /// The `u` of "que" and "guia".
    Silent,
}

/// A word in lower case with its syllables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Syllables {
    /// The letters.
    pub(super) letters: Vec<char>,
    /// What each letter does.
    pub(super) roles: Vec<Role>,
    /// The index of the letter with the main stress. None without a vowel.
    pub(super) stressed: Option<usize>,
}

impl Syllables {
    /// The syllables of `word`, which is in lower case.
    pub(super) fn new(word: &str, patterns: &Patterns) -> Self {
        let letters: Vec<char> = word.chars().collect();
        let mut roles = vec![Role::Consonant; letters.len()];
        for at in 0..letters.len() {
            roles[at] = role(&letters, &roles[..at], at, patterns);
        }
        let accent = accent(&letters, &roles);
        let stressed = accent.or_else(|| by_ending(&letters, &roles));
        let mut syllables = Self { letters, roles, stressed };
        syllables.rising();
        syllables
    }

    /// Whether the word begins with the prefix "sobre", which has no stress of its own.
    pub(super) fn has_sobre(&self) -> bool {
        self.letters.len() > 7 && self.letters.starts_with(&['s', 'o', 'b', 'r', 'e'])
    }

    /// The letter at `at`, or a space beyond the ends of the word.
    pub(super) fn letter(&self, at: usize) -> char {
        self.letters.get(at).copied().unwrap_or(' ')
    }

    /// What the letter at `at` does; consonants lie beyond the end.
    pub(super) fn role(&self, at: usize) -> Role {
        self.roles.get(at).copied().unwrap_or(Role::Consonant)
    }

    /// Makes onglides of the vowels `i`, `u` and some `e` before another vowel where that is how
    /// they are said: after the stress, as in "história", and before ê and é, as in "ciência".
    fn rising(&mut self) {
        let Some(stressed) = self.stressed else { return };
        for at in 0..self.letters.len().saturating_sub(1) {
            let (c, next) = (self.letters[at], self.letters[at + 1]);
            if self.roles[at] != Role::Nucleus || at == stressed {
                continue;
            }
            if self.roles[at + 1] != Role::Nucleus {
                continue;
            }
            let rises = match c {
                'e' => next == 'o' && at > 1 && self.letters[at - 2..at] == ['í', 'd'],
                'i' if next == 'i' => true,
                'i' if at > stressed => self.i_rises(at),
                'i' if next == 'u' => !matches!(self.letter(at + 2), 'm' | 'n'),
                'i' => matches!(next, 'é' | 'ê' | 'â' | 'ô') && at + 1 == stressed,
                'u' if at + 1 == stressed => self.u_rises(at),
                'u' => next == 'o' && at + 1 < stressed && at > 0 && self.letters[at - 1] != 'r',
                _ => false,
            };
            if rises {
                self.roles[at] = Role::Onglide;
            }
        }
    }

    /// Whether the `u` at `at`, before a stressed vowel, is said as a consonant: "usuário".
    fn u_rises(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(' ', |before| self.letters[before]);
        if matches!(before, 'r' | ' ') {
            return false;
        }
        let (vowel, next) = (self.letters[at + 1], self.letter(at + 2));
        match vowel {
            'á' | 'ê' | 'é' | 'â' => true,
            'í' if next == 's' => self.letter(at + 3) == ' ',
            'í' => matches!(next, 'a' | ' '),
            'o' if next == 's' => matches!(self.letter(at + 3), 'o' | 'a'),
            'i' | 'o' => next == 'u' && self.letter(at + 3) == ' ',
            _ => false,
        }
    }

    /// Whether the `i` at `at`, after the stress, is said as a consonant: "história", but not
    /// "indústria", "áudio", "tóquio" and "júnior".
    fn i_rises(&self, at: usize) -> bool {
        let before = &self.letters[..at];
        let ends: [&[char]; 4] = [&['s', 't', 'r'], &['q', 'u'], &['g', 'u'], &['á', 'u', 'd']];
        !ends.iter().any(|end| before.ends_with(end))
            && !matches!(self.letters.last(), Some('r' | 'l' | 'n'))
    }
}

/// Whether `c` is a letter for a vowel.
pub(super) fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'á'
            | 'à'
            | 'â'
            | 'ã'
            | 'ä'
            | 'å'
            | 'é'
            | 'è'
            | 'ê'
            | 'ë'
            | 'í'
            | 'ì'
            | 'î'
            | 'ï'
            | 'ó'
            | 'ò'
            | 'ô'
            | 'õ'
            | 'ö'
            | 'ø'
            | 'ú'
            | 'ù'
            | 'û'
            | 'ü'
            | 'æ'
    )
}

/// What the letter at `at` does, after the roles of those before it are known.
fn role(letters: &[char], before: &[Role], at: usize, patterns: &Patterns) -> Role {
    let c = letters[at];
    let at_letter = |at: usize| letters.get(at).copied().unwrap_or(' ');
    if !is_vowel(c) {
        return Role::Consonant;
    }
    let next = at_letter(at + 1);
    let last = at.checked_sub(1).map(|at| letters[at]);
    if c == 'u' && matches!(last, Some('q' | 'g')) && is_vowel(next) {
        return match next {
            'e' | 'i' | 'é' | 'ê' | 'í' | 'y' => match patterns.at(letters, at - 1, at + 1) {
                Some("w") => Role::Onglide,
                Some("u") => Role::Nucleus,
                _ => Role::Silent,
            },
            _ if last == Some('q') || matches!(next, 'a' | 'á' | 'â' | 'ã' | 'ó' | 'ô') => {
                Role::Onglide
            }
            _ => Role::Nucleus,
        };
    }
    if c == 'ü' && matches!(last, Some('q')) {
        return Role::Onglide;
    }
    if c == 'y' && is_vowel(next) && before.last() != Some(&Role::Nucleus) {
        return Role::Onglide;
    }
    if before.last() == Some(&Role::Nucleus) && last.is_some_and(|_| falls(letters, at)) {
        return Role::Offglide;
    }
    Role::Nucleus
}

/// Whether the vowel at `at` ends a diphthong with the one before it.
fn falls(letters: &[char], at: usize) -> bool {
    let (first, c, rest) = (letters[at - 1], letters[at], &letters[at + 1..]);
    let before = at.checked_sub(2).map_or(' ', |at| letters[at]);
    match (first, c) {
        ('ã', 'o' | 'e' | 'i' | 'u') | ('õ', 'e' | 'i') => true,
        ('a', 'o') => matches!(rest, [] | ['s']),
        ('e', 'e') => is_long(rest),
        ('o', 'o') => !rest.is_empty() && is_long(rest),
        ('i' | 'í' | 'y', 'i' | 'y') | ('u' | 'ú', 'u') => false,
        ('i', 'u') => matches!(rest, [] | ['s']),
        ('a', 'u') => !matches!(rest, ['l']),
        ('u', 'i') if matches!(before, 'r') => matches!(rest, [] | ['s']),
        ('o', 'u') => !matches!(rest, ['i', ..]),
        ('e', 'u') if before == 'r' && rest.first() == Some(&'n') => false,
        ('e', 'u') | ('a', 'i') if is_long_after_cluster(rest) => false,
        (_, 'i' | 'y' | 'u') => !closes(rest),
        _ => false,
    }
}

/// Whether two consonants that begin a syllable, or rr, and more than one vowel follow: "neutral",
/// but not "neutro"; "bairrista", but not "bairro".
fn is_long_after_cluster(rest: &[char]) -> bool {
    match rest {
        [c, 'r' | 'l', vowel, tail @ ..] if !is_vowel(*c) && is_vowel(*vowel) => {
            !matches!(tail, [] | ['s' | 'm'])
        }
        _ => false,
    }
}

/// Whether `ee` and `oo` before `rest` are read as in English: "week", "cool".
fn is_long(rest: &[char]) -> bool {
    match rest {
        [] => true,
        [c] => !is_vowel(*c) && *c != 'm',
        _ => false,
    }
}

/// Whether the consonants of `rest` belong to the syllable of the vowel before, so that this vowel
/// makes a syllable of its own: "ruim", "ainda", "rainha", "cair", "juiz", "saiu".
fn closes(rest: &[char]) -> bool {
    match rest {
        ['n', 'h', ..] | ['u', ..] => true,
        ['s', ..] | [] => false,
        [c] => !is_vowel(*c),
        ['r', 'r', ..] => false,
        [c, 's'] => !is_vowel(*c) && !matches!(c, 'l' | 'm'),
        [c, next, ..] => !is_vowel(*c) && !is_vowel(*next) && !matches!(next, 'r' | 'l' | 'h'),
    }
}

/// The vowel whose accent marks the stress: the last acute or circumflex, a grave at the end, or a
/// tilde in the last two syllables.
fn accent(letters: &[char], roles: &[Role]) -> Option<usize> {
    let find = |marks: &str| {
        (0..letters.len()).rfind(|at| roles[*at] == Role::Nucleus && marks.contains(letters[*at]))
    };
    let nuclei_after = |at: usize| roles[at + 1..].iter().filter(|r| **r == Role::Nucleus).count();
    let acute = find("áéíóúâêôîû");
    let grave = find("àèìòù").filter(|at| at + 1 == letters.len());
    acute.or(grave).or_else(|| find("ãõ").filter(|at| nuclei_after(*at) < 2))
}

/// The vowel that is stressed without an accent: the last but one if the word ends in a, e, o, am,
/// em, with or without s; otherwise the last.
fn by_ending(letters: &[char], roles: &[Role]) -> Option<usize> {
    let mut nuclei = (0..letters.len()).rev().filter(|at| roles[*at] == Role::Nucleus);
    let last = nuclei.next()?;
    let penult = nuclei.next();
    if roles.last() == Some(&Role::Offglide) || roles.get(last + 1) == Some(&Role::Offglide) {
        return Some(last);
    }
    let tail: String = letters[last..].iter().collect();
    let is_weak =
        matches!(tail.as_str(), "a" | "e" | "o" | "as" | "es" | "os" | "am" | "em" | "ens" | "y");
    let is_name = matches!(letters, [.., 'e', 'n'] | [.., 's', 'o', 'n']);
    if is_weak || is_name { penult.or(Some(last)) } else { Some(last) }
}
