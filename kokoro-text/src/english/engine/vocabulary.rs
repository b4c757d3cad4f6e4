//! Words that misaki knows: from its lexicons, spelled as initialisms, or with an ending.

use kokoro_lexicon::Entry;
use kokoro_normalize::Dialect;

use super::chars::is_word;
use super::context::Context;
use super::dictionary::Dictionary;
use super::sounds::VOWELS;
use crate::stress::{PRIMARY, SECONDARY, stress};
use crate::word::Origin;

/// Phonemes, and where they came from.
pub(crate) type Said = (String, Origin);

/// How a word is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Query<'a> {
    /// Its part of speech, if it stands in a sentence.
    pub(crate) tag: Option<&'a str>,
    /// The stress that it is to have, by the scale of [`stress`].
    pub(crate) stress: Option<f32>,
    /// What follows it, if it stands in a sentence.
    pub(crate) context: Option<Context>,
}

impl Query<'_> {
    /// A word by itself, as a lexicon has it.
    pub(crate) const ALONE: Self = Self { tag: None, stress: None, context: None };

    /// The word by itself with a stress.
    pub(crate) fn stressed(stress: f32) -> Self {
        Self { stress: Some(stress), ..Self::ALONE }
    }
}

/// The words of a dialect.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vocabulary {
    pub(crate) dictionary: Dictionary,
    pub(crate) dialect: Dialect,
}

impl Vocabulary {
    pub(crate) fn new(dialect: Dialect) -> Self {
        Self { dictionary: Dictionary::of(dialect), dialect }
    }

    /// The phonemes of a word in a sentence: by a rule of its own, from a lexicon, spelled as an
    /// initialism, or with an ending.
    pub(crate) fn word(&self, word: &str, tag: &str, query: Query<'_>) -> Option<Said> {
        if let Some(said) = self.special(word, tag, query) {
            return Some(said);
        }
        let lower;
        let mut word = word;
        if self.is_capitalized_only(word, tag, query) {
            lower = word.to_lowercase();
            word = &lower;
        }
        if self.knows(word) {
            return self.look_up(word, query);
        }
        if let Some(owner) = word.strip_suffix('\'') {
            let singular = owner.strip_suffix('s').map(|owner| format!("{owner}'s"));
            let known = |word: &&str| self.knows(word);
            if let Some(word) = singular.as_deref().filter(known).or(Some(owner).filter(known)) {
                return self.look_up(word, query);
            }
        }
        self.inflected(word, query)
    }

    /// Whether the capitals of a word only stand for emphasis or the beginning of a sentence: the
    /// lexicons have it, or the word that it is a form of, in small letters. Short names are left
    /// as they are.
    fn is_capitalized_only(&self, word: &str, tag: &str, query: Query<'_>) -> bool {
        let mut rest = word.chars();
        if rest.next().is_none_or(|_| rest.as_str().is_empty()) || !has_capitals(word) {
            return false;
        }
        if tag == "NNP" && word.chars().count() <= 7
            || !is_contraction(word)
            || self.dictionary.has(word)
            || has_capitals(rest.as_str()) && !is_upper(word)
        {
            return false;
        }
        let lower = word.to_lowercase();
        self.dictionary.has(&lower) || self.inflected(&lower, query).is_some()
    }

