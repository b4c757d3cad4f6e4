//! Letters of Italian spelling, and what they are folded to.

use unicode_normalization::UnicodeNormalization;

/// A word in lower case, composed, with plain apostrophes and hyphens, in the letters that Italian
/// spelling knows: other letters of the Latin script lose their marks.
pub(super) fn fold(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).fold(String::new(), |mut folded, letter| {
        match letter {
            '’' | '\u{2bc}' => folded.push('\''),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            'à' | 'è' | 'é' | 'ì' | 'í' | 'ò' | 'ó' | 'ù' | 'ú' | 'ñ' | 'ç' => {
                folded.push(letter)
            }
            'á' | 'â' | 'ā' => folded.push(if letter == 'á' { 'à' } else { 'a' }),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            _ if letter.is_ascii() => folded.push(letter),
            _ => {
                let mut parts = std::iter::once(letter).nfkd();
                match parts.next() {
                    Some(base) if base.is_ascii_alphanumeric() => folded.push(base),
                    _ => folded.push(letter),
                }
                folded.extend(parts.filter(char::is_ascii_alphanumeric));
            }
        }
        folded
    })
}

/// The vowel of a letter without its accent. None for consonants.
pub(super) fn vowel(letter: char) -> Option<char> {
    Some(match letter {
        'a' | 'à' => 'a',
        'e' | 'è' | 'é' => 'e',
        'i' | 'ì' | 'í' | 'y' => 'i',
        'o' | 'ò' | 'ó' => 'o',
        'u' | 'ù' | 'ú' => 'u',
        _ => return None,
    })
}

/// Whether a letter is a vowel, accented or not.
pub(super) fn is_vowel(letter: char) -> bool {
    vowel(letter).is_some()
}

/// Whether a letter is a vowel with a written accent.
pub(super) fn is_accented(letter: char) -> bool {
    is_vowel(letter) && !letter.is_ascii()
}

/// Whether c and g are soft before this letter.
pub(super) fn is_front(letter: char) -> bool {
    matches!(vowel(letter), Some('e' | 'i'))
}

/// Whether a word can be spelled: all of it is letters of [`fold`].
pub(super) fn is_spellable(word: &str) -> bool {
    let known = |letter: char| letter.is_ascii_lowercase() || is_vowel(letter) || letter == 'ñ';
    !word.is_empty() && word.chars().all(|letter| known(letter) || letter == 'ç')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_folded() {
        assert_eq!(fold("L’UOMO"), "l'uomo");
        assert_eq!(fold("Citta\u{300}"), "città");
        assert_eq!(fold("Müller"), "muller");
        assert_eq!(fold("Łódź ﬁ ＡＢ"), "lódz fi ab");
        assert!(is_spellable("perché") && !is_spellable("日本") && !is_spellable(""));
    }
}
