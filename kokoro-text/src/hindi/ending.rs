//! How words end, and how they meet in a compound.

use super::letter::Letter;
use super::syllable::Syllable;
use super::vowel::{Form, Vowel};

/// Changes what the last syllables of a word of these letters are.
pub(super) fn end(syllables: &mut Vec<Syllable>, letters: &[Letter]) {
    final_aya(syllables);
    final_glide(syllables, letters);
    final_cluster(syllables);
    if let Some(last) = syllables.last_mut() {
        last.ends = true;
    }
}

/// Appends the next word of a compound, such as सुबह-शाम. An "r" that ends the word before it
/// belongs to its first consonants.
pub(super) fn join(compound: &mut Vec<Syllable>, mut next: Vec<Syllable>) {
    let ends_in_r = |last: &Syllable| last.is_open_a() && last.onset == ["ɾ"];
    if compound.len() > 1 && compound.last().is_some_and(ends_in_r) {
        compound.pop();
        if let Some(last) = compound.last_mut() {
            last.ends = true;
        }
        if let Some(first) = next.first_mut() {
            first.onset.insert(0, "ɾ");
        }
    }
    compound.append(&mut next);
}

/// A "ya" that ends a word after an "a" or a nasal is said "ɛj".
fn final_aya(syllables: &mut [Syllable]) {
    let [.., before, last] = syllables else { return };
    let anusvara = before.coda == Some("ɲ") || before.nasal.is_some() && before.coda.is_none();
    let after = before.is_open_a() || anusvara;
    if after && last.is_open_a() && last.onset == ["j"] {
        last.onset.clear();
        last.vowel = Some((Vowel::OpenE, Form::Letter));
        last.coda = Some("j");
    }
}

/// The endings -āẽ, with a chandrabindu, and -āõ are said "aːj" and "aːw".
fn final_glide(syllables: &mut [Syllable], letters: &[Letter]) {
    let [.., before, last] = syllables else { return };
    let after_aa = before.vowel == Some((Vowel::Aa, Form::Sign)) && before.nasal.is_none();
    let vowel = match last.vowel {
        Some((vowel, Form::Letter)) if after_aa && last.nasal.is_some() => vowel,
        _ => return,
    };
    last.glide = match vowel {
        Vowel::E if letters.last() == Some(&Letter::Chandrabindu) => Some("j"),
        Vowel::O => Some("w"),
        _ => None,
    };
}

/// After "r" and "n", an "m" or "n" that ends the word closes the syllable before: जन्म is one.
fn final_cluster(syllables: &mut Vec<Syllable>) {
    let [.., before, last] = syllables.as_mut_slice() else { return };
    let closing = match last.onset[..] {
        ["ɾ", "m"] => "rm",
        ["ɾ", "n"] => "rn",
        ["n", "m"] => "nm",
        _ => return,
    };
    if last.is_open_a() && before.coda.is_none() {
        before.coda = Some(closing);
        syllables.pop();
    }
}
