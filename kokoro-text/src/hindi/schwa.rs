//! Which of the vowels "a" of a written word are silent.

use super::syllable::{Stress, Syllable};
use super::vowel::Vowel;

/// Marks the silent vowels of a word or a compound, whose stress is known.
pub(super) fn silence(syllables: &mut [Syllable]) {
    let Some(last) = syllables.len().checked_sub(1) else { return };
    let within_word = last > 0 && !syllables[last - 1].ends;
    if within_word && syllables[last].is_open_a() && !keeps_last(&syllables[last].onset) {
        syllables[last].silent = true;
    }
    for at in (1..last).rev() {
        let [before, this, next] = &syllables[at - 1..=at + 1] else { continue };
        let silent = this.is_a()
            && this.stress != Stress::Primary
            && has_one_consonant(this, before)
            && next.vowel.is_some_and(|(vowel, _)| vowel != Vowel::A)
            && !next.silent;
        syllables[at].silent |= silent;
    }
}

/// Whether the "a" that ends a word is said: after two consonants of which the last is sonorous.
pub(super) fn keeps_last(onset: &[&str]) -> bool {
    match onset {
        [.., "ɟ", "ɲ"] => false,
        [.., _, last] => matches!(*last, "ŋ" | "ɲ" | "ɳ" | "n" | "m" | "j" | "ɾ" | "l"),
        _ => false,
    }
}

/// Whether a syllable begins with at most one consonant, be it a long one, that can close the
/// syllable before: any but h.
fn has_one_consonant(this: &Syllable, before: &Syllable) -> bool {
    match this.onset[..] {
        [] => matches!(before.vowel, Some((Vowel::I | Vowel::Ii, _))) && before.nasal.is_none(),
        [one] => one != "h" && before.coda.is_none(),
        [one, two] => is_long(one, two) && before.coda.is_none(),
        _ => false,
    }
}

/// Whether two consonants are said as one long one. The others that are written twice are two.
fn is_long(one: &str, two: &str) -> bool {
    match one {
        "k" | "ɡ" | "ɟ" | "p" => one == two,
        "ʈ" => matches!(two, "ʈ" | "ʈʰ"),
        "ʈʰ" => two == "ʈʰ",
        "ɖ" => matches!(two, "ɖ" | "ɖʰ"),
        "c" => matches!(two, "c" | "cʰ"),
        "t" => matches!(two, "t" | "tʰ"),
        "d" => matches!(two, "d" | "dʰ"),
        _ => false,
    }
}
