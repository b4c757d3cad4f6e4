//! Rules: what must be so for a word to be read in a way.

use super::grammar::{Governor, governor, is_missing_verb, is_surely_noun};
use super::neighbours::{Neighbour, Neighbours};

/// How many tokens away `Left` and `Right` look.
const CLOSE: usize = 3;

/// A heteronym and its rules, of which the first that holds decides.
pub(super) struct Heteronym {
    /// The word, in lower case.
    pub word: &'static str,
    pub rules: &'static [Rule],
}

/// A way to read a word, if all of some tests hold.
pub(super) struct Rule {
    pub when: &'static [Test],
    pub reading: Reading,
}

/// A way to read a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// As these phonemes, in American and in British English.
    Said { american: &'static str, british: &'static str },
    /// As the lexicon has the word with this key: a part of speech of misaki's.
    As(&'static str),
}

/// Something that can be said of a word in its place. Words and tags have spaces between them; tags
/// are beginnings of tags.
pub(super) enum Test {
    /// The tag of the word itself.
    Tagged(&'static str),
    /// It begins with a capital letter.
    Capitalized,
    /// It begins a sentence.
    First,
    /// The dialect is British.
    British,
    /// What governs it as a verb.
    Governed(&'static [Governor]),
    /// It stands where the clause has its verb, and there is no other.
    MissingVerb,
    /// It has an article or a possessive before it and no noun after it.
    SurelyNoun,
    /// The word before it.
    Previous(&'static str),
    /// The tag of the word before it.
    PreviousTagged(&'static str),
    /// The word before the word before it.
    Second(&'static str),
    /// The word after it.
    Next(&'static str),
    /// The tag of the word after it.
    NextTagged(&'static str),
    /// One of the three words before it.
    Left(&'static str),
    /// One of the three words after it.
    Right(&'static str),
    /// One of the eight words before or after it.
    Near(&'static str),
    /// One of the eight words before or after it has such a tag.
    NearTagged(&'static str),
    Not(&'static Test),
}

impl Heteronym {
    /// The reading that the rules find, if any holds.
    pub fn reading(&self, words: Neighbours<'_>, british: bool) -> Option<Reading> {
        let holds = |rule: &&Rule| rule.when.iter().all(|test| test.holds(words, british));
        self.rules.iter().find(holds).map(|rule| rule.reading)
    }
}

impl Test {
    fn holds(&self, words: Neighbours<'_>, british: bool) -> bool {
        let at =
            |steps: isize, test: &dyn Fn(Neighbour<'_>) -> bool| words.get(steps).is_some_and(test);
        match *self {
            Self::Tagged(tags) => at(0, &|word| word.is_tagged(tags)),
            Self::Capitalized => at(0, &|word| word.is_capitalized()),
            Self::First => words.is_first(),
            Self::British => british,
            Self::Governed(governors) => governors.contains(&governor(words)),
            Self::MissingVerb => is_missing_verb(words),
            Self::SurelyNoun => is_surely_noun(words),
            Self::Previous(list) => at(-1, &|word| word.is(list)),
            Self::PreviousTagged(tags) => at(-1, &|word| word.is_tagged(tags)),
            Self::Second(list) => at(-2, &|word| word.is(list)),
            Self::Next(list) => at(1, &|word| word.is(list)),
            Self::NextTagged(tags) => at(1, &|word| word.is_tagged(tags)),
            Self::Left(list) => words.before().take(CLOSE).any(|word| word.is(list)),
            Self::Right(list) => words.after().take(CLOSE).any(|word| word.is(list)),
            Self::Near(list) => words.before().chain(words.after()).any(|word| word.is(list)),
            Self::NearTagged(tags) => {
                words.before().chain(words.after()).any(|word| word.is_tagged(tags))
            }
            Self::Not(test) => !test.holds(words, british),
        }
    }
}
