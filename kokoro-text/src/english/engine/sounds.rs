//! What the phonemes of English are, and stress.

/// The mark of primary stress.
pub(crate) const PRIMARY: char = 'ˈ';
/// The mark of secondary stress.
pub(crate) const SECONDARY: char = 'ˌ';

/// Whether a phoneme is a vowel.
pub(crate) fn is_vowel(phoneme: char) -> bool {
    "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ".contains(phoneme)
}

/// Whether a phoneme is a consonant.
pub(super) fn is_consonant(phoneme: char) -> bool {
    "bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθ".contains(phoneme)
}

/// Whether a symbol is a punctuation mark that the model knows, other than a quotation mark.
pub(super) fn is_pause(symbol: char) -> bool {
    ";:,.!?—…".contains(symbol)
}

/// Whether phonemes have a mark of stress.
fn is_stressed(phonemes: &str) -> bool {
    phonemes.contains([PRIMARY, SECONDARY])
}

/// Changes the stress of a word by misaki's scale:
///
/// | stress | what it does |
/// |---|---|
/// | below −1 | takes all marks away |
/// | −1 | primary becomes secondary, secondary vanishes |
/// | −0.5, 0 | the same if there is primary stress |
/// | 0, 0.5, 1 | gives secondary stress to a word without any |
/// | from 1 | secondary becomes primary if there is no primary |
/// | above 1 | gives primary stress to a word without any |
pub(crate) fn stress(phonemes: String, stress: f32) -> String {
    let primary = phonemes.contains(PRIMARY);
    if stress < -1.0 {
        phonemes.replace([PRIMARY, SECONDARY], "")
    } else if stress == -1.0 || primary && (stress == 0.0 || stress == -0.5) {
        let once = phonemes.chars().filter(|&c| c != SECONDARY);
        once.map(|c| if c == PRIMARY { SECONDARY } else { c }).collect()
    } else if (stress == 0.0 || stress == 0.5 || stress == 1.0) && !is_stressed(&phonemes) {
        mark(phonemes, SECONDARY)
    } else if stress >= 1.0 && !primary && phonemes.contains(SECONDARY) {
        phonemes.replace(SECONDARY, "ˈ")
    } else if stress > 1.0 && !is_stressed(&phonemes) {
        mark(phonemes, PRIMARY)
    } else {
        phonemes
    }
}

/// Puts a mark of stress before the first vowel, if there is one.
fn mark(mut phonemes: String, stress: char) -> String {
    if let Some(vowel) = phonemes.find(is_vowel) {
        phonemes.insert(vowel, stress);
    }
    phonemes
}

/// How heavy a part of a word is: diphthongs and affricates count twice.
pub(super) fn weight(phonemes: &str) -> usize {
    phonemes.chars().map(|c| if "AIOQWYʤʧ".contains(c) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stress_follows_the_scale() {
        let said = |phonemes: &str, by| stress(phonemes.into(), by);
        assert_eq!(said("ˌɪntəɹnˈæʃənᵊl", -2.0), "ɪntəɹnæʃənᵊl");
        assert_eq!(said("ˌɪntəɹnˈæʃənᵊl", -1.0), "ɪntəɹnˌæʃənᵊl");
        assert_eq!(said("ˌɪntəɹnˈæʃənᵊl", -0.5), "ɪntəɹnˌæʃənᵊl");
        assert_eq!(said("ðɪs", -0.5), "ðɪs");
        assert_eq!(said("ðɪs", 0.5), "ðˌɪs");
        assert_eq!(said("ðˌɪs", 1.0), "ðˈɪs");
        assert_eq!(said("ðɪs", 2.0), "ðˈɪs");
        assert_eq!(said("ps", 2.0), "ps");
    }
}
