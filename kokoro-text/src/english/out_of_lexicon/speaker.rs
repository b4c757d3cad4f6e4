//! One word's way through all that is tried for it.

use kokoro_normalize::Dialect;

use super::data::{Data, Known};
use super::part::Parts;
use super::{codes, compounds, endings, fold, hyphens, initialism, prefixes, spelling, spoken};
use crate::word::Origin;

/// A longer word is only guessed: no lexicon has it, and nonsense is not taken apart.
const LONGEST: usize = 64;

/// A shorter word with a capital is rather a name than a compound: "Jeannine" is no "jean nine".
const SHORTEST_NAME: usize = 9;

/// One word's way through all that is tried.
pub(super) struct Speaker<'a> {
    pub data: &'a Data,
    pub known: &'a dyn Known,
    /// Whether the word is a noun, as initialisms are.
    pub noun: bool,
}

impl Parts for Speaker<'_> {
    fn dialect(&self) -> Dialect {
        self.data.dialect
    }

    fn say_part(&self, part: &str, depth: usize) -> Option<(String, Origin)> {
        match self.known.get(part) {
            Some(phonemes) => Some((phonemes, Origin::Lexicon)),
            None => self.say(part, depth),
        }
    }

    fn listed_part(&self, lower: &str) -> Option<String> {
        self.known_or_listed(lower)
    }
}

