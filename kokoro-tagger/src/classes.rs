//! Sets of characters.

/// Ranges of characters, in ascending order: u32 first character, u32 sets.
static RANGES: &[u8] = include_bytes!("../data/classes.bin");

/// The sets that a character belongs to: a bit for each, in the order of `CLASSES` in
/// `tools/rules.py`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Classes(u16);

impl Classes {
    /// White space: Python's `isspace`.
    pub const SPACE: Self = Self(1);
    /// Letters: Python's `isalpha`.
    pub const LETTER: Self = Self(1 << 1);
    /// Capital letters: Python's `isupper`.
    pub const UPPER: Self = Self(1 << 2);
    /// Digits, superscript ones too: Python's `isdigit`.
    pub const DIGIT: Self = Self(1 << 3);
    /// Digits of decimal numbers: `\d`.
    pub const DECIMAL: Self = Self(1 << 4);
    /// Letters, digits and `_`: `\w`.
    pub const WORD: Self = Self(1 << 5);
    /// spaCy's letters, which are fewer: no combining ones, and not those of all scripts.
    pub const ALPHA: Self = Self(1 << 6);
    /// Small letters of spaCy, and all those of scripts without capitals.
    pub const ALPHA_LOWER: Self = Self(1 << 7);
    /// Capital letters of spaCy, and all those of scripts without capitals.
    pub const ALPHA_UPPER: Self = Self(1 << 8);
    /// Symbols and emoji.
    pub const ICON: Self = Self(1 << 9);
    /// Quotation marks and some brackets.
    pub const QUOTE: Self = Self(1 << 10);
    /// Cut off at the start of a word, whatever follows.
    pub const PREFIX: Self = Self(1 << 11);
    /// Cut off at the end of a word, whatever precedes.
    pub const SUFFIX: Self = Self(1 << 12);
    /// What a period is cut off after.
    pub const BEFORE_PERIOD: Self = Self(1 << 13);

    /// Of a character.
    pub fn of(character: char) -> Self {
        if character.is_ascii() { ASCII[character as usize] } else { Self::search(character) }
    }

    /// Whether the character is in one of `sets`.
    pub const fn is(self, sets: Self) -> bool {
        self.0 & sets.0 != 0
    }

    /// Both sets.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The last range that does not begin after the character.
    const fn search(character: char) -> Self {
        let ranges = RANGES.as_chunks::<4>().0;
        let (mut low, mut high) = (0, ranges.len() / 2);
        while high - low > 1 {
            let middle = (low + high) / 2;
            if u32::from_le_bytes(ranges[2 * middle]) <= character as u32 {
                low = middle;
            } else {
                high = middle;
            }
        }
        Self(u32::from_le_bytes(ranges[2 * low + 1]) as u16)
    }
}

/// The sets of the characters of ASCII.
static ASCII: [Classes; 128] = {
    let mut classes = [Classes(0); 128];
    let mut character = 0;
    while character < 128 {
        classes[character] = Classes::search(character as u8 as char);
        character += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_have_their_characters() {
        let tests = [
            (Classes::SPACE, " \u{1f}\u{3000}", "a_\u{200b}"),
            (Classes::LETTER, "aßǅ中ª", "1_²\u{301}"),
            (Classes::UPPER, "AÉ", "aǅ中"),
            (Classes::DIGIT, "1²٣", "½Ⅷa"),
            (Classes::DECIMAL, "1٣", "²½"),
            (Classes::WORD, "_a½", "-'"),
            (Classes::ALPHA, "aé中", "1\u{10400}"),
            (Classes::ALPHA_LOWER, "aé中", "A"),
            (Classes::ALPHA_UPPER, "AÉ中", "a"),
            (Classes::ICON, "°©😀", "a$"),
            (Classes::QUOTE, "'\"”「", "-a"),
            (Classes::PREFIX, "§%$€(\"😀", "+-a."),
            (Classes::SUFFIX, ")…—\"😀", "$%.a"),
            (Classes::BEFORE_PERIOD, "0a%²-+)'", "A\u{10400}"),
        ];
        for (set, members, others) in tests {
            assert!(members.chars().all(|c| Classes::of(c).is(set)), "{set:?}: {members}");
            assert!(!others.chars().any(|c| Classes::of(c).is(set)), "{set:?}: {others}");
        }
    }
}
