//! Numbers as misaki reads them.

use super::chars::is_digits;
use super::inflection::{add_ed, add_ing, add_s};
use super::number_words::{cardinal, decimal, ordinal, year};
use super::vocabulary::{Query, Vocabulary};

/// What a number may end in. The first that fits is the ending.
const ENDINGS: [&str; 9] = ["ing", "'d", "ed", "'s", "st", "nd", "rd", "th", "s"];

/// A currency whose sign misaki reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Currency {
    /// `$`
    Dollar,
    /// `£`
    Pound,
    /// `€`
    Euro,
}

impl Currency {
    /// The currency of a sign.
    pub(super) fn of(sign: &str) -> Option<Self> {
        match sign {
            "$" => Some(Self::Dollar),
            "£" => Some(Self::Pound),
            "€" => Some(Self::Euro),
            _ => None,
        }
    }

    /// The names of one of it and of a hundredth.
    fn units(self) -> [&'static str; 2] {
        match self {
            Self::Dollar => ["dollar", "cent"],
            Self::Pound => ["pound", "pence"],
            Self::Euro => ["euro", "cent"],
        }
    }
}

/// Where a number stands in a word: a number behind other parts, as in "A380", is read otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the beginning.
    Head,
    /// Behind another part.
    Inner,
}

/// The parts of a word that is a number: its sign, its digits with commas and full stops, its
/// ending.
struct Number<'a> {
    minus: bool,
    digits: &'a str,
    ending: &'a str,
}

impl<'a> Number<'a> {
    fn parse(word: &'a str, place: Place) -> Option<Self> {
        let ending = ENDINGS.into_iter().find(|ending| word.ends_with(ending)).unwrap_or_default();
        let number = &word[..word.len() - ending.len()];
        let unsigned = number.strip_prefix('-').filter(|_| place == Place::Head);
        let digits = unsigned.unwrap_or(number);
        let allowed = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
        let is_number = digits.bytes().all(allowed) && digits.bytes().any(|b| b.is_ascii_digit());
        is_number.then(|| Self { minus: unsigned.is_some(), digits, ending })
    }
}

impl Vocabulary {
    /// The phonemes of a number, with its currency.
    pub(super) fn number(
        &self,
        word: &str,
        currency: Option<Currency>,
        place: Place,
    ) -> Option<String> {
        let number = Number::parse(word, place)?;
        let mut said = Speech { vocabulary: self, phonemes: String::new() };
        if number.minus {
            said.word("minus");
        }
        said.number(&number, currency, place);
        let said = Some(said.phonemes).filter(|said| !said.is_empty())?;
        match number.ending {
            "s" | "'s" => add_s(&said, self.dialect),
            "ed" | "'d" => add_ed(&said, self.dialect),
            "ing" => add_ing(&said, self.dialect),
            _ => Some(said),
        }
    }

    /// Phonemes with the name of a currency behind them.
    pub(super) fn with_currency(&self, mut said: String, currency: Option<Currency>) -> String {
        if let Some(currency) = currency {
            let mut name = Speech { vocabulary: self, phonemes: String::new() };
            name.plural(currency.units()[0]);
            said.push(' ');
            said += &name.phonemes;
        }
        said
    }
}

/// Words that are being said, one after the other.
struct Speech<'a> {
    vocabulary: &'a Vocabulary,
    phonemes: String,
}

