//! Which vowel of a word has the stress, and whether it is open.

use super::endings::{Endings, Fit};
use super::letters::{is_accented, is_vowel};

/// The stress of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Accent {
    /// The place of its letter. None if the word has no stress.
    pub(super) stressed: Option<usize>,
    /// Whether a stressed e or o is open.
    pub(super) open: bool,
}

/// What a line of the table of endings says: `3+` is an open vowel, the third from the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    from_end: usize,
    open: bool,
}

/// Without a line that fits: the last vowel but one, closed.
const DEFAULT: Place = Place { from_end: 2, open: false };

impl Place {
    pub(super) fn parse(code: &str) -> Option<Self> {
        let (digits, open) = code.strip_suffix('+').map_or((code, false), |code| (code, true));
        Some(Self { from_end: digits.parse().ok()?, open })
    }
}

/// The stress of a word of these letters, and whether the table knows the word as it stands.
pub(super) fn accent(word: &str, letters: &[char], endings: &Endings<Place>) -> (Accent, Fit) {
    if let Some(at) = letters.iter().rposition(|&letter| is_accented(letter)) {
        let open = matches!(letters[at], 'è' | 'ò');
        return (Accent { stressed: Some(at), open }, Fit::Ending);
    }
    let (place, fit) = endings.get(word).unwrap_or((DEFAULT, Fit::Ending));
    let vowels = letters.iter().enumerate().rev().filter(|(_, letter)| is_vowel(**letter));
    let stressed = vowels.map(|(at, _)| at).take(place.from_end).last();
    (Accent { stressed, open: place.open }, fit)
}
