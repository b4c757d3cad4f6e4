//! Where the stress of a word lies, and the word's phonemes with it.

use super::letters::is_vowel_letter;
use super::sound::{Role, Sound};
use crate::stress::{PRIMARY, SECONDARY};

/// The syllable that has the stress, of a word of small letters whose sounds these are: the one
/// with an accent; else the last but one of words in a vowel, `n` or `s`, and the last of others.
pub(super) fn stressed(letters: &[char], sounds: &[Sound]) -> usize {
    let nuclei = || sounds.iter().filter(|sound| sound.is_nucleus());
    if let Some(accented) = nuclei().position(|sound| sound.role == Role::Accented) {
        return accented;
    }
    let last = nuclei().count().saturating_sub(1);
    if is_heavy(letters) { last } else { last.saturating_sub(1) }
}

/// Whether the end of a word without an accent draws the stress: a consonant, or a diphthong that
/// closes. A single `n` or `s` does not, nor do endings of foreign words such as "-m" and "-ing".
fn is_heavy(letters: &[char]) -> bool {
    let [third, second, last] =
        [3, 2, 1].map(|by| letters.len().checked_sub(by).map_or('\0', |at| letters[at]));
    match last {
        'u' => matches!(second, 'a' | 'e' | 'o'),
        'y' => matches!(second, 'a' | 'e' | 'o' | 'u'),
        'm' | 'h' => !is_vowel_letter(second) && second != 'y',
        'g' => second != 'n',
        's' if second == 'g' => third != 'n',
        'n' => !is_vowel_letter(second) && second != 'y',
        's' if matches!(second, 'u' | 'w' | 'y') => matches!(third, 'a' | 'e' | 'o'),
        's' => !is_vowel_letter(second) && !matches!(second, 'm' | 'n'),
        last => !is_vowel_letter(last),
    }
}

/// Phonemes with the stress on this nucleus, and a weaker one on every second syllable: before it
/// from the first, and after it up to the last but one.
pub(super) fn mark(sounds: &[Sound], stressed: usize) -> String {
    let mut marked = String::with_capacity(2 * sounds.len() + 2);
    let syllables = || sounds.iter().filter(|sound| sound.role != Role::Margin);
    let at_stress = syllable_of(syllables(), stressed);
    let last = syllables().count().saturating_sub(1);
    let (mut syllable, mut next) = (0, 0);
    for sound in sounds {
        if sound.is_nucleus() && syllable == at_stress {
            marked.push(PRIMARY);
            next = syllable + 2;
        } else if sound.is_nucleus()
            && syllable >= next
            && (syllable + 1 < at_stress || syllable > at_stress && syllable < last)
        {
            marked.push(SECONDARY);
            next = syllable + 2;
        }
        let opens = sound.role == Role::Opening && syllable == at_stress;
        marked.push_str(if opens { "ɛ" } else { sound.symbols });
        syllable += usize::from(sound.role != Role::Margin);
    }
    marked
}

/// Which of these syllables has the nucleus of this number.
fn syllable_of<'a>(syllables: impl Iterator<Item = &'a Sound>, nucleus: usize) -> usize {
    let nuclei = syllables.enumerate().filter(|(_, sound)| sound.is_nucleus());
    nuclei.map(|(syllable, _)| syllable).nth(nucleus).unwrap_or(0)
}
