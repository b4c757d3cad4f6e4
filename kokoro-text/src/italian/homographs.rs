//! Words that are written alike and said differently, told apart by the word before.

use std::collections::HashMap;

/// What the word before a homograph suggests that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sign {
    /// A noun, after an article or a preposition.
    Noun,
    /// A verb or participle, after a conjunction or an auxiliary verb.
    Verb,
    /// A verb, after a weak pronoun.
    Pronoun,
    /// No imperative, which begins a phrase.
    Later,
}

/// Words before a noun.
const BEFORE_NOUN: &[&str] = &["di", "gli", "i", "il", "in", "miei", "questo", "un"];

/// Words before a verb.
#[rustfmt::skip]
const BEFORE_VERB: &[&str] = &[
    "abbia", "abbiamo", "aver", "avere", "avessero", "aveva", "avevano", "avevo", "avrebbe", "che",
    "ci", "ha", "hai", "hanno", "ho", "non", "per", "si", "ti", "tu",
];

/// Weak pronouns.
const PRONOUNS: &[&str] = &["ci", "gli", "la", "le", "lo", "mi", "ne", "si", "ti"];

/// The homographs of Italian.
pub(super) struct Homographs(HashMap<&'static str, Vec<(Sign, &'static str)>>);

impl Homographs {
    /// Reads a table of words, signs and phonemes. Lines that begin with `#` are passed over.
    pub(super) fn new(table: &'static str) -> Self {
        let mut words = HashMap::<_, Vec<_>>::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(word), Some(sign), Some(said)) =
                (fields.next(), fields.next().and_then(Sign::parse), fields.next())
            else {
                continue;
            };
            words.entry(word).or_default().push((sign, said));
        }
        Self(words)
    }

    /// How a word is said after another, if that differs from how it is said by itself.
    pub(super) fn get(&self, word: &str, before: &str) -> Option<&'static str> {
        let readings = self.0.get(word)?;
        readings.iter().find(|(sign, _)| sign.is_given_by(before)).map(|(_, said)| *said)
    }
}

impl Sign {
    fn parse(name: &str) -> Option<Self> {
        match name {
            "noun" => Some(Self::Noun),
            "verb" => Some(Self::Verb),
            "pronoun" => Some(Self::Pronoun),
            "later" => Some(Self::Later),
            _ => None,
        }
    }

    fn is_given_by(self, before: &str) -> bool {
        match self {
            Self::Noun => BEFORE_NOUN.contains(&before),
            Self::Verb => BEFORE_VERB.contains(&before),
            Self::Pronoun => PRONOUNS.contains(&before),
            Self::Later => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_before_decides() {
        let table = "# word\nseguito\tnoun\tn\nfermati\tlater\tl\ncapita\tpronoun\tp\n";
        let homographs = Homographs::new(table);
        assert_eq!(homographs.get("seguito", "di"), Some("n"));
        assert_eq!(homographs.get("seguito", "è"), None);
        assert_eq!(homographs.get("fermati", "sono"), Some("l"));
        assert_eq!(homographs.get("capita", "mi"), Some("p"));
        assert_eq!(homographs.get("casa", "la"), None);
    }
}
