//! Words that are read letter by letter.

use super::letters::{is_vowel, vowel};
use crate::stress::{PRIMARY, SECONDARY};

/// The name of a letter without stress, and the place of the stressed vowel in bytes.
fn name(letter: char) -> Option<(&'static str, usize)> {
    Some(match letter {
        'b' => ("bi", 1),
        'c' => ("ʧi", 2),
        'd' => ("diː", 1),
        'f' => ("ɛffe", 0),
        'g' => ("ʤi", 2),
        'h' => ("akːa", 0),
        'j' => ("i lˈuŋɡa", 0),
        'k' => ("kapːa", 1),
        'l' => ("ɛlle", 0),
        'm' => ("ɛmme", 0),
        'n' => ("ɛnne", 0),
        'p' => ("pi", 1),
        'q' => ("ku", 1),
        'r' => ("ɛrɾe", 0),
        's' => ("ɛSe", 0),
        't' => ("tɪ", 1),
        'v' => ("vu", 1),
        'w' => ("dˌopːjavu", 10),
        'x' => ("iks", 0),
        'y' => ("ipsilon", 0),
        'z' => ("ʣɛta", 2),
        'ñ' => ("ɛnne", 0),
        'ç' => ("ʧi", 2),
        _ => match vowel(letter)? {
            'a' => ("aː", 0),
            'e' => ("eː", 0),
            'i' => ("iː", 0),
            'o' => ("ɔː", 0),
            _ => ("uː", 0),
        },
    })
}

/// Whether a letter has a name in Italian.
pub(super) fn has_name(letter: char) -> bool {
    name(letter).is_some()
}

/// The names of the letters of a word, the last of which has the primary stress. Empty if none of
/// them has a name.
pub(super) fn spell(word: &str) -> String {
    let known: Vec<_> = word.chars().filter_map(name).collect();
    let mut said = String::new();
    for (at, (name, stress)) in known.iter().enumerate() {
        let last = at + 1 == known.len();
        let (before, after) = name.split_at(*stress);
        said.push_str(before);
        match last {
            true => {
                said.push(PRIMARY);
                said.push_str(after);
            }
            false => {
                said.push(SECONDARY);
                said.push_str(&after.replacen('u', "ʊ", 1));
            }
        }
    }
    said
}

/// Whether letters cannot be said as a word, because no vowel is among them.
pub(super) fn lacks_vowels(word: &str) -> bool {
    !word.chars().any(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_names() {
        assert_eq!(spell("tv"), "tˌɪvˈu");
        assert_eq!(spell("usb"), "ˌʊːˌɛSebˈi");
        assert_eq!(spell("pdf"), "pˌidˌiːˈɛffe");
        assert_eq!(spell("wtf"), "dˌopːjavˌʊtˌɪˈɛffe");
        assert_eq!(spell("日本"), "");
    }
}
