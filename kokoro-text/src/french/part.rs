//! The parts of the words of a phrase by themselves, without their neighbours.

use kokoro_normalize::french::numbers::{Form, cardinal};

use super::liaison::{link, opens};
use super::parts::{Part, is_joint, parts, plain};
use super::stress::{FunctionWords, Stress, is_vowel};
use super::words::Words;
use super::{signs, spelled};
use crate::TextOptions;
use crate::phrases::Written;
use crate::word::Origin;

/// A part of a word as it is by itself.
pub(super) struct Said {
    /// The place of its word in the phrase.
    pub(super) word: usize,
    /// Its letters: lower-case, composed.
    pub(super) letters: String,
    /// The letters that an apostrophe has tied to it, the last if they are several: the l of
    /// "l'eau".
    pub(super) tied: String,
    /// The phonemes of all that is tied to it.
    pub(super) tied_phonemes: String,
    /// Its phonemes, with stress.
    pub(super) phonemes: String,
    /// How it is said inside a phrase, if in another way than at the end: the six of "six chats".
    pub(super) before_consonant: Option<&'static str>,
    /// What becomes of its stress inside a phrase.
    pub(super) stress: Stress,
    /// The consonant that it has ready for a vowel.
    pub(super) link: &'static str,
    /// Whether a space stands before it, as between the words of a number.
    pub(super) spaced: bool,
    /// Whether the part before links with it.
    pub(super) opens: bool,
    /// Where its phonemes come from.
    pub(super) origin: Origin,
}

/// Says words by themselves.
pub(super) struct Sayer {
    words: Words,
    function_words: FunctionWords,
}

impl Sayer {
    pub(super) fn new() -> Self {
        Self { words: Words::new(), function_words: FunctionWords::new() }
    }

