//! What capitals tell: words that are read letter by letter, and words written together.

/// Initialisms that are words although they have two or three letters.
const WORDS: &[&str] = &["CIA", "OK", "RAI"];

/// The most letters of a word in capitals that are read one by one between words in small letters.
const MOST: usize = 3;

/// Whether a word is an initialism: two or three capitals, unless the whole phrase is in capitals.
/// Longer ones are words, as "NATO".
pub(super) fn is_initialism(word: &str, phrase_has_lower_case: bool) -> bool {
    let capitals = word.chars().all(char::is_uppercase);
    let letters = word.chars().count();
    phrase_has_lower_case
        && capitals
        && word.is_ascii()
        && (2..=MOST).contains(&letters)
        && !WORDS.contains(&word)
}

/// The parts of a word that begin with a capital after a small letter: "Pay" and "Pal".
pub(super) fn humps(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut after_lower = false;
    for (at, letter) in word.char_indices() {
        if after_lower && letter.is_uppercase() {
            parts.push(&word[start..at]);
            start = at;
        }
        after_lower = letter.is_lowercase();
    }
    parts.push(&word[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_capitals_are_initialisms() {
        assert!(is_initialism("USA", true) && is_initialism("DVD", true));
        assert!(!is_initialism("USA", false) && !is_initialism("NATO", true));
        assert!(!is_initialism("PIÙ", true) && !is_initialism("A", true));
        assert_eq!(humps("PayPal"), ["Pay", "Pal"]);
        assert_eq!(humps("sRGB"), ["s", "RGB"]);
        assert_eq!(humps("casa"), ["casa"]);
    }
}
