//! Abbreviations by what stands around them: "Dr. Lee", "Sunset Dr.", "etc."

mod streets;
mod table;
mod words;

use crate::Dialect;
use crate::cursor::{Cursor, Match};
use crate::english::neighbours::{self, Next};

use table::Use;

/// An abbreviation at its place in the text.
struct Written<'a> {
    cursor: &'a Cursor<'a>,
    /// Without the full stop.
    word: &'a str,
    /// What is said for it.
    said: &'static str,
    /// Whether a full stop follows.
    stop: bool,
    next: Next<'a>,
}

/// Whether a word, given without a full stop, is in the table of abbreviations.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    table::look_up(word).is_some()
}

/// "Fig. 4": "figure 4". The full stop stays where it ends the sentence.
pub(crate) fn abbreviation(cursor: &Cursor<'_>) -> Option<Match> {
    let word = neighbours::leading_letters(cursor.rest());
    let (said, usage) = table::look_up(word)?;
    if word.len() > 2 && word.ends_with('s') && !word[..word.len() - 1].contains(char::is_lowercase)
    {
        return None; // "HRs" are no hours
    }
    if !neighbours::may_begin(cursor.before()) || cursor.before() == Some('/') {
        return None;
    }
    let after = &cursor.rest()[word.len()..];
    let stop = after.starts_with('.');
    let after = if stop { &after[1..] } else { after };
    if !stop && after.starts_with(['-', '\'', '’', '/', '_', '(', '@', '&', '\\']) {
        return None;
    }
    let next = match Next::of(after) {
        Next::Mark if after.starts_with(|c: char| c.is_alphabetic()) => return None,
        Next::End if !cursor.sees_end() => Next::Mark,
        next => next,
    };
    Written { cursor, word, said, stop, next }.read(usage)
}