    /// Whether [`Vocabulary::look_up`] says a word: a lexicon has it, or it is spelled.
    pub(crate) fn knows(&self, word: &str) -> bool {
        if is_symbol(word) || self.dictionary.has(word) {
            return true;
        }
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return false;
        }
        let capitals = |text: &str| !text.bytes().any(|byte| byte.is_ascii_lowercase());
        word.len() == 1
            || capitals(word) && self.dictionary.has_gold(&word.to_ascii_lowercase())
            || capitals(&word[1..])
    }

    /// The phonemes of a word that is known. Capitals stand for small letters if gold does not have
    /// them, or for an initialism.
    pub(crate) fn look_up(&self, word: &str, query: Query<'_>) -> Option<Said> {
        let mut initialism = false;
        let mut entry = self.dictionary.gold(word);
        let lower;
        let mut word = word;
        if entry.is_none() && is_upper(word) {
            lower = word.to_lowercase();
            word = &lower;
            initialism = query.tag == Some("NNP");
            entry = self.dictionary.gold(word);
        }
        if entry.is_none() && !initialism {
            entry = self.dictionary.silver(word);
        }
        let said = match entry {
            Some(Entry::Plain(said)) => Some(said),
            Some(Entry::Tagged(readings)) => choose(readings, query),
            None => None,
        };
        match said.filter(|said| !initialism || said.contains(PRIMARY)) {
            Some(said) => Some((restress(said, query.stress), Origin::Lexicon)),
            None => Some((self.initialism(word)?, Origin::Letters)),
        }
    }

    /// The names of the letters of a word, the last with primary stress; nothing if one has no
    /// name. Other characters are left out.
    pub(crate) fn initialism(&self, word: &str) -> Option<String> {
        let mut names = String::new();
        for letter in word.chars().filter(|&c| super::chars::is_letter(c)) {
            names += &self.letter(letter)?;
        }
        let mut names = stress(names, 0.0, VOWELS);
        if let Some(last) = names.rfind(SECONDARY) {
            names.replace_range(last..last + SECONDARY.len_utf8(), "ˈ");
        }
        Some(names)
    }

    /// The name of a letter.
    fn letter(&self, letter: char) -> Option<String> {
        let capital = letter.to_ascii_uppercase();
        match self.dictionary.gold(capital.encode_utf8(&mut [0; 4])) {
            Some(Entry::Plain(said)) if capital.is_ascii_alphabetic() => Some(said),
            _ => None,
        }
    }
}

/// Signs that are said as words.
pub(super) fn is_symbol(word: &str) -> bool {
    symbol(word).is_some()
}

/// The word of a sign.
pub(super) fn symbol(sign: &str) -> Option<&'static str> {
    match sign {
        "%" => Some("percent"),
        "&" => Some("and"),
        "+" => Some("plus"),
        "@" => Some("at"),
        _ => None,
    }
}

/// Whether text differs in small letters.
pub(super) fn has_capitals(text: &str) -> bool {
    match text.is_ascii() {
        true => text.bytes().any(|byte| byte.is_ascii_uppercase()),
        false => text != text.to_lowercase(),
    }
}

/// Whether text has no small letters.
pub(super) fn is_upper(text: &str) -> bool {
    match text.is_ascii() {
        true => !text.bytes().any(|byte| byte.is_ascii_lowercase()),
        false => text == text.to_uppercase(),
    }
}

/// The pronunciation for a part of speech: before a pause, exactly, by its class, or any other.
fn choose(readings: Vec<(&str, Option<String>)>, query: Query<'_>) -> Option<String> {
    let place = |key: &str| readings.iter().position(|(known, _)| *known == key);
    let at_pause = query.context.is_some_and(|context| context.vowel.is_none());
    let place = (at_pause.then(|| place("None")).flatten())
        .or_else(|| query.tag.and_then(|tag| place(tag).or_else(|| place(class(tag)))))
        .or_else(|| place("DEFAULT"))?;
    readings.into_iter().nth(place)?.1
}

/// The class of a part of speech, as the lexicon has it.
pub(super) fn class(tag: &str) -> &str {
    match tag.get(..2) {
        Some("VB") => "VERB",
        Some("NN") => "NOUN",
        Some("RB") => "ADV",
        Some("JJ") => "ADJ",
        _ => tag,
    }
}

/// Gives a word a stress, if one is asked for.
pub(super) fn restress(said: String, by: Option<f32>) -> String {
    match by {
        Some(by) => stress(said, by, VOWELS),
        None => said,
    }
}

/// Whether a word is of letters, apostrophes left out.
pub(super) fn is_contraction(word: &str) -> bool {
    match word.contains('\'') {
        true => is_word(&word.replace('\'', "")),
        false => is_word(word),
    }
}
