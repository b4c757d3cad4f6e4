//! Vowels: which are syllables of their own, which glide, and the diphthongs.

use super::letters::Letters;
use super::sound::{Role, Sound};

/// Appends the sounds of the vowel at this place; how many letters it takes.
pub(super) fn vowel(here: &Letters<'_>, sounds: &mut Vec<Sound>) -> usize {
    let letter = here.get(0);
    if let Some((symbols, glide)) = diphthong(here) {
        sounds.push(Sound { symbols, role: Role::Nucleus });
        sounds.extend(glide.map(Sound::margin));
        return 2;
    }
    if let Some(glide) = glide(here) {
        sounds.push(glide);
        return 1;
    }
    let (symbols, role) = match letter {
        'a' => ("a", Role::Nucleus),
        'e' if opens(here) => ("e", Role::Opening),
        'e' => ("e", Role::Nucleus),
        'i' | 'y' => ("i", Role::Nucleus),
        'o' => ("o", Role::Nucleus),
        'u' | 'ü' => ("u", Role::Nucleus),
        'á' => ("a", Role::Accented),
        'é' => ("e", Role::Accented),
        'í' => ("i", Role::Accented),
        'ó' => ("o", Role::Accented),
        _ => ("u", Role::Accented),
    };
    sounds.push(Sound { symbols, role });
    1
}

/// A vowel and the close vowel after it in one syllable: the nucleus, and what follows it.
fn diphthong(here: &Letters<'_>) -> Option<(&'static str, Option<&'static str>)> {
    if !here.is_vowel(1) {
        return None;
    }
    match (here.get(0), here.get(1)) {
        ('a', 'i' | 'y') => Some(("I", None)),
        ('e', 'i' | 'y') => Some(("A", None)),
        ('o', 'i' | 'y') => Some(("o", Some("ɪ"))),
        ('u', 'y') => Some(("u", Some("j"))),
        ('a', 'u') => Some(("W", None)),
        ('e', 'u') => Some(("e", Some("ʊ"))),
        ('o', 'u') => Some(("o", Some("w"))),
        _ => None,
    }
}

/// A close vowel before another vowel, of whose syllable it is. After `l` and `r` it stays a vowel,
/// but for an `i` after a single one of them.
fn glide(here: &Letters<'_>) -> Option<Sound> {
    let liquid = matches!(here.get(-1), 'l' | 'r');
    let single = liquid && here.is_vowel(-2);
    if !here.is_vowel(1) {
        return None;
    }
    match here.get(0) {
        'i' | 'y' if liquid && !single => Some(Sound { symbols: "i", role: Role::Weak }),
        'i' | 'y' => Some(Sound::margin("j")),
        'u' if here.get(1) == 'u' => None,
        'u' if liquid => Some(Sound { symbols: "u", role: Role::Weak }),
        'u' => Some(Sound::margin("w")),
        _ => None,
    }
}

/// Whether an `e` is open where it has the stress: before `n` and another consonant.
fn opens(here: &Letters<'_>) -> bool {
    let ends = here.get(2) == 's' && here.get(3) == '\0';
    here.get(1) == 'n' && here.is_consonant(2) && here.get(2) != 'y' && !ends
}
