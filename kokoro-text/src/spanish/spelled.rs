//! Words that are spelled: initialisms, and what has no vowels.

use super::function_words::{Weight, weaken};
use super::sandhi::append;

/// The name of a letter, as if it stood alone.
pub(super) fn letter_name(letter: char) -> Option<&'static str> {
    let name = match letter {
        'a' => "ˈa",
        'b' => "bˈe",
        'c' => "θˈe",
        'd' => "dˈe",
        'e' => "ˈe",
        'f' => "ˈɛfe",
        'g' => "xˈe",
        'h' => "ˈaʧe",
        'i' => "ˈi",
        'j' => "xˈota",
        'k' => "kˈa",
        'l' => "ˈɛle",
        'm' => "ˈɛme",
        'n' => "ˈɛne",
        'ñ' => "ˈɛɲe",
        'o' => "ˈo",
        'p' => "pˈe",
        'q' => "kˈu",
        'r' => "ˈɛre",
        's' => "ˈɛse",
        't' => "tˈe",
        'u' => "ˈu",
        'v' => "ˈuβe",
        'w' => "ˌuβe ðˈoβle",
        'x' => "ˈɛkis",
        'y' => "i",
        'z' => "θˈɛta",
        'á' => "ˈa aθɛntwˈaða",
        'é' => "ˈe aθɛntwˈaða",
        'í' => "ˈi aθɛntwˈaða",
        'ó' => "ˈo aθɛntwˈaða",
        'ú' => "ˈu aθɛntwˈaða",
        'ü' => "ˈu kon djˈɛɾɛsis",
        'ç' => "θˌeθeðˈiʝa",
        _ => return None,
    };
    Some(name)
}

/// The names of letters in a row. The last has the stress, and every third one that is not beside
/// it. None if one of them has no name.
pub(super) fn spell(letters: &[char]) -> Option<String> {
    let mut said = String::with_capacity(6 * letters.len());
    for (at, letter) in letters.iter().enumerate() {
        let name = if *letter == 'y' { "ˌiɣɾiˈeɣa" } else { letter_name(*letter)? };
        let stressed = at + 1 == letters.len() || at % 3 == 2 && at + 2 < letters.len();
        let weight = if stressed { Weight::Full } else { Weight::Half };
        append(&mut said, &weaken(name, weight));
    }
    Some(said)
}
