//! Stress marks, and how hints change them.

/// The mark of primary stress.
pub(crate) const PRIMARY: char = 'ˈ';
/// The mark of secondary stress.
pub(crate) const SECONDARY: char = 'ˌ';

/// Whether phonemes have a mark of stress.
fn is_stressed(phonemes: &str) -> bool {
    phonemes.contains([PRIMARY, SECONDARY])
}

/// Changes the stress of a word by misaki's scale. `vowels` are those of the language.
///
/// | stress | what it does |
/// |---|---|
/// | below −1 | takes all marks away |
/// | −1 | primary becomes secondary, secondary vanishes |
/// | −0.5, 0 | the same if there is primary stress |
/// | 0, 0.5, 1 | gives secondary stress to a word without any |
/// | from 1 | secondary becomes primary if there is no primary |
/// | above 1 | gives primary stress to a word without any |
pub(crate) fn stress(phonemes: String, stress: f32, vowels: &str) -> String {
    let primary = phonemes.contains(PRIMARY);
    if stress < -1.0 {
        phonemes.replace([PRIMARY, SECONDARY], "")
    } else if stress == -1.0 || primary && (stress == 0.0 || stress == -0.5) {
        let once = phonemes.chars().filter(|&c| c != SECONDARY);
        once.map(|c| if c == PRIMARY { SECONDARY } else { c }).collect()
    } else if (stress == 0.0 || stress == 0.5 || stress == 1.0) && !is_stressed(&phonemes) {
        mark(phonemes, SECONDARY, vowels)
    } else if stress >= 1.0 && !primary && phonemes.contains(SECONDARY) {
        phonemes.replace(SECONDARY, "ˈ")
    } else if stress > 1.0 && !is_stressed(&phonemes) {
        mark(phonemes, PRIMARY, vowels)
    } else {
        phonemes
    }
}

/// Puts a mark of stress before the first vowel, if there is one.
fn mark(mut phonemes: String, stress: char, vowels: &str) -> String {
    if let Some(vowel) = phonemes.find(|phoneme| vowels.contains(phoneme)) {
        phonemes.insert(vowel, stress);
    }
    phonemes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stress_follows_the_scale() {
        let said = |phonemes: &str, by| stress(phonemes.into(), by, "aəɪ");
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
