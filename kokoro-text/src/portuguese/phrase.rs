//! The words of a phrase, each as its place and its neighbours have it.

use super::lexicon::Leads;
use super::pairs;
use super::pieces::{Capitals, Piece, Said, Tables};
use super::sandhi::{Joint, Next, join};
use crate::phrase_reader::Pronounced;
use crate::phrases::Written;
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
    let joined = pairs::say(&pieces, &mut said);
    for at in (1..said.len()).rev() {
        let (before, after) = said.split_at_mut(at);
        let is_inside = !pieces[at - 1].space && ends.binary_search(&at).is_err();
        let joint = if is_inside { Joint::Hyphen } else { Joint::Space };
        let next = Next { letters: &pieces[at].letters, phonemes: &after[0] };
        join(&mut before[at - 1], pieces[at - 1], &next, joint);
    }
    let mut start = 0;
    let said = phrase.iter().zip(&words).zip(ends).map(|((word, pieces), end)| {
        let phonemes = together(pieces, &said[start..end]);
        start = end;
        let joined = end > 0 && joined.contains(&(end - 1));
        let phonemes = match word.hint {
            Some(Reading::Stress(by)) => stress(phonemes, *by, VOWELS),
            _ => phonemes,
        };
        Pronounced { phonemes, origin: origin(pieces), joined }
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
    let before = at.checked_sub(1).map(|before| pieces[before]);
    let entry = match &pieces[at].said {
        Said::Always(phonemes) => return phonemes.clone(),
        Said::ByPlace(entry) => entry,
    };
    let expected = match before.and_then(|before| before.leads) {
        Some(Leads::Noun) => entry.noun,
        Some(Leads::Verb) => entry.verb,
        None => None,
    };
    let is_last = at + 1 == pieces.len();
    expected.unwrap_or(if is_last { entry.last } else { entry.within }).to_owned()
}

/// The pieces of a word. One that a hint gives has the phonemes of the hint, so that its neighbours
/// hear them.
fn pieces(word: &Written<'_>, capitals: Capitals, tables: &Tables) -> Vec<Piece> {
    match word.given() {
        Some(("", _)) => Vec::new(),
        Some((phonemes, origin)) => {
            let first = phonemes.chars().find(|c| !matches!(c, 'ˈ' | 'ˌ'));
            let letters = first.map_or(String::new(), |first| heard(first).into());
            vec![Piece { keeps_end: true, ..Piece::new(&letters, phonemes.into(), origin) }]
        }
        None if word.is_letters() => tables.letters(word.text),
        None => tables.pieces(word.text, capitals),
    }
}

/// The letter that the word before hears for a phoneme.
fn heard(phoneme: char) -> char {
    match phoneme {
        _ if VOWELS.contains(phoneme) => 'a',
        'ɡ' | 'ʒ' | 'ʤ' | 'ʎ' | 'ɲ' => 'g',
        _ => phoneme,
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
