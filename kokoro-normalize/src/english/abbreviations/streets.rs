//! "St. Mary" and "Main St.", "Dr. Lee" and "Sunset Dr.", and other parts of addresses.

use crate::cursor::Match;
use crate::english::neighbours::{self, Next};

use super::Written;

/// Words with a capital that stand before a title and are no names of streets.
#[rustfmt::skip]
const NO_STREETS: [&str; 44] = [
    "After", "And", "April", "As", "Ask", "At", "August", "But", "By", "Call", "Dear", "December",
    "February", "For", "Friday", "From", "Hello", "Hey", "Hi", "If", "In", "Is", "January", "July",
    "June", "March", "May", "Meet", "Monday", "My", "November", "October", "Our", "Saturday",
    "See", "September", "Sunday", "Thanks", "The", "Thursday", "Tuesday", "Wednesday", "When",
    "With",
];

/// Names of streets after which "St." is no saint, whatever follows.
#[rustfmt::skip]
const STREETS: [&str; 16] = [
    "Baker", "Bond", "Bourbon", "Canal", "Cedar", "Downing", "Elm", "Fleet", "High", "Main",
    "Maple", "Market", "Oxford", "Pine", "Sesame", "Wall",
];

impl Written<'_> {
    /// "St. Mary", "Main St.", "5th St."
    pub(super) fn saint_or_street(&self) -> Option<Match> {
        if self.is_capitals() || !(self.stop || neighbours::is_capitalized(self.word)) {
            let ordinal = !self.stop && self.follows_ordinal() && self.word == "st";
            return ordinal.then(|| self.all("Street"));
        }
        let next_street = matches!(self.next, Next::Capital("St" | "Saint"));
        let name = match self.next {
            Next::Capital(name) => neighbours::is_title_case(name) && !neighbours::is_starter(name),
            _ => false,
        };
        if self.follows_ordinal() || self.follows_house_number() {
            return self.say("Street", self.next.is_new_sentence() && !self.in_address());
        }
        let known = STREETS.contains(&self.cursor.previous_word());
        if name && !next_street && !known && neighbours::is_capitalized(self.word) {
            return Some(self.all("Saint"));
        }
        if (known || self.follows_street_name()) && self.word == "St" {
            return self.say("Street", self.next.is_likely_sentence());
        }
        let alone = self.stop && neighbours::is_capitalized(self.word);
        (alone && self.next == Next::Mark).then(|| self.all("Saint"))
    }

    /// "Dr. Lee", "Sunset Dr."
    pub(super) fn doctor_or_drive(&self) -> Option<Match> {
        if self.is_capitals() || !(self.stop || self.word == "Dr") {
            return None;
        }
        let name = match self.next {
            Next::Capital(name) => !neighbours::is_starter(name) || matches!(name, "No" | "Who"),
            _ => false,
        };
        let article = matches!(self.cursor.previous_word(), "the" | "a" | "my" | "your" | "our");
        if self.word == "dr" && article {
            return self.say("Doctor", self.next.is_new_sentence());
        }
        if self.word == "Dr" && self.follows_house_number() {
            return self.say("Drive", self.next.is_new_sentence());
        }
        if name {
            return Some(self.all("Doctor"));
        }
        if self.word == "Dr" && self.follows_street_name() {
            return self.say("Drive", self.next.is_likely_sentence());
        }
        self.say("Doctor", self.next.is_likely_sentence())
    }

    /// "Sault Ste. Marie", "Ste. 200".
    pub(super) fn suite(&self) -> Option<Match> {
        if self.word != "Ste" {
            return None;
        }
        match self.next {
            Next::Digit => Some(self.all("Suite")),
            Next::Capital(letter) if letter.len() == 1 => Some(self.all("Suite")),
            Next::Capital(_) if self.next.is_name() => Some(self.all("Sainte")),
            _ => None,
        }
    }

    /// "Elm Ave.", "Abbey Rd", "Oak Ct" after the number of a house.
    pub(super) fn street(&self) -> Option<Match> {
        let house = self.follows_house_number();
        let doubtful = matches!(self.word, "Ct" | "Pl" | "Sq" | "Ln" | "ct" | "pl" | "ln");
        let named = house || self.follows_ordinal() || self.follows_street_name();
        let proper = neighbours::is_title_case(self.word) || (house && !self.is_capitals());
        if !named || !proper || doubtful && !house && !self.stop {
            return None;
        }
        self.say(self.said, self.next.is_likely_sentence())
    }

    /// Whether an address goes on: "5th St. NW", "Elm St. Apt. 4".
    fn in_address(&self) -> bool {
        matches!(
            self.next,
            Next::Capital(
                "NW" | "NE" | "SW" | "SE" | "N" | "S" | "E" | "W" | "Apt" | "Suite" | "Ste"
            )
        )
    }

    /// "5th", "42nd" stands before.
    pub(super) fn follows_ordinal(&self) -> bool {
        let past = self.cursor.past();
        past.ends_with(' ')
            && neighbours::words_back(past).next().is_some_and(|word| {
                let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                let end = word[digits.len()..].to_ascii_lowercase();
                digits.ends_with(|c: char| c.is_ascii_digit())
                    && matches!(end.as_str(), "st" | "nd" | "rd" | "th")
            })
    }

    /// A word with a capital stands before that may be the name of a street.
    fn follows_street_name(&self) -> bool {
        let past = self.cursor.past();
        let Some(raw) = past.split_whitespace().next_back() else { return false };
        let plain = past.ends_with(' ') && !raw.ends_with([',', ';', ':', '!', '?', '.', '"', '”']);
        let word = raw.trim_start_matches(['(', '"', '“', '‘', '\'']);
        plain && neighbours::is_title_case(word) && !NO_STREETS.contains(&word)
    }

    /// The number of a house and one to four words with capitals stand before: "12 E Oak".
    pub(super) fn follows_house_number(&self) -> bool {
        let past = self.cursor.past();
        if !past.ends_with(' ') {
            return false;
        }
        for (at, word) in past.split_whitespace().rev().take(5).enumerate() {
            if word.bytes().all(|b| b.is_ascii_digit()) {
                return at > 0 && word.len() <= 5;
            }
            let name = word.trim_end_matches('.').chars().all(|c| c.is_alphanumeric() || c == '\'');
            if !name || !word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
                return false;
            }
        }
        false
    }
}
