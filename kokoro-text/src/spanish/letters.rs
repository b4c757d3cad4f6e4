//! The letters of a word, and what the rules ask of them.

/// The letters of a word, with a place among them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters<'a> {
    letters: &'a [char],
    at: usize,
}

impl<'a> Letters<'a> {
    /// A place among letters.
    pub(super) fn new(letters: &'a [char], at: usize) -> Self {
        Self { letters, at }
    }

    /// The letter that is `by` places after this one, or before it; `\0` outside the word.
    pub(super) fn get(&self, by: isize) -> char {
        let at = self.at.checked_add_signed(by);
        at.and_then(|at| self.letters.get(at)).copied().unwrap_or('\0')
    }

    /// Whether the letter there is a vowel, or a `y` that stands for one.
    pub(super) fn is_vowel(&self, by: isize) -> bool {
        match self.get(by) {
            'y' => !is_vowel_letter(self.get(by + 1)) && self.get(by - 1) != '\0',
            other => is_vowel_letter(other),
        }
    }

    /// Whether the letter there is one of the alphabet and no vowel.
    pub(super) fn is_consonant(&self, by: isize) -> bool {
        let letter = self.get(by);
        letter != '\0' && !self.is_vowel(by)
    }
}

/// Whether a letter is a vowel, with or without an accent.
pub(super) fn is_vowel_letter(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ü')
}

/// Whether `c` and `g` before this letter are soft.
pub(super) fn softens(letter: char) -> bool {
    matches!(letter, 'e' | 'i' | 'y' | 'é' | 'í')
}

/// A letter without a sign that Spanish does not use.
pub(super) fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'è' | 'ê' | 'ë' => 'e',
        'ì' | 'î' | 'ï' => 'i',
        'ò' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ù' | 'û' => 'u',
        other => other,
    }
}