impl Speaker<'_> {
    /// A token of any kind. `depth` is how often an ending, a prefix or a hyphen may still be taken
    /// off.
    pub(super) fn say(&self, word: &str, depth: usize) -> Option<(String, Origin)> {
        let lower = word.to_lowercase();
        let folded = fold::without_marks(word);
        for form in [&lower, &fold::without_marks(&lower)] {
            if let Some(phonemes) = self.data.in_names(form) {
                return Some((phonemes, Origin::Lexicon));
            }
        }
        if folded.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'\'') {
            return self.say_word(&folded, &fold::respelled(&lower), depth);
        }
        if folded.chars().any(|symbol| symbol.is_alphabetic() && !symbol.is_ascii()) {
            return None; // another script
        }
        let depth = depth.checked_sub(1)?;
        hyphens::say(self, &folded, depth).or_else(|| codes::say(self, &folded, depth))
    }

    /// Letters from a to z and apostrophes; `respelled` is for guesses.
    fn say_word(&self, word: &str, respelled: &str, depth: usize) -> Option<(String, Origin)> {
        let bare: String = word.chars().filter(char::is_ascii_alphabetic).collect();
        let lower = word.to_ascii_lowercase();
        if bare.len() <= 1 && word.len() <= 2 {
            return spelled(&bare, self.dialect());
        }
        if word.len() > LONGEST {
            return self.guess(respelled, depth);
        }
        let capitals = bare.len() > 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
        // What is no noun and in capitals is a word that is shouted.
        let initialism = capitals && self.noun;
        let base = initialism::plural(word).or_else(|| word.strip_suffix("'s"));
        if let Some(base) = base.filter(|base| self.is_initialism(base)) {
            let (phonemes, origin) = spelled(base, self.dialect())?;
            return Some((endings::plural(&phonemes, self.dialect()), origin));
        }
        if bare.len() == word.len() && self.is_listed_or_initialism(word, initialism) {
            return spelled(word, self.dialect());
        }
        if let Some(phonemes) = self.known_or_listed(&lower) {
            return Some((phonemes, Origin::Lexicon));
        }
        if let Some(phonemes) = self.derived(word, depth).or_else(|| self.camel(word, depth)) {
            return Some((phonemes, Origin::Rule));
        }
        if bare.len() == word.len() && initialism::is_spelled(word, initialism) {
            return spelled(word, self.dialect());
        }
        self.guess(respelled, depth)
    }

    /// Whether capitals before a plural s are an initialism.
    fn is_initialism(&self, base: &str) -> bool {
        base.bytes().all(|byte| byte.is_ascii_uppercase())
            && base.len() > 1
            && (base.len() < 4 || initialism::is_spelled(base, true))
            && self.data.in_names(&base.to_ascii_lowercase()).is_none()
    }

    /// Whether a word is spelled before any lexicon of names is asked: those have many short words
    /// that happen to be written like initialisms.
    fn is_listed_or_initialism(&self, word: &str, capitals: bool) -> bool {
        let lower = word.to_ascii_lowercase();
        let known = || self.known_form(&lower).is_some();
        let short = capitals && word.len() <= 4;
        (short || initialism::is_in_list(&lower)) && !known() && initialism::is_spelled(word, short)
    }

    /// A word in lower case that misaki's lexicons have, there or with a capital.
    fn known_form(&self, lower: &str) -> Option<String> {
        self.known.get(lower).or_else(|| self.known.get(&capitalized(lower)))
    }

    /// A word in lower case that any lexicon has.
    fn known_or_listed(&self, lower: &str) -> Option<String> {
        self.known_form(lower).or_else(|| self.data.in_lists(lower))
    }

    /// A word that is made of known words.
    fn derived(&self, word: &str, depth: usize) -> Option<String> {
        let lower = word.to_ascii_lowercase();
        let any = &mut |word: &str| self.known_or_listed(word);
        spoken::clipped(&lower, self.dialect(), any)
            .or_else(|| self.inflected(&lower, depth))
            .or_else(|| spoken::stretched(&lower, any))
            .or_else(|| self.composed(word, &lower, depth))
    }

    /// A word in lower case with an ending, or with several.
    fn inflected(&self, lower: &str, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let mut stem =
            |stem: &str| self.known_or_listed(stem).or_else(|| self.inflected(stem, depth));
        endings::inflected(lower, self.dialect(), &mut stem)
    }

    /// A word with a prefix, or a compound. Their parts are words of the language: among the names
    /// that CMUdict has, any name could be found to be a compound.
    fn composed(&self, word: &str, lower: &str, depth: usize) -> Option<String> {
        let part = &mut |part: &str| self.known.get(part);
        let ending = |part: &str| {
            let stem = &mut |stem: &str| self.known.get(stem);
            self.known.get(part).or_else(|| endings::inflected(part, self.dialect(), stem))
        };
        let prefixed = prefixes::prefixed(lower, self.dialect(), &mut |rest| ending(rest));
        if prefixed.is_some() || depth == 0 {
            return prefixed;
        }
        let name = word.starts_with(|first: char| first.is_ascii_uppercase());
        if name && word.len() < SHORTEST_NAME {
            return None;
        }
        compounds::compound(lower, part)
            .or_else(|| compounds::compound(lower, &mut |part| ending(part)))
    }

    /// A word with capitals inside, "GitHub", as its parts.
    fn camel(&self, word: &str, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let inner = word.char_indices().skip(1).find(|&(at, letter)| {
            letter.is_ascii_uppercase() && word.as_bytes()[at - 1].is_ascii_lowercase()
        });
        let (first, rest) = word.split_at(inner?.0);
        let part = |part: &str| Some(self.say(part, depth)?.0);
        Some(compounds::join([part(first)?, part(rest)?]))
    }

    /// A word in lower case that nothing is known of.
    fn guess(&self, lower: &str, depth: usize) -> Option<(String, Origin)> {
        if let (Some(base), Some(depth)) = (lower.strip_suffix("'s"), depth.checked_sub(1)) {
            let (phonemes, origin) = self.say_word(base, base, depth)?;
            return Some((endings::plural(&phonemes, self.dialect()), origin));
        }
        let shortened = spoken::shortened(lower);
        let letters: String = shortened.chars().filter(char::is_ascii_alphabetic).collect();
        let guess = self.data.model.pronounce(&letters)?;
        Some((guess, Origin::Guess))
    }
}

fn spelled(word: &str, dialect: Dialect) -> Option<(String, Origin)> {
    Some((spelling::letters(word, dialect)?, Origin::Letters))
}

fn capitalized(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
