//! The words of a phrase.

use unicode_normalization::UnicodeNormalization;

use super::function_words::{Weight, weaken};
use super::lexicon::Lexicon;
use super::sandhi::{Neighbour, between};
use super::split::{Kind, Part, is_apostrophe, parts};
use super::units::{Unit, number, sign, spelled, word};
use crate::phrase_reader::Pronounced;
use crate::phrases::Written;
use crate::stress::stress;
use crate::word::{Origin, Reading};

/// Phonemes before which a mark of stress may stand.
const VOWELS: &str = "aeiouɛAIW";

/// A unit in its phrase.
struct Placed {
    unit: Unit,
    /// Which word of the phrase it is from.
    word: usize,
    /// Whether it is said as one word with the unit before it.
    joined: bool,
    /// Whether a dash or a quotation mark keeps it and the unit before it from changing each other.
    apart: bool,
    /// The stress that the author asked for, by misaki's scale.
    asked: Option<f32>,
}

/// How the words of a phrase are said.
pub(super) fn pronounce(phrase: &[Written<'_>], lexicon: &Lexicon) -> Vec<Pronounced> {
    let units = units(phrase, lexicon);
    let form = |(at, placed): (usize, &Placed)| {
        let own = if at + 1 == units.len() { Weight::Full } else { placed.unit.weight };
        let form = weaken(&placed.unit.alone, own);
        match placed.asked {
            Some(asked) => stress(form, asked, VOWELS),
            None => form,
        }
    };
    let forms: Vec<String> = units.iter().enumerate().map(form).collect();
    let silent = Pronounced { phonemes: String::new(), origin: Origin::Silent, joined: false };
    let mut said = vec![silent; phrase.len()];
    for (at, placed) in units.iter().enumerate() {
        let before = at.checked_sub(1).filter(|_| !placed.apart);
        let before = before.map(|before| forms[before].as_str());
        let after = units.get(at + 1).filter(|after| !after.apart).map(|after| &after.unit);
        let after = after.map(|unit| Neighbour { phonemes: &unit.alone, letter: unit.first });
        let word = &mut said[placed.word];
        if !word.phonemes.is_empty() && !placed.joined {
            word.phonemes.push(' ');
        }
        word.phonemes.push_str(&between(before, &forms[at], after));
        word.origin = placed.unit.origin;
    }
    said
}

/// The units of all words that can be said.
fn units(phrase: &[Written<'_>], lexicon: &Lexicon) -> Vec<Placed> {
    let shouted = is_shouted(phrase);
    let mut units = Vec::with_capacity(phrase.len());
    let mut apart = false;
    for (word, written) in phrase.iter().enumerate() {
        let asked = match written.hint {
            Some(Reading::Stress(stress)) => Some(*stress),
            _ => None,
        };
        apart |= written.text.chars().all(parts_words);
        for (unit, joined) in word_units(written, shouted, lexicon) {
            units.push(Placed { unit, word, joined, apart, asked });
            apart = false;
        }
    }
    units
}

/// Whether a sign that is not said keeps the words beside it from changing each other.
fn parts_words(sign: char) -> bool {
    matches!(sign, '-' | '‐' | '‑' | '–' | '\'' | '‘' | '’' | '`')
}

/// The units of a word, and whether each is joined to the one before it.
fn word_units(written: &Written<'_>, shouted: bool, lexicon: &Lexicon) -> Vec<(Unit, bool)> {
    if let Some((phonemes, origin)) = written.given() {
        let (alone, weight) = (phonemes.to_owned(), Weight::Full);
        return vec![(Unit { alone, weight, origin, first: None }, false)];
    }
    let text: Vec<char> = written.text.nfc().collect();
    if let Some(unit) = listed(&text, lexicon).filter(|_| !written.is_letters()) {
        return vec![(unit, false)];
    }
    let mut units = Vec::new();
    for part in parts(&text) {
        let found = part_units(&part, written.is_letters(), shouted, lexicon);
        let joined = |at| at == 0 && part.joined;
        units.extend(found.into_iter().enumerate().map(|(at, unit)| (unit, joined(at))));
    }
    units
}

/// The unit of a word with capitals inside that the lexicon has as a whole: "iPhone".
fn listed(text: &[char], lexicon: &Lexicon) -> Option<Unit> {
    let letters = small(text);
    let capitals = text.iter().skip(1).any(|c| c.is_uppercase());
    (capitals && lexicon.get(&letters.iter().collect::<String>()).is_some())
        .then(|| word(&letters, lexicon))
        .flatten()
        .filter(|_| !is_initialism(text))
}

/// The units of a part of a word.
fn part_units(part: &Part<'_>, letters: bool, shouted: bool, lexicon: &Lexicon) -> Vec<Unit> {
    match part.kind {
        Kind::Digits => number(part.chars, lexicon),
        Kind::Sign => sign(part.chars[0], lexicon),
        Kind::Letters => {
            let small = small(part.chars);
            let spell = letters || !shouted && is_initialism(part.chars);
            let names = if spell { spelled(&small) } else { None };
            names.or_else(|| word(&small, lexicon)).into_iter().collect()
        }
    }
}

/// The small letters of a word, without apostrophes.
fn small(letters: &[char]) -> Vec<char> {
    let letters = letters.iter().filter(|c| !is_apostrophe(**c));
    letters.flat_map(|c| c.to_lowercase()).collect()
}

/// Whether a word of capitals is so short that its letters are named, and no Roman numeral.
fn is_initialism(word: &[char]) -> bool {
    matches!(word.len(), 2 | 3)
        && word.iter().all(|c| c.is_uppercase())
        && !word.iter().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Whether half of the letters of a phrase or more are capitals, which then tell nothing of a word.
fn is_shouted(phrase: &[Written<'_>]) -> bool {
    let letters = || phrase.iter().flat_map(|written| written.text.chars());
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    capitals >= letters().filter(|c| c.is_lowercase()).count()
}
