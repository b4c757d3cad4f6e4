//! What the end of a word becomes before the next word of a phrase.

use super::pieces::Piece;
use super::syllables;

/// The piece after another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Next<'a> {
    /// Its letters; those, rather than the sounds, are heard by an s and a y before it.
    pub(super) letters: &'a str,
    /// Its phonemes.
    pub(super) phonemes: &'a str,
}

/// Where a piece stands before the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A space lies between them.
    Space,
    /// A hyphen lies between them.
    Hyphen,
}

/// Changes the end of `phonemes`, those of `piece`, for the phonemes of the next piece.
pub(super) fn join(phonemes: &mut String, piece: &Piece, next: &Next<'_>, joint: Joint) {
    let Some(sound) = next.phonemes.chars().find(|c| !matches!(c, 'ˈ' | 'ˌ')) else { return };
    let first = next.letters.chars().next().unwrap_or(' ');
    let vowel_letter = syllables::is_vowel(first) || sound == 'j';
    let before_vowel = is_vowel(sound) || sound == 'j';
    if phonemes.ends_with('r') && before_vowel {
        let is_kept = piece.keeps_end || !(vowel_letter || first == 'h');
        replace_last(phonemes, if is_kept { 'ɹ' } else { 'ɾ' });
    } else if piece.keeps_end {
    } else if phonemes.ends_with('s') {
        let is_kept = piece.letters.ends_with('x') && phonemes.ends_with("ks");
        if !is_kept && (vowel_letter || is_voiced(first)) {
            replace_last(phonemes, 'z');
        }
    } else if piece.letters == "o" && before_vowel && vowel_letter {
        "u".clone_into(phonemes);
    } else if phonemes.ends_with(['y', 'i']) && vowel_letter {
        join_y(phonemes, sound);
    } else if is_vowel(sound) {
        join_vowels(phonemes, next, joint);
    }
}

/// Makes a consonant of the last vowel of words such as "de" and "grande", if it can be one.
fn join_y(phonemes: &mut String, sound: char) {
    let mut chars = phonemes.chars().rev();
    match (chars.next(), chars.next()) {
        (Some('y'), Some('ˈ')) => {
            phonemes.pop();
            replace_last(phonemes, 'j');
        }
        (Some('y'), _) if sound == 'j' => replace_last(phonemes, 'i'),
        (Some('y'), Some('l' | 'r' | 'ɾ' | 'x')) => replace_last(phonemes, 'i'),
        (Some('y'), _) => replace_last(phonemes, 'j'),
        _ => {}
    }
}

fn join_vowels(phonemes: &mut String, next: &Next<'_>, joint: Joint) {
    let mut chars = phonemes.chars().rev();
    let (last, before, third) = (chars.next(), chars.next(), chars.next());
    match (last, before) {
        (Some('ʊ'), Some(before)) if joint == Joint::Space => {
            let is_weak = !phonemes.contains(['ˈ', 'ˌ']);
            let falls = "aeɛo".contains(before) && (is_weak || matches!(third, Some('ˈ' | 'ˌ')));
            if !falls && !matches!(before, 'i' | 'ˈ' | 'ˌ' | '\u{303}') {
                replace_last(phonemes, 'w');
            }
        }
        (Some('æ'), _) if matches!(next.letters, "à" | "às") => {
            phonemes.pop();
        }
        _ => {}
    }
}

fn replace_last(phonemes: &mut String, last: char) {
    phonemes.pop();
    phonemes.push(last);
}

fn is_vowel(c: char) -> bool {
    "aeiouæyʊɛɔɐAIWYO".contains(c)
}

/// Whether a s before the letter `c` is voiced.
fn is_voiced(c: char) -> bool {
    matches!(c, 'b' | 'd' | 'g' | 'j' | 'l' | 'm' | 'n' | 'r' | 'v' | 'w')
}
