//! What the end of a word becomes before the next word of a phrase.

use super::pieces::Piece;

/// Where a piece stands before the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A space lies between them.
    Space,
    /// A hyphen lies between them.
    Hyphen,
}

/// Changes the end of `phonemes`, those of `piece`, for the phonemes of the next piece.
pub(super) fn join(phonemes: &mut String, piece: &Piece, next: &Piece, said: &str, joint: Joint) {
    let Some(first) = said.chars().find(|c| !matches!(c, 'ˈ' | 'ˌ')) else { return };
    let before_vowel = is_vowel(first);
    if before_vowel && phonemes.ends_with('r') {
        let r = if next.lacks_vowel && next.first != 'h' { 'ɹ' } else { 'ɾ' };
        replace_last(phonemes, r);
    } else if phonemes.ends_with('s')
        && !matches!(next.first, 'h' | 's' | '0'..='9')
        && (before_vowel || is_voiced(first))
    {
        if !phonemes.ends_with("ks") {
            replace_last(phonemes, 'z');
        }
    } else if before_vowel && piece.is_article && is_vowel_letter(next.first) {
        "u".clone_into(phonemes);
    } else if before_vowel && !piece.keeps_vowel {
        join_vowels(phonemes, next, said, joint);
    }
}

fn join_vowels(phonemes: &mut String, next: &Piece, said: &str, joint: Joint) {
    let mut chars = phonemes.chars().rev();
    let (last, before, third) = (chars.next(), chars.next(), chars.next());
    match (last, before) {
        (Some('y'), Some('ˈ')) if next.first != 'h' => {
            phonemes.pop();
            replace_last(phonemes, 'j');
        }
        (Some('y'), Some(before)) if next.first != 'h' => {
            let vowel = if matches!(before, 'l' | 'r' | 'ɾ' | 'x') { 'i' } else { 'j' };
            replace_last(phonemes, vowel);
        }
        (Some('ʊ'), Some(before)) if joint == Joint::Space => {
            let is_weak = !phonemes.contains(['ˈ', 'ˌ']);
            let falls = "aeɛo".contains(before) && (is_weak || matches!(third, Some('ˈ' | 'ˌ')));
            if !falls && !matches!(before, 'i' | 'ˈ' | 'ˌ' | '\u{303}') {
                replace_last(phonemes, 'w');
            }
        }
        (Some('æ'), _) if matches!(said, "ˌaː" | "aːs" | "aːz") => {
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

fn is_vowel_letter(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'à' | 'â' | 'é' | 'ê' | 'í' | 'ó' | 'ô' | 'ú')
}

fn is_voiced(c: char) -> bool {
    "bdɡvmnlxrʒʤʎɲwj".contains(c)
}
