//! How a number agrees with a noun where plurals end in "s" and most endings tell the gender: in
//! Spanish and in Portuguese.

use super::form::Form;

/// What tells the gender of a noun, all in small letters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nouns {
    /// Words that follow a number and are no noun, in order.
    pub(crate) other: &'static [&'static str],
    /// What says how often, a feminine noun whatever the number is: "veces".
    pub(crate) times: &'static [&'static str],
    /// Feminine nouns whose endings do not tell.
    pub(crate) feminine: &'static [&'static str],
    /// Masculine nouns with the ending of a feminine one.
    pub(crate) masculine: &'static [&'static str],
    /// Endings of feminine nouns, in the singular and in the plural.
    pub(crate) feminine_endings: &'static [&'static str],
}

impl Nouns {
    /// How the number `digits` stands to the word `next`, as far as its ending tells.
    pub(crate) fn form(&self, digits: &str, next: &str) -> Form {
        let next = next.to_lowercase();
        let one = digits.trim_start_matches('0') == "1";
        if self.times.contains(&&*next) {
            return Form::Feminine;
        }
        if self.other.binary_search(&&*next).is_ok() || next.chars().nth(1).is_none() {
            return Form::Alone;
        }
        if !(one || next.ends_with('s')) {
            return Form::Alone;
        }
        let ends = self.feminine_endings.iter().any(|ending| next.ends_with(ending));
        if self.feminine.contains(&&*next) || ends && !self.masculine.contains(&&*next) {
            Form::Feminine
        } else {
            Form::Masculine
        }
    }
}
