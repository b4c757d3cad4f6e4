//! Units: letters and phonemes that belong together.

/// How many letters there are: a to z.
pub(crate) const LETTERS: usize = 26;

/// What a unit spells: one letter or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spelling {
    first: u8,
    second: u8, // 0 if there is none
}

impl Spelling {
    /// How many spellings there are.
    pub(crate) const COUNT: usize = LETTERS * (LETTERS + 1);

    /// One or two letters, as numbers from 0 to 25.
    pub(crate) fn new(letters: &[u8]) -> Self {
        Self { first: letters[0], second: letters.get(1).map_or(0, |letter| letter + 1) }
    }

    /// The place of the spelling among all of them, in their order.
    pub(crate) fn index(self) -> usize {
        self.first as usize * (LETTERS + 1) + self.second as usize
    }
}

/// Letters with their phonemes, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Unit {
    pub(crate) spelling: Spelling,
    /// Numbers of phonemes, from 1; 0 where there is none.
    pub(crate) phonemes: [u8; 2],
}

/// The letters of a word as numbers from 0 to 25; nothing if it has others than a to z.
pub(crate) fn letters(word: &str) -> Option<Vec<u8>> {
    word.bytes().map(|byte| byte.is_ascii_lowercase().then(|| byte - b'a')).collect()
}
