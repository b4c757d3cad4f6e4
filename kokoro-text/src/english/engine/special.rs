//! Words that are said by what follows, and a few others that no lexicon has right.

use kokoro_lexicon::Entry;

use super::chars::is_word;
use super::context::Context;
use super::vocabulary::{Query, Said, Vocabulary, class, symbol};
use crate::word::Origin;

impl Vocabulary {
    /// The phonemes of a word that has a rule of its own.
    pub(super) fn special(&self, word: &str, tag: &str, query: Query<'_>) -> Option<Said> {
        let context = query.context.unwrap_or_default();
        let rule = |phonemes: &str| Some((phonemes.to_owned(), Origin::Rule));
        match word {
            "." if tag == "ADD" => return self.look_up("dot", at(-0.5, context)),
            "/" if tag == "ADD" => return self.look_up("slash", at(-0.5, context)),
            _ => {}
        }
        if let Some(name) = symbol(word) {
            return self.look_up(name, Query { stress: None, tag: None, ..query });
        }
        if is_dotted(word) {
            return Some((self.initialism(word)?, Origin::Letters));
        }
        match word {
            "a" | "A" => rule(if tag == "DT" { "ɐ" } else { "ˈA" }),
            "am" | "Am" | "AM" => self.am(word, tag, query),
            "AN" if tag.starts_with("NN") => Some((self.initialism(word)?, Origin::Letters)),
            "an" | "An" | "AN" => rule("ɐn"),
            "I" if tag == "PRP" => rule("ˌI"),
            "by" | "By" | "BY" if class(tag) == "ADV" || tag.starts_with("ADV") => rule("bˈI"),
            "TO" if !matches!(tag, "TO" | "IN") => None,
            "to" | "To" | "TO" => match context.vowel {
                None => self.gold("to", None),
                Some(false) => rule("tə"),
                Some(true) => rule("tʊ"),
            },
            "IN" if tag == "NNP" => None,
            "in" | "In" | "IN" => {
                rule(if context.vowel.is_none() || tag != "IN" { "ˈɪn" } else { "ɪn" })
            }
            "THE" if tag != "DT" => None,
            "the" | "The" | "THE" => rule(if context.vowel == Some(true) { "ði" } else { "ðə" }),
            "used" | "Used" | "USED" => match tag {
                "VBD" | "JJ" if context.to => self.gold("used", Some("VBD")),
                _ => self.gold("used", None),
            },
            _ if tag == "IN" && is_versus(word) => {
                self.look_up("versus", Query { stress: None, tag: None, ..query })
            }
            _ => None,
        }
    }

    /// "am": a verb, or the time of day.
    fn am(&self, word: &str, tag: &str, query: Query<'_>) -> Option<Said> {
        let vowel = query.context.and_then(|context| context.vowel);
        if tag.starts_with("NN") {
            Some((self.initialism(word)?, Origin::Letters))
        } else if vowel.is_none() || word != "am" || query.stress.is_some_and(|by| by > 0.0) {
            self.gold("am", None)
        } else {
            Some(("ɐm".into(), Origin::Rule))
        }
    }

    /// What gold says of a word for a part of speech.
    fn gold(&self, word: &str, tag: Option<&str>) -> Option<Said> {
        let said = match self.dictionary.gold(word)? {
            Entry::Plain(said) => said,
            Entry::Tagged(readings) => {
                let key = tag.unwrap_or("DEFAULT");
                readings.into_iter().find(|(known, _)| *known == key)?.1?
            }
        };
        Some((said, Origin::Lexicon))
    }
}

/// A word without a part of speech, with a stress.
fn at(stress: f32, context: Context) -> Query<'static> {
    Query { context: Some(context), ..Query::stressed(stress) }
}

/// Whether a word is an abbreviation such as "U.S." or "e.g.": full stops inside, and at most two
/// letters between them.
fn is_dotted(word: &str) -> bool {
    word.trim_matches('.').contains('.')
        && is_word(&word.replace('.', ""))
        && word.split('.').all(|part| part.chars().count() < 3)
}

fn is_versus(word: &str) -> bool {
    word.strip_suffix('.').unwrap_or(word).eq_ignore_ascii_case("vs")
}