impl Speech<'_> {
    fn push(&mut self, phonemes: &str) {
        if !self.phonemes.is_empty() {
            self.phonemes.push(' ');
        }
        self.phonemes += phonemes;
    }

    fn word(&mut self, word: &str) {
        let query = if word == "point" { Query::stressed(-2.0) } else { Query::ALONE };
        if let Some((said, _)) = self.vocabulary.look_up(word, query) {
            self.push(&said);
        }
    }

    fn words<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) {
        words.into_iter().for_each(|word| self.word(word));
    }

    fn plural(&mut self, unit: &str) {
        let said = self.vocabulary.look_up(unit, Query::ALONE);
        if let Some(said) = said.and_then(|(said, _)| add_s(&said, self.vocabulary.dialect)) {
            self.push(&said);
        }
    }

    /// Each digit by itself.
    fn digits(&mut self, digits: &str) {
        digits.split("").filter(|digit| !digit.is_empty()).for_each(|d| self.words(cardinal(d)));
    }

    fn number(&mut self, number: &Number<'_>, currency: Option<Currency>, place: Place) {
        let digits = number.digits;
        let whole = digits.replace(',', "");
        let dots = digits.bytes().filter(|&byte| byte == b'.').count();
        let is_ordinal = matches!(number.ending, "st" | "nd" | "rd" | "th");
        if is_digits(digits) && is_ordinal {
            self.words(ordinal(digits).iter().map(String::as_str));
        } else if is_digits(digits) && !number.minus && digits.len() == 4 && currency.is_none() {
            self.words(year(digits));
        } else if place == Place::Inner && dots == 0 {
            self.inner(&whole);
        } else if dots > 1 || place == Place::Inner {
            whole.split('.').filter(|part| !part.is_empty()).for_each(|part| self.part(part));
        } else if let Some(currency) = currency.filter(|_| is_amount(digits)) {
            self.amount(&whole, currency);
        } else if dots == 0 && is_ordinal {
            self.words(ordinal(&whole).iter().map(String::as_str));
        } else if dots == 0 {
            self.words(cardinal(&whole));
        } else if let Some(fraction) = whole.strip_prefix('.') {
            self.word("point");
            self.digits(fraction);
        } else {
            self.words(decimal(&whole));
        }
    }

    /// A number behind other parts of a word: "three eighty" in "A380", "seven oh seven".
    fn inner(&mut self, digits: &str) {
        match digits.as_bytes() {
            [b'0', ..] | [_, _, _, _, ..] => self.digits(digits),
            [_, b'0', b'0'] => self.words(cardinal(digits)),
            [_, b'0', _] => {
                self.words(cardinal(&digits[..1]));
                if let Some((o, _)) = self.vocabulary.look_up("O", Query::stressed(-2.0)) {
                    self.push(&o);
                }
                self.words(cardinal(&digits[2..]));
            }
            [_, _, _] => {
                self.words(cardinal(&digits[..1]));
                self.words(cardinal(&digits[1..]));
            }
            _ => self.words(cardinal(digits)),
        }
    }

    /// A number between full stops, as in a version.
    fn part(&mut self, digits: &str) {
        let round = digits.bytes().skip(1).all(|digit| digit == b'0');
        match digits.starts_with('0') || digits.len() != 2 && !round {
            true => self.digits(digits),
            false => self.words(cardinal(digits)),
        }
    }

    /// An amount of money: "five dollars and ten cents".
    fn amount(&mut self, digits: &str, currency: Currency) {
        let (whole, hundredths) = digits.split_once('.').unwrap_or((digits, ""));
        let zero = |digits: &str| digits.bytes().all(|digit| digit == b'0');
        let [unit, hundredth] = currency.units();
        if zero(hundredths) {
            self.units(whole, unit);
        } else if zero(whole) {
            self.units(hundredths, hundredth);
        } else {
            self.units(whole, unit);
            self.word("and");
            self.units(hundredths, hundredth);
        }
    }

    /// A number of units.
    fn units(&mut self, digits: &str, unit: &str) {
        self.words(cardinal(digits));
        match digits.trim_start_matches('0') == "1" || unit == "pence" {
            true => self.word(unit),
            false => self.plural(unit),
        }
    }
}

/// Whether digits are an amount of money: at most two behind the full stop.
fn is_amount(digits: &str) -> bool {
    digits.split_once('.').is_none_or(|(_, hundredths)| hundredths.len() < 3)
}
