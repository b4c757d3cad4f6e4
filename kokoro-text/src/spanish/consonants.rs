//! Consonants.

use super::letters::{Letters, is_vowel_letter, softens};
use super::sound::Sound;

/// Appends the sounds of the consonant at this place; how many letters it takes.
pub(super) fn consonant(here: &Letters<'_>, sounds: &mut Vec<Sound>) -> usize {
    let (taken, said) = group(here).unwrap_or_else(|| (1, single(here)));
    sounds.extend(said.iter().map(|symbols| Sound::margin(symbols)));
    taken
}

/// Letters that are one sound together, or that are silent at the start of a word.
fn group(here: &Letters<'_>) -> Option<(usize, &'static [&'static str])> {
    let [before, first, second, third] = [-1, 0, 1, 2].map(|by| here.get(by));
    let said: (usize, &[&str]) = match (first, second, third) {
        ('c', 'h', _) => (2, &["ʧ"]),
        ('c', 'k', _) => (2, &["k"]),
        ('l', 'l', _) => (2, &["ʎ"]),
        ('r', 'r', _) => (2, &["r"]),
        ('p', 'h', _) => (2, &["f"]),
        ('s', 'h', _) if before == '\0' || !here.is_vowel(2) => (2, &["ʃ"]),
        ('t', 'x', _) => (2, &["ʧ"]),
        ('z', 'z', _) => (2, &["ʦ"]),
        ('n', 'y', _) if !here.is_vowel(1) => (2, &["ɲ"]),
        ('p', 's', _) | ('g' | 'm', 'n', _) | ('p', 't', _) if before == '\0' => (1, &[]),
        ('n', 'g', '\0') => (2, &["ŋ"]),
        ('n', 'g', 's') if here.get(3) == '\0' => (2, &["ŋ"]),
        ('p', 't', _) => (2, &["p", "ː", "t"]),
        ('q', 'u', e) if e != 'y' && softens(e) => (2, &["k"]),
        ('g', 'u', e) if e != 'y' && softens(e) && matches!(before, '\0' | 'n') => (2, &["ɡ"]),
        ('g', 'u', e) if e != 'y' && softens(e) => (2, &["ɣ"]),
        _ => return None,
    };
    Some(said)
}

fn single(here: &Letters<'_>) -> &'static [&'static str] {
    let [before, letter, after] = [-1, 0, 1].map(|by| here.get(by));
    match letter {
        'b' | 'v' => b(here),
        'c' if softens(after) => &["θ"],
        'c' | 'k' | 'q' => &["k"],
        'd' => d(here),
        'f' => &["f"],
        'g' if softens(after) => &["x"],
        'g' => g(here),
        'h' | '\'' | '’' | '-' => &[],
        'j' => &["x"],
        'l' => &["l"],
        'm' => &["m"],
        'n' => n(here),
        'ñ' => &["ɲ"],
        'p' => &["p"],
        'r' if before == '\0' && after != 'y' => &["r"],
        'r' if matches!(before, 'l' | 'n' | 's') && is_vowel_letter(after) => &["r"],
        'r' => &["ɾ"],
        's' | 'ç' => &["s"],
        't' => &["t"],
        'w' => &["w"],
        'x' if before == '\0' => &["s"],
        'x' => &["k", "s"],
        'y' if before == '\0' && !is_vowel_letter(after) => &["ɟ"],
        'y' if matches!(before, 'l' | 'm') && here.get(-2) == '\0' => &["j"],
        'y' => &["ʝ"],
        'z' => &["θ"],
        _ => &[],
    }
}

/// `b` and `v` are stops at the start and at the end, after a nasal and before most consonants.
fn b(here: &Letters<'_>) -> &'static [&'static str] {
    let stop = match (here.get(-1), here.get(1)) {
        ('\0' | 'm' | 'n', _) | (_, '\0') => true,
        (_, 's') => here.get(2) == '\0',
        (_, next) => "bcdgkmnpqtv".contains(next),
    };
    if stop { &["b"] } else { &["β"] }
}

fn d(here: &Letters<'_>) -> &'static [&'static str] {
    let stop = match (here.get(-1), here.get(1)) {
        ('\0' | 'n', _) | (_, '\0') | ('l' | 'r', 's') => true,
        ('l' | 'r', 'u') => is_vowel_letter(here.get(2)),
        (_, 's') => here.get(2) == '\0',
        (_, next) => "bcdgklmnpqtwx".contains(next),
    };
    if stop { &["d"] } else { &["ð"] }
}

fn g(here: &Letters<'_>) -> &'static [&'static str] {
    let stop = match (here.get(-1), here.get(1)) {
        ('\0' | 'n', _) | (_, '\0') => true,
        (_, 's') => here.get(2) == '\0',
        (_, next) => "bcdgkmnpqt".contains(next),
    };
    if stop { &["ɡ"] } else { &["ɣ"] }
}

/// `n` takes the place of the sound after it.
fn n(here: &Letters<'_>) -> &'static [&'static str] {
    match (here.get(1), here.get(2)) {
        ('b' | 'v' | 'p', _) | ('f', 'l' | 'r') => &["m"],
        ('g' | 'j' | 'k', _) => &["ŋ"],
        _ => &["n"],
    }
}