impl Written<'_> {
    fn read(&self, usage: Use) -> Option<Match> {
        let next = self.next;
        match usage {
            Use::Last => self.say(self.said, next.is_new_sentence()),
            Use::Noun => self.say(self.said, next.is_likely_sentence()),
            Use::Link => self.say(self.said, next == Next::End),
            Use::Inside => {
                let goes_on = matches!(next, Next::Small(_) | Next::Digit | Next::Mark);
                (self.stop && goes_on && !self.is_capitals()).then(|| self.all(self.said))
            }
            Use::Counted if self.stop => self.counted(),
            Use::Counting => self.counted(),
            Use::Title | Use::Address => self.title(usage == Use::Address),
            Use::Place => {
                let alone = self.stop && self.next == Next::End && self.cursor.before().is_none();
                let named = self.next.is_name() && !self.follows_digit();
                let proper = neighbours::is_title_case(self.word) && (named || alone);
                proper.then(|| self.say(self.said, alone)).flatten()
            }
            Use::Company => {
                let named = neighbours::is_capitalized(self.word) && self.follows_name();
                named.then(|| self.say(self.said, next.is_likely_sentence())).flatten()
            }
            Use::After => {
                let clear = self.stop && self.word != "Mts" || self.follows_name();
                let named = neighbours::is_title_case(self.word) && clear;
                named.then(|| self.say(self.said, next.is_likely_sentence())).flatten()
            }
            Use::Street => self.street(),
            Use::Special => self.special(),
            Use::Counted => None,
        }
    }

    /// `said` for the abbreviation and its full stop.
    fn all(&self, said: &str) -> Match {
        self.words(self.word.len() + usize::from(self.stop), said)
    }

    /// `said` for the abbreviation, and for its full stop unless this ends the sentence.
    fn say(&self, said: &str, ends: bool) -> Option<Match> {
        let stop = usize::from(self.stop && !ends);
        Some(self.words(self.word.len() + stop, said))
    }

    /// `said` for `len` bytes, with a capital where it begins a sentence as the abbreviation does.
    fn words(&self, len: usize, said: &str) -> Match {
        let first = neighbours::is_title_case(self.word)
            && said.starts_with(|c: char| c.is_ascii_lowercase())
            && neighbours::starts_sentence(self.cursor.past())
            && !neighbours::words_back(self.cursor.past()).next().is_some_and(is_abbreviation);
        if first {
            return Match::words(len, &format!("{}{}", said[..1].to_ascii_uppercase(), &said[1..]));
        }
        Match::words(len, said)
    }

    /// "Fig. 4", "vol. II", "App. B": what is counted.
    fn counted(&self) -> Option<Match> {
        let after = self.cursor.rest()[self.word.len()..].trim_start_matches(['.', ' ', '#']);
        let token =
            &after[..after.find([' ', ',', '.', ';', ':', ')', '-', '–']).unwrap_or(after.len())];
        let roman = !token.is_empty()
            && self.word != "P"
            && token.bytes().all(|b| b"IVXLivxl".contains(&b));
        let letter = token.len() == 1
            && self.word != "P"
            && token.starts_with(|c: char| c.is_ascii_uppercase());
        let capital = token.starts_with(|c: char| c.is_ascii_uppercase())
            && token.contains(|c: char| c.is_ascii_digit());
        let number = token.starts_with(|c: char| c.is_ascii_digit());
        let counts = number || (self.stop && (roman || letter && token != "I" || capital));
        (counts && !self.follows_digit()).then(|| self.all(self.said))
    }

    /// "Gen. Lee", "Mr Lee", "Prof." alone.
    fn title(&self, bare: bool) -> Option<Match> {
        let named = match self.next {
            Next::Capital(name) if self.stop => !neighbours::is_starter(name) || bare,
            Next::Capital(name) => {
                let british = self.cursor.dialect == Dialect::British
                    && !neighbours::is_capitalized(self.cursor.previous_word());
                let name_like = neighbours::is_title_case(name) && !neighbours::is_starter(name);
                (bare || british) && name_like && name != "Alpha"
            }
            Next::End => self.stop && self.cursor.past().trim().is_empty(),
            _ => false,
        };
        let lower = bare && self.stop && !self.is_capitals();
        if !(neighbours::is_title_case(self.word) || lower) || !named && !self.before_title() {
            return None;
        }
        let said = match self.said {
            "Honorable" if self.cursor.dialect == Dialect::British => "Honourable",
            said => said,
        };
        self.say(said, self.next == Next::End)
    }

    /// "Rev. and Mrs. Day": a long title with a full stop, before no name.
    fn before_title(&self) -> bool {
        let long = self.said.len() > 6 && matches!(self.next, Next::Small(_) | Next::Mark);
        let slash = self.cursor.rest()[self.word.len()..].starts_with("./");
        let after = self.cursor.rest()[self.word.len()..].trim_start_matches(['.', ' ']);
        let pair = slash
            || after.starts_with('&')
            || matches!(self.next, Next::Small("and" | "or") | Next::Capital("Mrs" | "Ms"));
        self.stop && (long || pair) && neighbours::is_title_case(self.word)
    }

    /// Whether a word with a capital stands before, perhaps with a comma: "Acme, Inc."
    fn follows_name(&self) -> bool {
        let past = self.cursor.past().trim_end_matches([' ', ',']);
        if past.ends_with('&') {
            return true;
        }
        if past.ends_with([';', ':', '!', '?']) {
            return false;
        }
        neighbours::words_back(past)
            .next()
            .is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
    }

    fn follows_digit(&self) -> bool {
        let past = self.cursor.past().trim_end_matches([' ', '-']);
        past.ends_with(|c: char| c.is_numeric()) && past.len() < self.cursor.past().len()
    }

    /// Whether the abbreviation is written in capitals, as initials are.
    fn is_capitals(&self) -> bool {
        self.word.len() > 1 && !self.word.contains(|c: char| c.is_ascii_lowercase())
    }
}

#[cfg(test)]
mod tests;
