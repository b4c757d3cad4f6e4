//! The letters of the Latin script as they are called in Hindi.

/// From A to Z.
#[rustfmt::skip]
const NAMES: [&str; 26] = [
    "ए", "बी", "सी", "डी", "ई", "एफ़", "जी", "एच", "आई", "जे", "के", "एल", "एम", "एन", "ओ", "पी",
    "क्यू",
    "आर", "एस", "टी", "यू", "वी", "डब्ल्यू", "एक्स", "वाई", "ज़ेड",
];

/// The name of a letter.
pub(super) fn name(letter: char) -> Option<&'static str> {
    let letter = letter.to_ascii_lowercase();
    letter.is_ascii_lowercase().then(|| NAMES[usize::from(letter as u8 - b'a')])
}

/// Other ways to write their names.
const ALSO: [&str; 6] = ["एफ", "डब्लू", "डब्ल्यु", "जेड", "जैड", "क्यु"];

/// Whether `word` is the name of a letter.
pub(super) fn is_name(word: &str) -> bool {
    NAMES.contains(&word) || ALSO.contains(&word)
}
