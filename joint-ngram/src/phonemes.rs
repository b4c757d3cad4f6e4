//! Pronunciations as lists of phonemes.

/// The marks of stress, which stand before a vowel and belong to it.
const STRESS: [char; 2] = [PRIMARY, 'ˌ'];
/// The mark of length, which follows a vowel and belongs to it.
const LONG: char = 'ː';

/// The mark of primary stress.
pub(crate) const PRIMARY: char = 'ˈ';

/// Splits a pronunciation into phonemes: a mark of stress stays with the symbol that it stands
/// before, a mark of length with the symbol that it follows.
pub(crate) fn split(pronunciation: &str) -> Vec<&str> {
    let mut phonemes = Vec::new();
    let mut start = 0;
    let mut open = true; // the phoneme that begins at `start` has no symbol yet
    for (at, symbol) in pronunciation.char_indices() {
        if symbol == LONG {
            continue;
        }
        if !open {
            phonemes.push(&pronunciation[start..at]);
            start = at;
        }
        open = STRESS.contains(&symbol);
    }
    if start < pronunciation.len() {
        phonemes.push(&pronunciation[start..]);
    }
    phonemes
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn stress_and_length_stay_with_their_vowel() {
        assert_eq!(split("bˈɜɹkə"), ["b", "ˈɜ", "ɹ", "k", "ə"]);
        assert_eq!(split("tˌuːɪst"), ["t", "ˌuː", "ɪ", "s", "t"]);
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("ˈ"), ["ˈ"]);
    }
}
