//! Which consonants a word may begin with to be said as a word.

use super::letters::is_vowel_letter;

/// Whether letters can be said as a word: there is a vowel, and the consonants before it are those
/// with which words begin, in Spanish or in the languages from which it takes words.
pub(super) fn is_sayable(word: &[char]) -> bool {
    let is_vowel =
        |(at, letter): (usize, &char)| is_vowel_letter(*letter) || at > 0 && *letter == 'y';
    let Some(vowel) = word.iter().enumerate().position(is_vowel) else {
        return false;
    };
    let onset: String = word[..vowel].iter().collect();
    let mut letters = onset.chars();
    match (letters.next(), letters.as_str()) {
        (None, _) | (Some(_), "") | (Some('s' | 'y'), _) => true,
        _ if word[vowel] == 'y' => false,
        (Some('b' | 'c' | 'f' | 'g' | 'k' | 'p'), "l" | "r") => true,
        (Some('d' | 't' | 'v'), "r") | (Some('t' | 'v'), "l") => true,
        (Some('c' | 'g' | 'p' | 't' | 'w'), "h") | (Some('l'), "l") => true,
        (Some('c' | 't'), "hr") | (Some('c'), "hl") | (Some('g'), "n") => true,
        (Some('p'), "s") => word[vowel] == 'i' || word.starts_with(&['p', 's', 'e', 'u', 'd', 'o']),
        (Some('p'), "t") => word[vowel] == 'o',
        _ => false,
    }
}
