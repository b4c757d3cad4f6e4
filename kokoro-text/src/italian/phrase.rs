//! The words of a phrase: which are weak there, and which are read letter by letter.

use super::initials::{humps, is_initialism};
use super::letters::fold;
use super::lexicon::Lexicon;
use super::pieces::{Place, pronounce as pronounce_pieces};
use super::{signs, spelled};
use crate::phrase_reader::Pronounced;
use crate::phrases::Written;
use crate::stress::stress;
use crate::word::{Origin, Reading};

/// The vowels of Italian.
const VOWELS: &str = "aeiouɛɔɪʊAIOWY";

/// How the words of a phrase are said.
pub(super) fn pronounce(phrase: &[Written<'_>], lexicon: &Lexicon) -> Vec<Pronounced> {
    let phrase = Phrase::new(phrase, lexicon);
    (0..phrase.words.len()).map(|at| phrase.pronounced(at)).collect()
}

/// Words between two marks.
struct Phrase<'a> {
    words: &'a [Written<'a>],
    folded: Vec<String>,
    last: usize, // the place of the last word that is said
    has_lower_case: bool,
    lexicon: &'a Lexicon,
}

impl<'a> Phrase<'a> {
    fn new(words: &'a [Written<'a>], lexicon: &'a Lexicon) -> Self {
        let is_lower = |word: &Written<'_>| word.text.chars().any(char::is_lowercase);
        Self {
            words,
            folded: words.iter().map(|word| fold(word.text)).collect(),
            last: words.iter().rposition(is_said).unwrap_or(0),
            has_lower_case: words.iter().any(is_lower),
            lexicon,
        }
    }

    /// The word or sign at a place, as it is said.
    fn pronounced(&self, at: usize) -> Pronounced {
        let word = &self.words[at];
        let (phonemes, origin) = match word.given() {
            Some(_) => (String::new(), Origin::Markup), // the frame says it
            None if word.is_letters() => letters(&self.folded[at], self.lexicon),
            None => self.word(at),
        };
        let phonemes = match word.hint {
            Some(Reading::Stress(by)) => stress(phonemes, *by, VOWELS),
            _ => phonemes,
        };
        Pronounced { phonemes, origin, joined: false }
    }

    fn word(&self, at: usize) -> (String, Origin) {
        if let Some(said) = self.by_neighbours(at) {
            return (said.to_owned(), Origin::Rule);
        }
        let folded = &self.folded[at];
        let text = self.words[at].text;
        let is_known = self.lexicon.has_word(folded);
        if !is_known && is_initialism(text, self.has_lower_case) {
            return (spelled::spell(folded), Origin::Letters);
        }
        let place = if at < self.last { Place::Within } else { Place::Last };
        let mut parts = humps(text);
        if is_known || parts.len() == 1 {
            parts = vec![text];
        }
        let mut said = Vec::new();
        let mut origin = Origin::Silent;
        for part in parts {
            let (phonemes, from) = match is_initialism(part, self.has_lower_case) {
                true if part != text => (spelled::spell(&fold(part)), Origin::Letters),
                _ => match pronounce_pieces(&fold(part), place, self.lexicon) {
                    Some(found) => found,
                    None => continue,
                },
            };
            origin = if said.is_empty() { from } else { Origin::Rule };
            said.push(phonemes);
        }
        (said.join(" "), origin)
    }

    /// How a word is said whose neighbours decide it: homographs, and "questo è".
    fn by_neighbours(&self, at: usize) -> Option<&'static str> {
        let word = self.folded[at].as_str();
        let before = at.checked_sub(1).map(|at| self.folded[at].as_str());
        let after = self.folded.get(at + 1).map(String::as_str);
        match (before, word, after) {
            (_, "questo", Some("è")) => Some("kwˈesto"),
            (_, "questa", Some("è")) => Some("kwˈesta"),
            (Some("questo"), "è", _) => Some("ˌɛ"),
            (Some("questa"), "è", _) => Some("ˈɛ"),
            (Some(before), word, _) => self.lexicon.after(word, before),
            (None, ..) => None,
        }
    }
}

/// Whether something is said for a word, so that it may end a phrase.
fn is_said(word: &Written<'_>) -> bool {
    word.given().map_or_else(
        || word.text.chars().any(|c| c.is_alphanumeric() || signs::spoken(c).is_some()),
        |(phonemes, _)| !phonemes.is_empty(),
    )
}

/// The names of the letters, digits and signs of a word.
fn letters(word: &str, lexicon: &Lexicon) -> (String, Origin) {
    let mut said = Vec::new();
    let mut run = String::new();
    for letter in word.chars().map(Some).chain([None]) {
        if let Some(letter) = letter.filter(|letter| spelled::has_name(*letter)) {
            run.push(letter);
            continue;
        }
        if !run.is_empty() {
            said.push(spelled::spell(&std::mem::take(&mut run)));
        }
        let spoken = letter
            .and_then(|sign| pronounce_pieces(sign.encode_utf8(&mut [0; 4]), Place::Last, lexicon));
        said.extend(spoken.map(|(phonemes, _)| phonemes));
    }
    let origin = if said.is_empty() { Origin::Silent } else { Origin::Letters };
    (said.join(" "), origin)
}
