//! What the phonemes of English are.

/// The vowels.
pub(super) const VOWELS: &str = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ";

/// Whether a phoneme is a vowel.
pub(crate) fn is_vowel(phoneme: char) -> bool {
    VOWELS.contains(phoneme)
}

/// Whether a phoneme is a consonant.
pub(super) fn is_consonant(phoneme: char) -> bool {
    "bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθ".contains(phoneme)
}

/// Whether a symbol is a punctuation mark that the model knows, other than a quotation mark.
pub(super) fn is_pause(symbol: char) -> bool {
    ";:,.!?—…".contains(symbol)
}

/// How heavy a part of a word is: diphthongs and affricates count twice.
pub(super) fn weight(phonemes: &str) -> usize {
    phonemes.chars().map(|c| if "AIOQWYʤʧ".contains(c) { 2 } else { 1 }).sum()
}