    /// The parts of the words of a phrase, in order. Words of which nothing can be said have none.
    pub(super) fn parts(&self, phrase: &[Written<'_>], options: &TextOptions) -> Vec<Said> {
        let mut said = Vec::with_capacity(phrase.len());
        for (word, written) in phrase.iter().enumerate() {
            match written.given() {
                Some((phonemes, origin)) => said.push(given(word, phonemes, origin)),
                None if written.is_letters() => {
                    said.extend(self.spelled(word, written.text, options))
                }
                None => self.word(word, written.text, options, &mut said),
            }
        }
        said
    }

    /// Appends the parts of a word, or what a sign is called.
    fn word(&self, word: usize, text: &str, options: &TextOptions, said: &mut Vec<Said>) {
        if let Some(phonemes) = signs::spoken(text) {
            said.push(given(word, phonemes, Origin::Rule));
            return;
        }
        let whole = text.contains(is_joint).then(|| plain(text));
        let whole = whole.and_then(|whole| Some((self.words.exception(&whole)?, whole)));
        if let Some((phonemes, letters)) = whole {
            said.push(self.part(word, &letters, phonemes.to_owned(), Origin::Lexicon));
            return;
        }
        let first = said.len();
        let mut tied = Vec::new();
        let parts = parts(text);
        for (at, part) in parts.iter().enumerate() {
            if at + 1 < parts.len() && ties(part, at) {
                tied.push(part.letters.as_str());
            } else if !tied.is_empty() || !follow(&part.letters, &mut said[first..]) {
                let start = said.len();
                self.letters(word, &part.letters, options, said);
                if let Some(own) = said.get_mut(start) {
                    own.tied_phonemes = tied.iter().map(|tied| self.elided(tied)).collect();
                    own.opens &= tied.is_empty();
                    own.tied = tied.pop().unwrap_or_default().to_owned();
                }
                tied.clear();
            }
        }
        invert(&mut said[first..]);
    }

    /// Appends letters between two joints, or the words of a number.
    fn letters(&self, word: usize, letters: &str, options: &TextOptions, said: &mut Vec<Said>) {
        if !letters.starts_with(|c: char| c.is_ascii_digit()) {
            if let Some((phonemes, origin)) = self.words.say(letters, options) {
                said.push(self.part(word, letters, phonemes, origin));
            }
            return;
        }
        let number = cardinal(letters, Form::Alone);
        for (at, name) in number.split(' ').flat_map(|name| name.split('-').enumerate()) {
            if let Some((phonemes, _)) = self.words.say(name, options) {
                let spaced = at == 0 && said.last().is_some_and(|before| before.word == word);
                said.push(Said { spaced, ..self.part(word, name, phonemes, Origin::Rule) });
            }
        }
    }

    /// A word that is read letter by letter, and its digits one by one. `None` if nothing of it has
    /// a name.
    fn spelled(&self, word: usize, text: &str, options: &TextOptions) -> Option<Said> {
        let name = |c: char| match spelled::name(c) {
            Some(name) => Some(name.to_owned()),
            None if c.is_ascii_digit() => {
                Some(self.words.say(&cardinal(c.encode_utf8(&mut [0; 4]), Form::Alone), options)?.0)
            }
            None => None,
        };
        let names: Vec<_> = plain(text).chars().filter_map(name).collect();
        Some(given(word, &spelled::joined(&names)?, Origin::Letters))
    }

    /// The phonemes of what stands before an apostrophe.
    fn elided(&self, letters: &str) -> String {
        match letters {
            "c" => "s".to_owned(),
            "t" | "s" => letters.to_owned(),
            "g" => "ʒ".to_owned(),
            "lorsqu" => "loʁsk".to_owned(),
            _ => self.words.by_rules(letters),
        }
    }

    /// A part of a word to which nothing is tied.
    fn part(&self, word: usize, letters: &str, phonemes: String, origin: Origin) -> Said {
        Said {
            word,
            spaced: false,
            letters: letters.to_owned(),
            tied: String::new(),
            tied_phonemes: String::new(),
            before_consonant: before_consonant(letters),
            stress: self.function_words.stress(letters),
            link: link(letters, &phonemes),
            opens: match origin {
                Origin::Letters => starts_with_vowel(&phonemes),
                _ => opens(letters),
            },
            phonemes,
            origin,
        }
    }
}

/// Whether a part is said as one with the next: it is elided, or the t of "a-t-il".
fn ties(part: &Part, at: usize) -> bool {
    part.elided || at > 0 && part.letters == "t"
}

/// Says "je" and "ce" after a verb and its hyphen, without their vowel: "suis-je". Whether the
/// letters were one of these.
fn follow(letters: &str, said: &mut [Said]) -> bool {
    let consonant = match letters {
        "je" => 'ʒ',
        "ce" => 's',
        _ => return false,
    };
    let Some(verb) = said.last_mut() else {
        return false;
    };
    verb.phonemes.push(consonant);
    verb.link = "";
    verb.before_consonant = None;
    true
}

/// Gives verbs before "il", "elle" and "on" their t: "dit-il".
fn invert(parts: &mut [Said]) {
    for at in 1..parts.len() {
        let pronoun = matches!(parts[at].letters.as_str(), "il" | "ils" | "elle" | "elles" | "on");
        let verb = &mut parts[at - 1];
        if pronoun && verb.letters.ends_with(['t', 'd']) {
            verb.link = "t";
        }
    }
}

/// How words that lose a consonant before another are said there.
fn before_consonant(letters: &str) -> Option<&'static str> {
    match letters {
        "six" => Some("sˈi"),
        "dix" => Some("dˈi"),
        "huit" => Some("yˈi"),
        "y" => Some("i"),
        _ => None,
    }
}

/// A word whose phonemes a hint gives.
fn given(word: usize, phonemes: &str, origin: Origin) -> Said {
    Said {
        word,
        spaced: false,
        letters: String::new(),
        tied: String::new(),
        tied_phonemes: String::new(),
        phonemes: phonemes.to_owned(),
        before_consonant: None,
        stress: Stress::Full,
        link: "",
        opens: starts_with_vowel(phonemes),
        origin,
    }
}

fn starts_with_vowel(phonemes: &str) -> bool {
    phonemes.trim_start_matches(['ˈ', 'ˌ']).starts_with(is_vowel)
}
