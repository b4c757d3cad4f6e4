//! Where the entries of a lexicon stand in a text.

use std::cmp::Reverse;
use std::ops::Range;

use regex::Regex;

use super::entry::{Entry, Pattern, Template};
use super::fold::{folded, is_inside_word, possessive};
use super::ipa;
use super::keys::Keys;
use super::language::{Kind, separates_words, serves};
use super::lexicon::UserLexicon;
use super::search::Search;

/// A lexicon made ready for the texts of one language. It does not change and may be shared between
/// threads.
#[derive(Debug)]
pub struct Matcher {
    kind: Kind,
    /// In the order of precedence: where several match the same bytes, the first wins.
    entries: Vec<Entry>,
    /// Numbers of entries by their words.
    exact: Keys,
    ignoring_case: Keys,
    /// The regular expressions, with the numbers of their entries.
    regexes: Vec<(usize, Regex)>,
}

/// A part of a text that a lexicon says how to read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// What is read.
    pub replacement: Replacement,
}

/// What is read instead of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replacement {
    /// These phonemes: symbols of [`crate::SYMBOLS`] only, of which at least one sounds.
    Phonemes(String),
    /// This text, which is not blank.
    Respelling(String),
}

impl Replacement {
    fn is_blank(&self) -> bool {
        match self {
            Self::Phonemes(read) | Self::Respelling(read) => read.trim().is_empty(),
        }
    }
}

impl Matcher {
    /// The entries of `lexicon` for the language with tag `language`, as `en-us`.
    pub fn new(lexicon: &UserLexicon, language: &str) -> Self {
        let kind = Kind::of(language);
        let mut entries: Vec<Entry> = lexicon
            .entries
            .iter()
            .filter(|entry| entry.language.is_none_or(|tag| serves(tag, language)))
            .cloned()
            .collect();
        entries.sort_by_key(|entry| Reverse(precedence(entry)));
        for entry in &mut entries {
            if let Template::Phonemes(phonemes) = &mut entry.template {
                *phonemes = ipa::for_language(phonemes, kind);
            }
        }
        let regexes = (0..).zip(&entries).filter_map(|(number, entry)| match &entry.pattern {
            Pattern::Literal(_) => None,
            Pattern::Regex { words, .. } if separates_words(language) => {
                Some((number, words.clone()))
            }
            Pattern::Regex { plain, .. } => Some((number, plain.clone())),
        });
        Self {
            kind,
            exact: keys(&entries, true),
            ignoring_case: keys(&entries, false),
            regexes: regexes.collect(),
            entries,
        }
    }

    /// Whether it has no entry, so that it matches nothing.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The matches in `text`, in order, without overlap: always the one that begins first; of those
    /// that begin together the longest; and of equally long ones the one with precedence, which the
    /// [module](super) describes. The time is linear in the length of the text.
    pub fn matches(&self, text: &str) -> Vec<Match> {
        let searches = self.regexes.iter().map(|(_, regex)| Search::new(regex, text));
        let mut searches: Vec<Search<'_>> = searches.collect();
        let mut matches = Vec::new();
        let mut at = 0;
        while let Some(candidate) = self.candidate(text, at, &mut searches) {
            let found = self.found(text, candidate, &searches);
            at = found.range.end;
            // A respelling may consist of groups that matched nothing.
            if !found.replacement.is_blank() {
                matches.push(found);
            }
        }
        matches
    }

    /// The first match at or after `at`.
    fn candidate(&self, text: &str, at: usize, searches: &mut [Search<'_>]) -> Option<Candidate> {
        let regexes = self.regexes.iter().zip(searches).enumerate();
        let by_regex = regexes.filter_map(|(search, ((entry, _), state))| {
            Some(Candidate { range: state.next(at)?, entry: *entry, search: Some(search) })
        });
        let best = by_regex.min_by_key(Candidate::order);
        let last = best.as_ref().map_or(text.len(), |best| best.range.start);
        // Words that begin later than the best of the regular expressions need not be looked up.
        let places = text[at..].char_indices().map(|(place, _)| at + place);
        let literal =
            places.take_while(|place| *place <= last).find_map(|place| self.literal(text, place));
        best.into_iter().chain(literal).min_by_key(Candidate::order)
    }

    /// The longest word or phrase of the lexicon that begins at `at`.
    fn literal(&self, text: &str, at: usize) -> Option<Candidate> {
        let apostrophes = self.kind.is_english();
        // No word begins with white space, of which a text may have much.
        if text[at..].starts_with(char::is_whitespace) || is_inside_word(text, at, apostrophes) {
            return None;
        }
        let longest = |keys: &Keys, exact| {
            let mut folding = folded(text, at, exact);
            let mut cursor = keys.all();
            let mut step = String::new();
            let mut found = None;
            while let Some(end) = folding.next_into(&mut step) {
                if !cursor.read(&step) {
                    break;
                }
                step.clear();
                if let Some(entry) = cursor.found()
                    && !is_inside_word(text, end, apostrophes)
                {
                    found = Some(Candidate { range: at..end, entry, search: None });
                }
            }
            found
        };
        let both = [longest(&self.exact, true), longest(&self.ignoring_case, false)];
        both.into_iter().flatten().min_by_key(Candidate::order)
    }

    /// What is read for `candidate`, together with an ending 's of English.
    fn found(&self, text: &str, candidate: Candidate, searches: &[Search<'_>]) -> Match {
        let Candidate { mut range, entry, search } = candidate;
        let ending = self.kind.is_english().then(|| possessive(&text[range.end..])).flatten();
        let replacement = match (&self.entries[entry].template, search, ending) {
            (Template::Phonemes(phonemes), _, None) => Replacement::Phonemes(phonemes.clone()),
            (Template::Phonemes(phonemes), _, Some(_)) => {
                Replacement::Phonemes(ipa::with_possessive(phonemes.clone(), self.kind))
            }
            (Template::Respelling(template), search, ending) => {
                let mut text = match search {
                    Some(search) => searches[search].expand(template, &range),
                    None => template.clone(),
                };
                if ending.is_some() {
                    text.push_str("'s");
                }
                Replacement::Respelling(text)
            }
        };
        range.end += ending.unwrap_or(0);
        Match { range, replacement }
    }
}

/// A match, before it is known what is read.
struct Candidate {
    range: Range<usize>,
    /// The number of its entry.
    entry: usize,
    /// The number of its search, if its entry has a regular expression.
    search: Option<usize>,
}

impl Candidate {
    /// The least is taken: the first, of these the longest, of these the first by precedence.
    fn order(&self) -> (usize, Reverse<usize>, usize) {
        (self.range.start, Reverse(self.range.end), self.entry)
    }
}

fn keys(entries: &[Entry], exact: bool) -> Keys {
    let word = |(number, entry): (usize, &Entry)| match &entry.pattern {
        Pattern::Literal(word) if entry.exact == exact => Some((word.clone(), number)),
        _ => None,
    };
    Keys::new(entries.iter().enumerate().filter_map(word).collect())
}

/// Of two entries that match the same bytes, the one with the greater value wins.
fn precedence(entry: &Entry) -> (bool, bool, usize, usize, usize) {
    let literal = matches!(entry.pattern, Pattern::Literal(_));
    let (file, number) = entry.order;
    (literal, entry.exact, file, entry.language.map_or(0, str::len), number)
}
