//! Which syllables of a word are stressed.
//!
//! Hindi stresses by weight: the heaviest syllable but the last, of several the rightmost; the
//! first if all are light. Silent vowels count, for a word is weighed as it is written: करना is
//! ka-ra-nā.

use super::syllable::{Stress, Syllable};

/// Sets the stress of all syllables.
pub(super) fn stress(syllables: &mut [Syllable]) {
    let Some(last) = syllables.len().checked_sub(1) else { return };
    let weights: Vec<_> = (0..last).map(|at| weight(syllables, at)).collect();
    let heaviest = weights.iter().copied().max().unwrap_or(0);
    let primary = match heaviest {
        0..SUPERHEAVY if is_heavy_end(&syllables[last]) => last,
        0 | LIGHT => 0,
        _ => weights.iter().rposition(|weight| *weight == heaviest).unwrap_or(0),
    };
    syllables[primary].stress = Stress::Primary;
    for at in 0..=last {
        let free = |at: Option<&Syllable>| at.is_none_or(|s| s.stress == Stress::None);
        let before = at.checked_sub(1).and_then(|at| syllables.get(at));
        if at != primary && free(before) && free(syllables.get(at + 1)) {
            syllables[at].stress = Stress::Secondary;
        }
    }
}

/// The weight of a short vowel that nothing closes.
const LIGHT: usize = 1;
/// The weight of a long vowel that a consonant closes.
const SUPERHEAVY: usize = 3;

/// The weight of a syllable, between the two.
fn weight(syllables: &[Syllable], at: usize) -> usize {
    let Syllable { vowel, nasal, coda, .. } = &syllables[at];
    let long = nasal.is_some() || vowel.is_some_and(|(vowel, form)| vowel.is_long(form));
    let closed = coda.is_some() || syllables.get(at + 1).is_some_and(|next| next.onset.len() > 1);
    LIGHT + usize::from(long) + usize::from(closed)
}

/// Whether the last syllable can be stressed: it is long, and a sign closes it, as in कुआँ.
fn is_heavy_end(last: &Syllable) -> bool {
    last.coda.is_some()
        && last.nasal.is_none()
        && last.vowel.is_some_and(|(vowel, form)| vowel.is_long(form))
}
