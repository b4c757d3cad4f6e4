//! The pieces of a word: what hyphens and apostrophes part, runs of letters, digits, and signs.

use super::lexicon::Lexicon;
use super::weak::{is_weak, weaken};
use super::{digits, signs, spelled};
use crate::word::Origin;

/// Where a word stands in its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Other words follow.
    Within,
    /// Nothing that is said follows.
    Last,
}

/// How a word of folded letters is said; None if nothing of it can be.
pub(super) fn pronounce(word: &str, place: Place, lexicon: &Lexicon) -> Option<(String, Origin)> {
    if let Some(said) = whole(word, place, lexicon) {
        return Some(said);
    }
    let mut said = String::new();
    let mut origin = None;
    for part in word.split('-').filter(|part| !part.is_empty()) {
        let (phonemes, from) = match elided(part, place, lexicon) {
            Some(found) => found,
            None => match runs(part, place, lexicon) {
                Some(found) => found,
                None => continue,
            },
        };
        let digits = part.starts_with(|c: char| c.is_ascii_digit());
        if digits && !said.is_empty() {
            said.push(' ');
        }
        if said.ends_with('ɪ') {
            said.pop(); // only the end of a word is lax
            said.push('i');
        }
        said.push_str(&phonemes);
        origin = Some(origin.map_or(from, |_| Origin::Rule));
    }
    Some((said, origin?))
}

/// A word of letters only, or with an apostrophe if the lexicon has it so.
fn whole(word: &str, place: Place, lexicon: &Lexicon) -> Option<(String, Origin)> {
    let letters = word.chars().count();
    if spelled::lacks_vowels(word)
        && !lexicon.has_word(word)
        && word.chars().all(char::is_alphabetic)
    {
        let said = spelled::spell(word);
        return (!said.is_empty()).then_some((said, Origin::Letters));
    }
    let (said, origin) = lexicon.pronounce(word)?;
    let origin = if letters == 1 && !is_weak(word) { Origin::Letters } else { origin };
    if place == Place::Within && is_weak(word) {
        return Some((weaken(&said), Origin::Rule));
    }
    Some((said, origin))
}

/// Words joined by apostrophes: "dell'anno", "c'è".
fn elided(part: &str, place: Place, lexicon: &Lexicon) -> Option<(String, Origin)> {
    let (before, last) = part.rsplit_once('\'')?;
    let mut said = String::new();
    let mut words = before.split('\'').chain([last]).peekable();
    while let Some(word) = words.next() {
        match words.peek() {
            Some(next) if words_are_one(word) => {
                said.push_str(&lexicon.joined(word, next)?);
                words.next();
            }
            Some(next) => said.push_str(&lexicon.elided(word, next)?),
            None => {
                let place = if STRONG_AFTER_ELISION.contains(&word) { Place::Last } else { place };
                said.push_str(&whole(word, place, lexicon)?.0);
            }
        }
    }
    Some((said, Origin::Rule))
}

/// Weak words that are strong after an elided one, as in "l'un l'altro".
const STRONG_AFTER_ELISION: &[&str] = &["era", "eri", "ero", "in", "un"];

/// Whether a word that has lost its last vowel is said as one word with the next: "com'era". After
/// articles, prepositions and pronouns, as in "l'era", the next word keeps its own stress.
fn words_are_one(word: &str) -> bool {
    matches!(
        word,
        "bell"
            | "com"
            | "cos"
            | "dev"
            | "dov"
            | "gliel"
            | "grand"
            | "nessun"
            | "pover"
            | "qual"
            | "quand"
            | "senz"
    )
}

/// Runs of letters, of digits, and signs, each said by itself: "A4", "h24".
fn runs(part: &str, place: Place, lexicon: &Lexicon) -> Option<(String, Origin)> {
    let mut said: Vec<String> = Vec::new();
    let mut rest = part;
    let mut origin = None;
    while let Some(first) = rest.chars().next() {
        let kind = Kind::of(first);
        let end = rest.find(|c| Kind::of(c) != kind || kind == Kind::Sign && c != first);
        let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let found = match kind {
            Kind::Letter => whole(run, place, lexicon),
            Kind::Digit => Some((digits::phonemes(run), Origin::Rule)),
            Kind::Sign => signs::spoken(first).and_then(|name| phrase(name, lexicon)),
        };
        if let Some((phonemes, from)) = found {
            said.push(phonemes);
            origin = Some(origin.map_or(from, |_| Origin::Rule));
        }
    }
    Some((said.join(" "), origin?))
}

/// What runs consist of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Sign,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            _ if c.is_ascii_digit() => Self::Digit,
            _ if c.is_alphabetic() && signs::spoken(c).is_none() => Self::Letter,
            _ => Self::Sign,
        }
    }
}

/// Some words, as the name of a sign.
fn phrase(words: &str, lexicon: &Lexicon) -> Option<(String, Origin)> {
    let mut words = words.split(' ').peekable();
    let mut said = Vec::new();
    while let Some(word) = words.next() {
        let place = if words.peek().is_some() { Place::Within } else { Place::Last };
        said.push(whole(word, place, lexicon)?.0);
    }
    Some((said.join(" "), Origin::Rule))
}
