//! The phonemes of a word by the rules, as if it stood alone.

use super::consonants::consonant;
use super::letters::Letters;
use super::sound::Sound;
use super::stress::{mark, stressed};
use super::vowels::vowel;

/// The phonemes of a word of small letters by the rules. Empty if it has none.
pub(super) fn by_rule(word: &[char]) -> String {
    match adverb(word) {
        Some(base) => with_one_stress(base) + "mˈente",
        None => with_one_stress(word),
    }
}

fn with_one_stress(word: &[char]) -> String {
    let sounds = sounds(word);
    let stressed = stressed(word, &sounds);
    mark(&sounds, stressed)
}

/// The adjective of an adverb in "-mente", which has a stress of its own.
fn adverb(word: &[char]) -> Option<&[char]> {
    let base = word.strip_suffix(&['m', 'e', 'n', 't', 'e'])?;
    let syllables = sounds(base).iter().filter(|sound| sound.is_nucleus()).count();
    (syllables >= 2 && matches!(base.last(), Some('a' | 'e' | 'l' | 'n' | 'r' | 's' | 'z')))
        .then_some(base)
}

/// The sounds of a word of small letters, as if it stood alone.
fn sounds(letters: &[char]) -> Vec<Sound> {
    let mut sounds = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let here = Letters::new(letters, at);
        let is_vowel = here.is_vowel(0);
        at += if is_vowel { vowel(&here, &mut sounds) } else { consonant(&here, &mut sounds) };
    }
    sounds
}
