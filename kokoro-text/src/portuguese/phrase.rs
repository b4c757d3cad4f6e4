//! The words of a phrase, each as its place and its neighbours have it.

use super::pieces::{Capitals, Piece, Tables};
use super::sandhi::{Joint, join};
use crate::phrases::{Pronounced, Written};
use crate::stress::stress;
use crate::word::{Origin, Reading};

/// The vowels of Portuguese.
const VOWELS: &str = "aeiouæyʊɛɔɐAIWY";

/// How the words of a phrase are said.
pub(super) fn pronounce(phrase: &[Written<'_>], tables: &Tables) -> Vec<Pronounced> {
    let capitals = capitals(phrase);
    let words: Vec<_> = phrase.iter().map(|word| pieces(word, capitals, tables)).collect();
    let ends: Vec<usize> = words
        .iter()
        .scan(0, |end, pieces| {
            *end += pieces.len();
            Some(*end)
        })
        .collect();
    let pieces: Vec<&Piece> = words.iter().flatten().collect();
    let mut said: Vec<String> = (0..pieces.len()).map(|at| form(&pieces, at)).collect();
    for at in (1..said.len()).rev() {
        let (before, after) = said.split_at_mut(at);
        let is_inside = !pieces[at - 1].space && ends.binary_search(&at).is_err();
        let joint = if is_inside { Joint::Hyphen } else { Joint::Space };
        join(&mut before[at - 1], pieces[at - 1], pieces[at], &after[0], joint);
    }
    let mut start = 0;
    let said = phrase.iter().zip(&words).zip(ends).map(|((word, pieces), end)| {
        let phonemes = together(pieces, &said[start..end]);
        start = end;
        let phonemes = match word.hint {
            Some(Reading::Stress(by)) => stress(phonemes, *by, VOWELS),
            _ => phonemes,
        };
        Pronounced { phonemes, origin: origin(pieces), joined: false }
    });
    said.collect()
}

/// Whether the phrase is written in capitals.
fn capitals(phrase: &[Written<'_>]) -> Capitals {
    let count = |is: fn(char) -> bool| -> usize {
        phrase.iter().map(|word| word.text.chars().filter(|c| is(*c)).count()).sum()
    };
    if count(char::is_lowercase) > count(char::is_uppercase) {
        Capitals::Rare
    } else {
        Capitals::Usual
    }
}

/// The phonemes of a piece in its place, before the next piece is heard.
fn form(pieces: &[&Piece], at: usize) -> String {
    let piece = pieces[at];
    let before = at.checked_sub(1).map(|before| pieces[before]);
    if piece.within == "ky" && before.is_some_and(|before| before.within == "por") {
        return "ke".to_owned(); // "por que"
    }
    match piece.noun {
        Some(noun) if before.is_some_and(|before| before.leads_noun) => noun.to_owned(),
        _ if at + 1 == pieces.len() => piece.last.clone(),
        _ => piece.within.clone(),
    }
}

/// The pieces of a word. One that a hint gives has the phonemes of the hint, so that its neighbours
/// hear them.
fn pieces(word: &Written<'_>, capitals: Capitals, tables: &Tables) -> Vec<Piece> {
    match word.given() {
        Some(("", _)) => Vec::new(),
        Some((phonemes, origin)) => {
            vec![Piece { keeps_vowel: true, ..Piece::new(phonemes.into(), origin) }]
        }
        None if word.is_letters() => tables.letters(word.text),
        None => tables.pieces(word.text, capitals),
    }
}

/// The phonemes of the pieces of a word.
fn together(pieces: &[Piece], said: &[String]) -> String {
    let mut phonemes = String::new();
    for (at, (piece, said)) in pieces.iter().zip(said).enumerate() {
        phonemes.push_str(said);
        if piece.space && at + 1 < pieces.len() {
            phonemes.push(' ');
        }
    }
    phonemes
}

/// Where the phonemes of a word came from: a rule, if it has several pieces.
fn origin(pieces: &[Piece]) -> Origin {
    match pieces {
        [] => Origin::Silent,
        [piece] => piece.origin,
        _ if pieces.iter().all(|piece| piece.origin == Origin::Letters) => Origin::Letters,
        _ => Origin::Rule,
    }
}
