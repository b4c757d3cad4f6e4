//! What a word lets one expect of the next: a verb after "ils", a noun after "le".
//!
//! Some words are said in one way as a verb and in another way elsewhere, and the words before
//! them tell which it is.

use super::pattern::is_vowel;
use super::stress::Stress;

/// Words after which a verb comes.
const BEFORE_VERBS: &[&str] = &[
    "je",
    "tu",
    "il",
    "elle",
    "on",
    "nous",
    "vous",
    "ils",
    "elles",
    "qui",
    "ne",
    "se",
    "me",
    "te",
    "y",
    "ça",
    "cela",
    "ceci",
    "lui",
    "celle-ci",
    "celles-ci",
    "ceux-ci",
    "celle-là",
    "celles-là",
    "ceux-là",
];
/// Words that may stand between those and the verb.
const BETWEEN: &[&str] =
    &["le", "la", "les", "leur", "lui", "en", "y", "ne", "se", "me", "te", "nous", "vous"];
/// What an apostrophe leaves of words after which a verb comes.
const TIED_BEFORE_VERBS: &[&str] = &["n", "s", "m", "t", "j"];

/// Words after which a noun comes.
const BEFORE_NOUNS: &[&str] = &[
    "le", "la", "les", "un", "une", "des", "de", "du", "au", "aux", "ce", "cet", "cette", "ces",
    "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos",
    "leur", "leurs",
];

/// Verbs that lose their stress after a pronoun.
const WEAK_VERBS: &[&str] =
    &["ai", "as", "sont", "ont", "fut", "êtes", "sommes", "ait", "eut", "aie", "aies", "aient"];

/// Verbs in the plural that are said otherwise than the nouns and adjectives spelled alike.
const PLURAL_VERBS: &[(&str, &str)] = &[
    ("affluent", "aflˈy"),
    ("content", "kˈɔ̃t"),
    ("convergent", "kɔ̃vˈɛʁʒ"),
    ("couvent", "kˈuv"),
    ("divergent", "divˈɛʁʒ"),
    ("excellent", "ɛksˈɛl"),
    ("président", "pʁezˈid"),
    ("résident", "ʁezˈid"),
    ("violent", "vjˈol"),
];

/// Function words that are nouns after an article, and keep their stress as such.
const NOUNS: &[&str] = &["pas", "son", "sons", "car", "vers", "point", "points"];

/// What the words so far let one expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    /// A verb, also after the pronoun that is an article elsewhere: "ils les ont".
    Verb,
    /// A noun.
    Noun,
    /// Nothing in particular.
    Any,
}

impl Expect {
    /// What is expected after `word`, to which an apostrophe has tied `tied`, if `self` was
    /// expected of it.
    pub(super) fn after(self, tied: &str, word: &str) -> Self {
        let word = word.rsplit('\'').next().unwrap_or(word);
        let verb = self.tied(tied) == Self::Verb && BETWEEN.contains(&word);
        if verb || BEFORE_VERBS.contains(&word) {
            Self::Verb
        } else if BEFORE_NOUNS.contains(&word) {
            Self::Noun
        } else {
            Self::Any
        }
    }

    /// What is expected of a word to which an apostrophe has tied `tied`.
    pub(super) fn tied(self, tied: &str) -> Self {
        match tied {
            "" => self,
            "l" if self == Self::Verb => Self::Verb,
            _ if TIED_BEFORE_VERBS.contains(&tied) => Self::Verb,
            _ => Self::Any,
        }
    }

    /// The stress of a word inside a phrase, if what is expected of it decides.
    pub(super) fn stress(self, word: &str) -> Option<Stress> {
        match self {
            Self::Verb if word == "suis" => Some(Stress::Secondary),
            Self::Verb if WEAK_VERBS.contains(&word) => Some(Stress::None),
            Self::Noun if NOUNS.contains(&word) => Some(Stress::Full),
            _ => None,
        }
    }

    /// The consonant that a word has ready for a vowel, if what is expected of it decides: the t of
    /// verbs.
    pub(super) fn link(self, word: &str) -> Option<&'static str> {
        match self {
            Self::Verb if links_as_verb(word) => Some("t"),
            Self::Verb if matches!(word, "as" | "sens") => Some("z"),
            Self::Noun if matches!(word, "pas" | "son") => Some(""),
            Self::Noun if word == "vers" => Some("z"),
            _ => None,
        }
    }

    /// How a word is said, if what is expected of it decides.
    pub(super) fn phonemes(self, word: &str, phonemes: &str) -> Option<String> {
        match (self, word) {
            (Self::Verb, "as") => Some("ˈa".to_owned()),
            (Self::Verb, "sens") => Some("sˈɑ̃".to_owned()),
            (Self::Verb, _) if word.ends_with("ent") => {
                let verb = PLURAL_VERBS.iter().find(|(verb, _)| *verb == word);
                verb.map(|(_, phonemes)| (*phonemes).to_owned())
            }
            (Self::Verb, _) if word.ends_with("tions") => Some(phonemes.replace("sj", "tj")),
            _ => None,
        }
    }
}

/// Whether a verb has a t for a vowel: "il dit", "il tient", but not "il doit".
fn links_as_verb(word: &str) -> bool {
    let of_it = |rest: &str| rest.ends_with(|c| !is_vowel(c));
    word == "fut" || word.ends_with("nt") || word.strip_suffix("it").is_some_and(of_it)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(words: &[(&str, &str)]) -> Expect {
        words.iter().fold(Expect::Any, |expect, (tied, word)| expect.after(tied, word))
    }

    #[test]
    fn pronouns_wait_for_a_verb() {
        assert_eq!(expected(&[("", "ils"), ("", "les")]), Expect::Verb);
        assert_eq!(expected(&[("", "les")]), Expect::Noun);
        assert_eq!(expected(&[("", "ils"), ("", "chats")]), Expect::Any);
        assert_eq!(Expect::Any.tied("n").stress("ont"), Some(Stress::None));
        assert_eq!(Expect::Noun.tied("n").stress("pas"), None);
    }

    #[test]
    fn a_verb_is_said_otherwise() {
        let portions = Expect::Verb.phonemes("portions", "pɔʁsjˈɔ̃");
        assert_eq!(portions.as_deref(), Some("pɔʁtjˈɔ̃"));
        let resident = Expect::Verb.phonemes("résident", "ʁezidˈɑ̃");
        assert_eq!(resident.as_deref(), Some("ʁezˈid"));
        assert_eq!(Expect::Noun.phonemes("résident", "ʁezidˈɑ̃"), None);
        assert_eq!(Expect::Noun.phonemes("portions", "pɔʁsjˈɔ̃"), None);
    }
}
