//! The phonemes of syllables.

use super::schwa::keeps_last;
use super::syllable::{Stress, Syllable};
use super::vowel::{Form, Vowel};

/// The phonemes of a word or a compound.
pub(super) fn sounds(syllables: &[Syllable]) -> String {
    let mut said = String::new();
    for (at, syllable) in syllables.iter().enumerate() {
        if let Some(glide) = syllable.glide {
            said.push_str(glide);
            continue;
        }
        consonants(&mut said, syllable);
        if !syllable.silent {
            match syllable.stress {
                Stress::None => {}
                Stress::Secondary => said.push('ˌ'),
                Stress::Primary => said.push('ˈ'),
            }
            said.push_str(vowel(syllable, at, syllables));
        }
        said.push_str(syllable.coda.unwrap_or_default());
    }
    said
}

/// The sound of a syllable's vowel; `at` says which syllable it is.
fn vowel(syllable: &Syllable, at: usize, syllables: &[Syllable]) -> &'static str {
    let Some((vowel, form)) = syllable.vowel else { return "" };
    if let Some(nasal) = syllable.nasal {
        return nasal;
    }
    let next = syllables.get(at + 1);
    let stressed = syllable.stress != Stress::None;
    let initial = at == 0 && syllable.onset.is_empty();
    match vowel {
        Vowel::A if form == Form::Letter && syllable.coda.is_none() && before_h(next) => "ɛ",
        Vowel::A if initial => "ʌ",
        Vowel::A if is_alone(syllable, at, syllables) && is_bare(syllable) => "ə",
        Vowel::A if syllable.stress == Stress::Primary => "ʌ",
        Vowel::Ii if stressed && (!syllable.ends || syllable.coda.is_some()) => "iː",
        _ => vowel.sound(form),
    }
}

/// Whether a syllable is a word.
fn is_alone(syllable: &Syllable, at: usize, syllables: &[Syllable]) -> bool {
    syllable.ends && at.checked_sub(1).is_none_or(|before| syllables[before].ends)
}

/// Whether the next syllable begins with h.
fn before_h(next: Option<&Syllable>) -> bool {
    next.and_then(|next| next.onset.first()) == Some(&"h")
}

/// Whether a syllable is a consonant alone, or consonants after which "a" is always said.
fn is_bare(syllable: &Syllable) -> bool {
    syllable.coda.is_none() && (syllable.onset.len() == 1 || keeps_last(&syllable.onset))
}

/// Appends the consonants of a syllable.
fn consonants(said: &mut String, syllable: &Syllable) {
    let onset = &syllable.onset;
    for (at, &consonant) in onset.iter().enumerate() {
        let next = onset.get(at + 1).copied();
        let before = at.checked_sub(1).map(|at| onset[at]);
        said.push_str(match (before, consonant, next) {
            (_, "c", Some("cʰ")) => "cʰ",
            (_, "ʈ", Some("ʈʰ")) => "ʈʰ",
            (_, "ɖ", Some("ɖʰ")) => "ɖʰ",
            (_, "t", Some("tʰ")) => "",
            (Some("t"), "tʰ", _) => "tʰː",
            (_, "d", Some("dʰ")) => "",
            (Some("d"), "dʰ", _) => "dʰː",
            (_, "ɟ", Some("ɲ")) => "ɡ",
            (Some("ɟ"), "ɲ", _) => "j",
            (Some("k"), "ʂ", _) => "ʃ",
            (Some("ʈ"), "ʈ", Some("j")) => "ʈ",
            (_, "ʈ", Some("j")) => "ʈʈ",
            (Some(one), "k" | "ɡ" | "c" | "ɟ" | "t" | "d" | "p", _) if one == consonant => "ː",
            (Some("k" | "c" | "t" | "p"), "j", _) => {
                if said.ends_with('ː') {
                    "j"
                } else {
                    "ːj"
                }
            }
            (_, "ɾ", Some(next)) => reph(said, next),
            _ => consonant,
        });
    }
}

/// The sound of र before another consonant.
fn reph(said: &str, next: &str) -> &'static str {
    let stop = next.starts_with(['k', 'q', 'ɡ', 'c', 'ɟ', 'ʈ', 'ɖ', 't', 'd', 'p', 'b']);
    let after_vowel = said.ends_with(is_vowel_end);
    if stop && after_vowel { "ɾ" } else { "r" }
}

/// Whether `symbol` ends a vowel.
fn is_vowel_end(symbol: char) -> bool {
    matches!(symbol, 'ː' | 'ʌ' | 'ə' | 'ɪ' | 'i' | 'ʊ' | 'u' | 'e' | 'ɛ' | 'o' | 'ɔ' | '\u{303}')
}
