//! misaki's two lexicons of a dialect: gold is asked first, then silver.

use std::borrow::Cow;
use std::sync::OnceLock;

use kokoro_lexicon::{Entry, Lexicon};
use kokoro_normalize::Dialect;

/// The longest word that is looked up, in bytes. No lexicon has one of more than 46.
const MAX_WORD: usize = 64;

/// The lexicons of a dialect.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary {
    gold: &'static Lexicon,
    silver: &'static Lexicon,
}

/// Opens a packed lexicon of the program, once.
macro_rules! lexicon {
    ($name:literal) => {{
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let bytes = include_bytes!(concat!("../../../data/english/", $name, ".lexicon"));
            // A test opens every lexicon of the program.
            Lexicon::from_bytes(Cow::Borrowed(bytes)).expect("a lexicon of the program")
        })
    }};
}

impl Dictionary {
    /// The lexicons of a dialect, which are opened once for all.
    pub(crate) fn of(dialect: Dialect) -> Self {
        match dialect {
            Dialect::American => Self { gold: lexicon!("us_gold"), silver: lexicon!("us_silver") },
            Dialect::British => Self { gold: lexicon!("gb_gold"), silver: lexicon!("gb_silver") },
        }
    }

    /// What the gold lexicon says of a word.
    pub(crate) fn gold(&self, word: &str) -> Option<Entry<'static>> {
        find(word, |word| self.gold.get(word))
    }

    /// What the silver lexicon says of a word.
    pub(crate) fn silver(&self, word: &str) -> Option<Entry<'static>> {
        find(word, |word| self.silver.get(word))
    }

    /// Whether the gold lexicon has a word.
    pub(crate) fn has_gold(&self, word: &str) -> bool {
        find(word, |word| self.gold.contains(word).then_some(())).is_some()
    }

    /// Whether a lexicon has a word.
    pub(crate) fn has(&self, word: &str) -> bool {
        let has = |word: &str| self.gold.contains(word) || self.silver.contains(word);
        find(word, |word| has(word).then_some(())).is_some()
    }
}

/// Looks a word up as it stands, then with the case of its first letter changed: a lexicon that has
/// "canoe" also has "Canoe", and one that has "Paris" also has "paris". Words of one letter and
/// words with other capitals stand only for themselves.
fn find<T>(word: &str, get: impl Fn(&str) -> Option<T>) -> Option<T> {
    if word.len() > MAX_WORD || !word.is_ascii() {
        return None;
    }
    get(word).or_else(|| {
        let rest = word.get(1..).filter(|rest| !rest.is_empty())?;
        if !word.as_bytes()[0].is_ascii_alphabetic()
            || rest.bytes().any(|byte| byte.is_ascii_uppercase())
        {
            return None;
        }
        let mut other = [0; MAX_WORD];
        let other = &mut other[..word.len()];
        other.copy_from_slice(word.as_bytes());
        other[0] ^= b' '; // the bit that tells capitals from small letters in ASCII
        get(std::str::from_utf8(other).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_lexicons_open_and_ignore_the_case_of_a_first_letter() {
        for dialect in [Dialect::American, Dialect::British] {
            let words = Dictionary::of(dialect);
            assert_eq!(words.gold("Wednesday"), words.gold("wednesday"));
            assert_eq!(words.gold("birch"), words.gold("Birch"));
            assert!(words.has_gold("birch") && words.has("Birch") && !words.has("BIRCH"));
            assert!(words.silver("a").is_none());
        }
    }
}
