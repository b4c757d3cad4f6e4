//! What is said as one word, and how it is said alone.

use kokoro_normalize::spanish::numbers::{Form, cardinal};

use super::function_words::{Weight, weight};
use super::letters::plain;
use super::lexicon::Lexicon;
use super::onset::is_sayable;
use super::sandhi::append;
use super::signs;
use super::spelled::{letter_name, spell};
use super::words::by_rule;
use crate::word::Origin;

/// The most letters that are named before the rest is said as a word: "cmdhist".
const MAX_NAMES: usize = 3;

/// What is said as one word: a written word, or a part of it.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Its phonemes, as if it stood alone.
    pub(super) alone: String,
    /// What remains of its stress before other words.
    pub(super) weight: Weight,
    /// Where the phonemes came from.
    pub(super) origin: Origin,
    /// The letter with which it begins.
    pub(super) first: Option<char>,
}

impl Unit {
    fn new(alone: String, weight: Weight, origin: Origin, letters: &[char]) -> Option<Self> {
        let first = letters.first().copied();
        (!alone.is_empty()).then_some(Self { alone, weight, origin, first })
    }
}

/// The unit of small letters.
pub(super) fn word(letters: &[char], lexicon: &Lexicon) -> Option<Unit> {
    let letters: Vec<char> = letters.iter().copied().map(plain).collect();
    let text: String = letters.iter().collect();
    let (alone, origin) = match lexicon.get(&text) {
        Some(phonemes) => (phonemes.to_owned(), Origin::Lexicon),
        None => unlisted(&letters, lexicon)?,
    };
    Unit::new(alone, weight(&text), origin, &letters)
}

/// The phonemes of letters that the lexicon does not have.
fn unlisted(letters: &[char], lexicon: &Lexicon) -> Option<(String, Origin)> {
    if let [letter] = letters {
        return letter_name(*letter).map(|name| (name.to_owned(), Origin::Letters));
    }
    if is_sayable(letters) {
        return Some((by_rule(letters), Origin::Rule));
    }
    let most = MAX_NAMES.min(letters.len().saturating_sub(3)); // the rest has three letters or more
    match (1..=most).find(|names| is_sayable(&letters[*names..])) {
        Some(names) => after_names(letters, names, lexicon),
        None => spell(letters).map(|names| (names, Origin::Letters)),
    }
}

/// The names of the first letters, of this number, and the rest as a word.
fn after_names(letters: &[char], names: usize, lexicon: &Lexicon) -> Option<(String, Origin)> {
    let (named, rest) = letters.split_at(names);
    let text: String = rest.iter().collect();
    let rest = match lexicon.get(&text) {
        Some(phonemes) => phonemes.to_owned(),
        None => by_rule(rest),
    };
    // After these letters an `r` is in their syllable.
    let rest = match rest.strip_prefix('r') {
        Some(rest) if matches!(named, ['b' | 'c' | 'd' | 'f' | 'g' | 'k' | 'p' | 't']) => {
            format!("ɾ{rest}")
        }
        _ => rest,
    };
    let mut said = spell(named)?;
    append(&mut said, &rest);
    Some((said, Origin::Rule))
}

/// The unit of letters that are spelled.
pub(super) fn spelled(letters: &[char]) -> Option<Unit> {
    Unit::new(spell(letters)?, Weight::Full, Origin::Letters, letters)
}

/// The units of a number: its words, after a zero for each that leads.
pub(super) fn number(digits: &[char], lexicon: &Lexicon) -> Vec<Unit> {
    let zeros = digits.iter().take_while(|digit| **digit == '0').count();
    let zeros = if zeros == digits.len() { zeros - 1 } else { zeros };
    let digits: String = digits[zeros..].iter().collect();
    let words = "cero ".repeat(zeros) + &cardinal(&digits, Form::Alone);
    spoken(&words, lexicon)
}

/// The units of what is said for a sign. None if nothing is.
pub(super) fn sign(sign: char, lexicon: &Lexicon) -> Vec<Unit> {
    signs::spoken(sign).map_or_else(Vec::new, |words| spoken(words, lexicon))
}

/// The units of words that stand for something else.
fn spoken(words: &str, lexicon: &Lexicon) -> Vec<Unit> {
    let unit = |text: &str| {
        let letters: Vec<char> = text.chars().collect();
        word(&letters, lexicon).map(|unit| Unit { origin: Origin::Rule, ..unit })
    };
    words.split(' ').filter_map(unit).collect()
}
