//! The names of letters, and how the digits of names and codes are said. A part of a text that is
//! to be spelled as a whole, with its signs, is the business of `engine::spelled`.

use kokoro_normalize::Dialect;
use kokoro_normalize::english::numbers::{BELOW_TWENTY, below_thousand};

/// The names of the letters from a to z.
const AMERICAN: [&str; 26] = [
    "A",
    "bi",
    "si",
    "di",
    "i",
    "ɛf",
    "ʤi",
    "Aʧ",
    "I",
    "ʤA",
    "kA",
    "ɛl",
    "ɛm",
    "ɛn",
    "O",
    "pi",
    "kju",
    "ɑɹ",
    "ɛs",
    "ti",
    "ju",
    "vi",
    "dˈʌbᵊlju",
    "ɛks",
    "wI",
    "zi",
];
const BRITISH: [&str; 26] = [
    "A",
    "biː",
    "siː",
    "diː",
    "iː",
    "ɛf",
    "ʤiː",
    "Aʧ",
    "I",
    "ʤA",
    "kA",
    "ɛl",
    "ɛm",
    "ɛn",
    "Q",
    "piː",
    "kjuː",
    "ɑː",
    "ɛs",
    "tiː",
    "juː",
    "viː",
    "dˈʌbᵊljuː",
    "ɛks",
    "wI",
    "zɛd",
];
/// The symbols that a syllable is built on.
const VOWELS: &str = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ";

/// Puts a mark of stress before the first vowel of phonemes without stress.
pub(super) fn stress(phonemes: &str, mark: char) -> String {
    let at = phonemes.find(|symbol| VOWELS.contains(symbol)).unwrap_or(0);
    format!("{}{mark}{}", &phonemes[..at], &phonemes[at..])
}

/// Whether a symbol is a vowel.
pub(super) fn is_vowel(symbol: char) -> bool {
    VOWELS.contains(symbol)
}

/// Letters by their names, as misaki says initialisms: weak stress on all but the last. `None` if
/// there is another character than a letter from a to z.
pub(super) fn letters(text: &str, dialect: Dialect) -> Option<String> {
    let names = match dialect {
        Dialect::American => &AMERICAN,
        Dialect::British => &BRITISH,
    };
    let count = text.chars().count();
    let mut said = String::new();
    for (place, letter) in text.chars().enumerate() {
        let letter = letter.to_ascii_lowercase();
        let index = letter.is_ascii_lowercase().then(|| usize::from(letter as u8 - b'a'))?;
        let mark = if place + 1 == count { 'ˈ' } else { 'ˌ' };
        let name = names[index].replace('ˈ', "");
        said.push_str(&stress(&name, mark));
    }
    (count > 0).then_some(said)
}

/// The words for digits in a name or code: "A380" is "three eighty", "x86" is "eighty six", "007"
/// is "zero zero seven". More than four digits are read one by one.
pub(super) fn number_words(digits: &str) -> Vec<&'static str> {
    let values: Vec<usize> =
        digits.bytes().map(|byte| usize::from(byte.wrapping_sub(b'0') % 10)).collect();
    match *values.as_slice() {
        [a, b] if a > 0 => pair(a, b),
        [a, 0, 0] if a > 0 => vec![BELOW_TWENTY[a], "hundred"],
        [a, b, c] if a > 0 && b > 0 => [vec![BELOW_TWENTY[a]], pair(b, c)].concat(),
        [a, 0, c] if a > 0 => vec![BELOW_TWENTY[a], "oh", BELOW_TWENTY[c]],
        [a, 0, 0, 0] if a > 0 => vec![BELOW_TWENTY[a], "thousand"],
        [a, 0, 0, d] if a > 0 => vec![BELOW_TWENTY[a], "thousand", BELOW_TWENTY[d]],
        [a, b, 0, 0] if a > 0 => [pair(a, b), vec!["hundred"]].concat(),
        [a, b, c, d] if a > 0 && c > 0 => [pair(a, b), pair(c, d)].concat(),
        [a, b, 0, d] if a > 0 => [pair(a, b), vec!["oh", BELOW_TWENTY[d]]].concat(),
        _ => values.iter().map(|&digit| BELOW_TWENTY[digit]).collect(),
    }
}

/// A number from 10 to 99, or a single digit after zero.
fn pair(tens: usize, ones: usize) -> Vec<&'static str> {
    if tens == 0 {
        return vec!["oh", BELOW_TWENTY[ones]];
    }
    let mut words = Vec::new();
    below_thousand(10 * tens + ones, Dialect::American, &mut words);
    words
}

/// The words for digits that are read one by one.
pub(super) fn digit_words(digits: &str) -> impl Iterator<Item = &'static str> + '_ {
    digits.bytes().map(|byte| BELOW_TWENTY[usize::from(byte.wrapping_sub(b'0') % 10)])
}

#[cfg(test)]
mod tests {
    use super::{letters, number_words};
    use kokoro_normalize::Dialect;

    #[test]
    fn letters_are_said_as_misaki_says_them() {
        assert_eq!(letters("FBI", Dialect::American).as_deref(), Some("ˌɛfbˌiˈI"));
        assert_eq!(letters("XYZ", Dialect::British).as_deref(), Some("ˌɛkswˌIzˈɛd"));
        assert_eq!(letters("é", Dialect::British), None);
    }

    #[test]
    fn digits_in_names() {
        for (digits, words) in [
            ("3", "three"),
            ("19", "nineteen"),
            ("86", "eighty six"),
            ("380", "three eighty"),
            ("100", "one hundred"),
            ("101", "one oh one"),
            ("747", "seven forty seven"),
            ("1080", "ten eighty"),
            ("2000", "two thousand"),
            ("007", "zero zero seven"),
            ("1500", "fifteen hundred"),
            ("5090", "fifty ninety"),
            ("1905", "nineteen oh five"),
        ] {
            assert_eq!(number_words(digits).join(" "), words);
        }
    }
}
