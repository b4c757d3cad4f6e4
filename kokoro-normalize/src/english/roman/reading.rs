//! How a numeral is read by the words around it.

use super::{names, numerals};
use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::english::numbers;

/// A numeral at its place in the text.
pub(super) struct Numeral<'a> {
    pub(super) cursor: &'a Cursor<'a>,
    /// In capitals.
    pub(super) letters: String,
    /// Its length in the text.
    pub(super) len: usize,
    pub(super) value: u16,
    /// The word before the numeral, or before all the numerals of a list: "Parts II and III".
    pub(super) noun: &'a str,
    /// The text up to the end of that word.
    pub(super) past: &'a str,
    /// Whether a hyphen and a word follow: "Louis XIV-style".
    pub(super) joined: bool,
    /// Whether a full stop stands between: "Vol. II", or the end of a sentence.
    pub(super) stop: bool,
}

impl Numeral<'_> {
    pub(super) fn read(&self) -> Option<Match> {
        let next = self.cursor.next_word(self.len);
        if self.is_listed() {
            return Some(self.cardinal());
        }
        let single = self.letters.len() == 1;
        let medical = ["drip", "fluid", "fluids", "line", "bag", "therapy", "pump", "infusion"];
        if medical.contains(&next) {
            return None;
        }
        if names::is_age(next) && (!single || matches!(next, "Corps" | "century")) {
            return Some(self.ordinal(false));
        }
        if self.is_counted() && self.is_count(next) {
            return Some(self.cardinal());
        }
        if self.is_ruler() && (!single || self.is_single_of_ruler(next)) {
            return Some(self.ordinal(true));
        }
        if self.letters.len() > 3 && self.letters.starts_with('M') && self.value > 1100 {
            return Some(self.say(&self.year()));
        }
        (!self.joined && (self.is_clear(next) || self.is_heading())).then(|| self.cardinal())
    }

    /// One of a list of numerals, of which at least one is no single letter: "I, II, and III".
    fn is_listed(&self) -> bool {
        let bare = |text: &str| -> usize {
            text.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(text.len())
        };
        let after = &self.cursor.rest()[self.len..];
        let joined = [", and ", " and ", ", or ", " or ", ", "];
        let following = joined.iter().find_map(|join| after.strip_prefix(join)).unwrap_or("");
        let following = &following[..bare(following)];
        let past = self.cursor.past();
        let before = joined.iter().find_map(|join| past.strip_suffix(join)).unwrap_or("");
        let before = &before[before.trim_end_matches(|c: char| c.is_ascii_uppercase()).len()..];
        let value = |token: &str| numerals::value(token).filter(|_| token.len() < 6);
        value(following) == Some(self.value + 1)
            || value(before) == Some(self.value.max(1) - 1) && self.value > 1
    }

    /// What the word before names is counted; with a full stop it is short: "Vol. II".
    fn is_counted(&self) -> bool {
        names::is_counted(self.noun) && (!self.stop || self.noun.len() <= 4)
    }

    /// One of the characters for numerals is always a number.
    pub(super) fn read_characters(&self) -> Match {
        if self.is_ruler() && !names::is_counted(self.noun) {
            self.ordinal(true)
        } else {
            self.cardinal()
        }
    }

    /// Whether what follows "Part" or "Type" is a number. A single letter may be a name, and "I"
    /// may begin a clause: "the part I like", "Part I Want".
    fn is_count(&self, next: &str) -> bool {
        let after = &self.cursor.rest()[self.len..];
        match self.letters.as_str() {
            "C" | "D" | "L" | "M" => false,
            "I" if matches!(self.noun, "No" | "no" | "number" | "case" | "Case") => false,
            "I" if neighbours::is_capitalized(self.noun) => {
                let follows = ["of", "and", "or", "to", "through", "is", "was", "in", "for"];
                let clinical = ["trial", "trials", "clinical", "study", "diabetes", "error"];
                let ends = next.is_empty() || neighbours::is_capitalized(next);
                let middle =
                    !neighbours::starts_sentence(&self.past[..self.past.len() - self.noun.len()]);
                ends || follows.contains(&next) || clinical.contains(&next) || middle
            }
            "I" => {
                let kinds = ["trial", "trials", "clinical", "study", "diabetes", "error", "of"];
                let marks = after.is_empty() || after.starts_with([',', '.', ';', ':', ')', '-']);
                marks || kinds.contains(&next) || self.is_in_list(next)
            }
            _ => true,
        }
    }

    /// "type I and II": a numeral follows after the joining word.
    fn is_in_list(&self, next: &str) -> bool {
        let after = self.cursor.rest()[self.len..].trim_start();
        let token = after.strip_prefix(next).unwrap_or("").trim_start();
        let end = token.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(token.len());
        matches!(next, "and" | "or" | "to") && numerals::value(&token[..end]).is_some()
    }

    /// Small letters are numerals only after a counted word: "chapter iv", "page xi".
    pub(super) fn is_small_number(&self) -> bool {
        let after = &self.cursor.rest()[self.len..];
        let ends = after.is_empty() || after.starts_with([',', '.', ';', ':', ')', '–', '-']);
        self.is_counted() && (self.letters.len() > 1 || ends && self.letters != "L")
    }

    /// The name of a ruler stands before, or a title and names.
    fn is_ruler(&self) -> bool {
        if self.value > 40 || self.stop {
            return false;
        }
        let bare = |word: &'_ str| title_case(word.trim_matches(|c: char| !c.is_alphanumeric()));
        let ends = |word: &str| word.len() > 2 && word.ends_with(['.', ',', ';', '!', '?', ':']);
        let mut names = self
            .past
            .split_whitespace()
            .rev()
            .take(4)
            .enumerate()
            .take_while(|(at, word)| *at == 0 || !ends(word))
            .map(|(_, word)| bare(word))
            .take_while(|word| {
                neighbours::is_capitalized(word) || matches!(word.as_str(), "of" | "the")
            });
        let Some(last) = names.next() else { return false };
        let named = names::is_ruler(&last);
        let person = |word: String| {
            names::is_title(&word)
                || names::is_ruler(&word)
                || ["Sam", "Ken", "Ted", "Hank", "Thurston", "Thomas", "Walter"].contains(&&*word)
        };
        (named || person(last) || names.any(person)) && !self.noun.is_empty()
    }

    /// "Elizabeth I", "Charles V": a single letter after the name of a ruler is his number, unless
    /// it is the word: "when I saw James I was glad".
    fn is_single_of_ruler(&self, next: &str) -> bool {
        match self.letters.as_str() {
            "V" => true,
            "X" => self.noun != "Malcolm",
            "I" => {
                let after = &self.cursor.rest()[self.len..];
                let marks = after.is_empty() || !after.starts_with(' ');
                let follows =
                    ["of", "died", "ruled", "reigned", "became", "succeeded", "followed", "who"];
                let titled = neighbours::words_back(self.past).skip(1).take(3).any(names::is_title);
                let verb = ["was", "is", "had", "and"].contains(&next);
                let first = self.past[..self.past.len() - self.noun.len()].trim_end();
                let subject = neighbours::starts_sentence(first);
                let owned = ["of", "under", "King", "Queen", "Pope"]
                    .iter()
                    .any(|word| first.ends_with(word));
                marks || follows.contains(&next) || titled || owned || verb && subject
            }
            _ => false,
        }
    }

    /// Whether a numeral without a known word before it is a number: "Rocky IV", "XIV".
    fn is_clear(&self, next: &str) -> bool {
        let small = self.letters.bytes().all(|b| b"IVX".contains(&b)) && self.value < 40;
        let clear = self.letters.len() > 2 && self.letters != "XXX";
        let named = neighbours::is_title_case(self.noun)
            && !neighbours::is_starter(self.noun)
            && !self.stop;
        let more = neighbours::is_capitalized(next) && !neighbours::is_starter(next);
        small && self.letters.len() > 1 && (clear || named && !more || named && self.value == 2)
    }

    /// A numeral alone, or as the number of a heading: "IV", "IV. The Storm".
    fn is_heading(&self) -> bool {
        if !self.cursor.past().trim().is_empty() || self.value > 50 {
            return false;
        }
        let after = self.cursor.rest()[self.len..].trim_end();
        let alone = matches!(after, "" | "." | ":" | ")");
        let titled = after.strip_prefix(['.', ':']).is_some_and(|title| {
            let mut letters = title.trim_start().chars();
            let initial =
                letters.next().is_some_and(char::is_uppercase) && letters.next() != Some('.');
            title.starts_with(' ') && initial
        });
        let word = matches!(self.letters.as_str(), "XL" | "L" | "C");
        let letter = self.letters.len() == 1;
        !word && (alone && !letter || titled && self.letters != "L")
    }

    pub(super) fn cardinal(&self) -> Match {
        self.say(&numbers::cardinal(&self.value.to_string(), self.cursor.dialect))
    }

    /// "the eighth" after a name, "eighth" before a noun.
    fn ordinal(&self, named: bool) -> Match {
        let ordinal = numbers::ordinal(&self.value.to_string(), self.cursor.dialect);
        let the = named && !self.cursor.past().trim_end().ends_with(" the");
        self.say(&if the { format!("the {ordinal}") } else { ordinal })
    }

    fn year(&self) -> String {
        let say = |number: u16| numbers::cardinal(&number.to_string(), self.cursor.dialect);
        match (self.value / 100, self.value % 100) {
            (20, 0..10) => say(self.value),
            (century, 0) => format!("{} hundred", say(century)),
            (century, year @ 1..10) => format!("{} oh {}", say(century), say(year)),
            (century, year) => format!("{} {}", say(century), say(year)),
        }
    }

    fn say(&self, words: &str) -> Match {
        Match::words(self.len, words)
    }
}

/// "HENRY" is "Henry".
fn title_case(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter();
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}
