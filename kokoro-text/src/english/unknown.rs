//! Words that the engine does not know: looked up in parts, and at last spelled.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::English;
use crate::Error;
use crate::spelling::abbreviation;

/// The shortest part of a compound ("live" + "streamed") that is looked up by itself.
const MIN_PART: usize = 4;

/// The longest word that may be a compound.
const MAX_COMPOUND: usize = 32;

/// The longest number that is read as one: the engine counts to the quintillions.
const MAX_DIGITS: usize = 18;

/// The most runs that a token may have for each to be looked up by itself. A token of more runs is
/// not a word but a code, and is spelled.
const MAX_RUNS: usize = 12;

impl English {
    /// Pronounces what the engine does not know, run by run: words, numbers, signs.
    pub(super) fn unknown(&self, token: &str, unknown: &mut Vec<String>) -> Result<String, Error> {
        let mut said: Vec<String> = Vec::new();
        let mut spelled = false;
        let mut runs = runs(token);
        if runs.len() > MAX_RUNS {
            said.push(self.spell(token, &mut spelled));
            runs.clear();
        }
        for (at, run) in runs.iter().enumerate() {
            said.push(match run.chars().next() {
                Some(c) if c.is_alphabetic() => self.word(run, runs.len() == 1, &mut spelled)?,
                Some(c) if c.is_ascii_digit() => self.number(run, at > 0, &mut spelled)?,
                // A dot is said inside an address or a version, and is silent at the end of an
                // abbreviation.
                Some('.') if at == 0 || at + 1 == runs.len() => String::new(),
                Some(c) => self.names().name(c).unwrap_or_default().to_owned(),
                None => String::new(),
            });
        }
        said.retain(|phonemes| !phonemes.is_empty());
        if spelled || said.is_empty() && token.contains(char::is_alphanumeric) {
            unknown.push(token.to_owned());
        }
        Ok(said.join(" "))
    }

    /// Pronounces digits. Three digits that follow other characters, as in "A380", are read as
    /// "three eighty", as upstream does.
    fn number(&self, digits: &str, inner: bool, spelled: &mut bool) -> Result<String, Error> {
        let known = match digits.as_bytes() {
            [_] => Some(self.names().spell(digits)),
            _ if digits.len() > MAX_DIGITS => None,
            [_, b'1'..=b'9', _] if inner => {
                self.known(&format!("{} {}", &digits[..1], &digits[1..]))?
            }
            _ => self.known(digits)?,
        };
        Ok(known.unwrap_or_else(|| self.spell(digits, spelled)))
    }

    /// Pronounces a word that the engine does not know as such: by its name, as an abbreviation, by
    /// its parts, without its accents, or spelled, which sets `spelled`. `whole` says that the
    /// engine was asked for exactly this word.
    fn word(&self, word: &str, whole: bool, spelled: &mut bool) -> Result<String, Error> {
        if word.chars().count() == 1 {
            // The name of a single letter is its pronunciation, and not reported as spelled.
            return Ok(self.names().spell(word));
        }
        let known = match abbreviation(word) {
            Some(full) => self.known(full)?,
            None if whole => None,
            None => self.known(word)?,
        };
        if let Some(phonemes) = known {
            return Ok(phonemes);
        }
        if let Some(at) = word.rfind(['\'', '’']).filter(|at| *at > 0) {
            let (stem, suffix) =
                (self.word(&word[..at], false, spelled)?, word[at..].replace('’', "'"));
            return match self.contraction(&stem, &suffix) {
                Some(phonemes) => Ok(phonemes),
                None => Ok(stem + &self.word(&suffix[1..], false, spelled)?),
            };
        }
        let plain: String = word.nfd().filter(|c| !is_combining_mark(*c)).collect();
        if plain != word {
            return self.word(&plain, false, spelled);
        }
        Ok(self.compound(word).unwrap_or_else(|| self.spell(word, spelled)))
    }

    /// The names of the characters of `word`; sets `spelled`, so that the token is reported.
    fn spell(&self, word: &str, spelled: &mut bool) -> String {
        *spelled = true;
        self.names().spell(word)
    }

    /// `stem` with what follows an apostrophe.
    fn contraction(&self, stem: &str, suffix: &str) -> Option<String> {
        match suffix {
            "'s" => Some(self.engine.lexicon.append_s(stem)),
            "'ve" => Some(format!("{stem}əv")),
            "'d" => Some(format!("{stem}əd")),
            "'ll" => Some(format!("{stem}əl")),
            _ => None,
        }
    }

    /// Pronounces `word` as two words that the lexicon knows, the second with secondary stress.
    fn compound(&self, word: &str) -> Option<String> {
        let lower =
            (word.is_ascii() && word.len() <= MAX_COMPOUND).then(|| word.to_ascii_lowercase())?;
        let part = |part: &str| {
            self.engine.lexicon.get_word(part, "NN", None, None).map(|(phonemes, _)| phonemes)
        };
        let cuts = (MIN_PART..lower.len().saturating_sub(MIN_PART - 1)).rev();
        cuts.map(|cut| lower.split_at(cut)).find_map(|(first, second)| {
            Some(format!("{}{}", part(first)?, part(second)?.replace('ˈ', "ˌ")))
        })
    }
}

/// Runs of one kind in a token: words with inner apostrophes, split at camel case; digits with
/// inner `.` and `,`; signs.
fn runs(token: &str) -> Vec<&str> {
    let chars: Vec<char> = token.chars().collect();
    let kind = |at: usize| chars.get(at).map(|c| kind(*c));
    let is_inner = |at: usize| {
        let both =
            |wanted: Kind| at > 0 && kind(at - 1) == Some(wanted) && kind(at + 1) == Some(wanted);
        match chars[at] {
            '\'' | '’' => both(Kind::Letter),
            '.' | ',' => both(Kind::Digit),
            _ => false,
        }
    };
    let joins = |at: usize| match (kind(at - 1), kind(at)) {
        _ if is_inner(at) || is_inner(at - 1) => true,
        (Some(Kind::Letter), Some(Kind::Letter)) => {
            !(chars[at - 1].is_lowercase() && chars[at].is_uppercase())
        }
        (before, after) => before == after && after == Some(Kind::Digit),
    };
    let mut runs = Vec::new();
    let mut start = 0;
    for (at, (offset, _)) in token.char_indices().enumerate().skip(1) {
        if !joins(at) {
            runs.push(&token[start..offset]);
            start = offset;
        }
    }
    runs.push(&token[start..]);
    runs
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Letter,
    Digit,
    Sign,
}

fn kind(c: char) -> Kind {
    match c {
        _ if c.is_alphabetic() => Kind::Letter,
        _ if c.is_ascii_digit() => Kind::Digit,
        _ => Kind::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_words_numbers_and_signs() {
        let split = |token: &'static str| runs(token);
        assert_eq!(split("camelCase's"), ["camel", "Case's"]);
        assert_eq!(split("v2.0.1"), ["v", "2.0.1"]);
        assert_eq!(split("3:45pm"), ["3", ":", "45", "pm"]);
        assert_eq!(split("'a.b'"), ["'", "a", ".", "b", "'"]);
        assert_eq!(split("1,234."), ["1,234", "."]);
        assert_eq!(split("é"), ["é"]);
    }
}
