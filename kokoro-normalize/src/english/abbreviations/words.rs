//! Abbreviations that are something else in other places: "No. 5" and "No.", "ed.", "est."

use crate::Dialect;
use crate::cursor::Match;
use crate::english::neighbours::{self, Next};

use super::Written;

impl Written<'_> {
    pub(super) fn special(&self) -> Option<Match> {
        match self.word.to_ascii_lowercase().as_str() {
            "st" => self.saint_or_street(),
            "dr" => self.doctor_or_drive(),
            "ste" => self.suite(),
            "no" | "nos" => self.number(),
            "co" => self.company(),
            "sr" => self.senior(),
            "ed" | "eds" => self.edition(),
            "est" => self.established(),
            "eg" | "ie" => self.latin(),
            "c" | "ca" => self.circa(),
            "b" | "d" | "r" => self.life(),
            "v" => self.versus(),
            "al" => self.others(),
            "pt" => self.part(),
            "rt" => match self.next {
                Next::Capital("Hon") => Some(self.all("Right")),
                _ if self.stop => self.counted(),
                _ => None,
            },
            "ft" | "feat" => self.fort(),
            "fl" => self.floor(),
            _ => None,
        }
    }

    /// "No. 5"; never "no. 5 people came" after "is", nor the word alone.
    fn number(&self) -> Option<Match> {
        let after = self.cursor.rest()[self.word.len()..].trim_start_matches(['.', ' ']);
        let digit = after.starts_with(|c: char| c.is_ascii_digit());
        let answers = ["is", "was", "said", "says", "answered", "replied", "say", "a"];
        let answer = answers.contains(&self.cursor.previous_word());
        let british = self.cursor.dialect == Dialect::British && self.word == "No";
        (digit && !answer && (self.stop || british || self.word == "Nos"))
            .then(|| self.all(self.said))
    }

    /// "Bolt & Co.", "Nut Co."; in Irish and British counties "Co. Kerry".
    fn company(&self) -> Option<Match> {
        const COUNTIES: [&str; 12] = [
            "Antrim", "Armagh", "Clare", "Cork", "Donegal", "Down", "Durham", "Galway", "Kerry",
            "Mayo", "Tyrone", "Wicklow",
        ];
        if self.word != "Co" {
            return None;
        }
        if matches!(self.next, Next::Capital(name) if COUNTIES.contains(&name)) {
            return Some(self.all("County"));
        }
        let past = self.cursor.past().trim_end();
        let joined = past.ends_with('&') || self.cursor.previous_word() == "and";
        let named = joined || self.stop && self.follows_name();
        named.then(|| self.say(self.said, self.next.is_likely_sentence())).flatten()
    }

    /// "Ken Griffey Sr."; before a name it is a sister: "Sr. Mary".
    fn senior(&self) -> Option<Match> {
        if self.word != "Sr" {
            return None;
        }
        if self.follows_name() || self.stop && matches!(self.next, Next::Small(_)) {
            return self.say("Senior", self.next.is_likely_sentence());
        }
        match self.next {
            Next::Capital(name) if self.stop && !neighbours::is_starter(name) => {
                let given = name.ends_with(['a', 'e', 's', 'y', 'h', 't']);
                let job = ["Engineer", "Vice", "Associate", "State", "Site", "Executive"];
                let office = name.len() > 8 || job.contains(&name);
                Some(self.all(if given && !office { "Sister" } else { "Senior" }))
            }
            _ => None,
        }
    }

    /// "2nd ed.", "(eds.)", "ed. Smith".
    fn edition(&self) -> Option<Match> {
        if !self.stop || neighbours::is_capitalized(self.word) {
            return None;
        }
        let past = self.cursor.past().trim_end();
        let ordinal = ["st", "nd", "rd", "th", "rev.", "second", "third", "first"];
        if self.word == "ed" && ordinal.iter().any(|end| past.ends_with(end)) {
            return self.say("edition", self.next.is_new_sentence());
        }
        let listed = past.ends_with(['(', ',', '.', '[']);
        let said = match self.next {
            Next::Small("by") => "edited",
            _ if self.word == "eds" => "editors",
            Next::Capital(_) if listed => "edited by",
            _ if listed => "editor",
            _ => return None,
        };
        self.say(said, self.next == Next::End)
    }

    /// "est. 1920" and "est. cost".
    fn established(&self) -> Option<Match> {
        if !self.stop || self.is_capitals() {
            return None;
        }
        let after = self.cursor.rest()[self.word.len() + 1..].trim_start();
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        match self.next {
            Next::Digit if digits == 4 => Some(self.all("established")),
            Next::Small("in") => Some(self.all("established")),
            Next::Small(_) | Next::Digit => Some(self.all("estimated")),
            Next::Mark if after.starts_with(['$', '£', '€', '~']) => Some(self.all("estimated")),
            _ => None,
        }
    }

    /// "eg" and "ie" without full stops, where a mark shows that they are no names.
    fn latin(&self) -> Option<Match> {
        let past = self.cursor.past().trim_end();
        let rest = &self.cursor.rest()[self.word.len()..];
        let marked = past.ends_with([',', '(', ';', '-', '–', '—']) || rest.starts_with(',');
        let small = !neighbours::is_capitalized(self.word);
        (small && marked && (rest.starts_with([' ', ',', ':']) || self.stop))
            .then(|| self.all(self.said))
    }

    /// "Ft. Worth"; "Kay ft. Ann" is "featuring".
    fn fort(&self) -> Option<Match> {
        let named = self.stop && self.next.is_name() && !self.follows_digit();
        let said = if self.word == "Ft" { "Fort" } else { "featuring" };
        (named && !self.is_capitals()).then(|| self.all(said))
    }

    /// "fl. 3", and "fl. 1620", when somebody flourished.
    fn floor(&self) -> Option<Match> {
        let after = self.cursor.rest()[self.word.len()..].trim_start_matches(['.', ' ']);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        match digits {
            0 => None,
            4 => Some(self.all("flourished")),
            _ => self.stop.then(|| self.counted()).flatten(),
        }
    }

    /// "c. 1850", "ca. 300 BC".
    fn circa(&self) -> Option<Match> {
        let after = self.cursor.rest()[self.word.len()..].trim_start_matches(['.', ' ']);
        let digit = after.starts_with(|c: char| c.is_ascii_digit());
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let small = !neighbours::is_capitalized(self.word) || self.word == "Ca" && self.stop;
        if self.word == "c" && self.stop && self.follows_ordinal() {
            return self.say("century", self.next == Next::End); // the 5th c.
        }
        (digit && digits < 5 && small && (self.stop || self.word == "ca"))
            .then(|| self.all("circa"))
    }

    /// "b. 1950", "d. 12 May 1999", "r. 1837–1901".
    fn life(&self) -> Option<Match> {
        let after = self.cursor.rest()[self.word.len()..].trim_start_matches(['.', ' ']);
        let year = after.bytes().take_while(u8::is_ascii_digit).count() == 4;
        let listed = self.cursor.past().trim_end().ends_with(['(', ',', ';']);
        let approximate = after.starts_with("c.") || after.starts_with("ca.");
        (self.stop && self.word != "B" && (year || listed && approximate))
            .then(|| self.all(self.said))
    }

    /// "Roe v. Wade", "England v Australia".
    fn versus(&self) -> Option<Match> {
        let names = self.follows_name() && matches!(self.next, Next::Capital(_));
        (names && self.word == "v").then(|| self.all(self.said))
    }

    /// "et al."
    fn others(&self) -> Option<Match> {
        let after = self.cursor.previous_word() == "et" && self.word == "al";
        after.then(|| self.say("al", self.next.is_new_sentence())).flatten()
    }

    /// "Pt. 2" and "Pt. Reyes".
    fn part(&self) -> Option<Match> {
        match self.next {
            Next::Capital(name) if self.stop && neighbours::is_title_case(name) => {
                (self.word == "Pt" && self.next.is_name() && !self.follows_digit())
                    .then(|| self.all("Point"))
            }
            _ => {
                let after = self.cursor.rest()[self.word.len()..].trim_start_matches(['.', ' ']);
                let number = after.starts_with(|c: char| c.is_ascii_digit() || c == 'I');
                (self.stop && number && !self.follows_digit()).then(|| self.all("part"))
            }
        }
    }
}
