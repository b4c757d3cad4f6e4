//! What a language supplies to the rules that the European languages share.

use crate::cursor::{Cursor, Match};
use crate::driver::Tried;
use crate::european::form::{Ending, Form, Gender};
use crate::european::moment::{Date, Time};
use crate::european::number::Number;

/// A place in a text of one of these languages.
pub(crate) type Place<'a> = Cursor<'a, &'static Grammar>;

/// A noun that is counted: a unit, a currency, a hundredth of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Noun {
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
    pub(crate) gender: Gender,
}

/// A masculine noun in the singular and in the plural.
pub(crate) const fn masculine(one: &'static str, many: &'static str) -> Noun {
    Noun { one, many, gender: Gender::Masculine }
}

/// A feminine noun in the singular and in the plural.
pub(crate) const fn feminine(one: &'static str, many: &'static str) -> Noun {
    Noun { one, many, gender: Gender::Feminine }
}

/// What follows a number and is no noun: "por ciento".
pub(crate) const fn phrase(words: &'static str) -> Noun {
    Noun { one: words, many: words, gender: Gender::None }
}

/// A currency.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Currency {
    /// Its signs and its code: `US$`, `USD`. A code of three letters may be written small, unless
    /// it is listed in [`Money::capitals`].
    pub(crate) written: &'static [&'static str],
    pub(crate) noun: Noun,
    /// Its hundredth, if one is spoken of.
    pub(crate) cent: Option<Noun>,
}

/// A currency with a hundredth.
pub(crate) const fn with_cents(
    written: &'static [&'static str],
    noun: Noun,
    cent: Noun,
) -> Currency {
    Currency { written, noun, cent: Some(cent) }
}

/// A currency whose hundredth nobody speaks of.
pub(crate) const fn whole(written: &'static [&'static str], noun: Noun) -> Currency {
    Currency { written, noun, cent: None }
}

/// How amounts of money are said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Money {
    /// A sign that begins another stands behind it.
    pub(crate) currencies: &'static [Currency],
    /// Codes that are words when they are written small: "pen".
    pub(crate) capitals: &'static [&'static str],
    /// What stands between the whole and the cents: "y", or nothing.
    pub(crate) and_cents: &'static str,
    /// Whether the word for cents is said after a whole amount: "cinq euros cinquante" has none.
    pub(crate) names_cents: bool,
}

/// A word like "million" after a number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    /// Words that are said as they are written.
    pub(crate) words: &'static [&'static str],
    /// Abbreviations, which are said as one of the next two.
    pub(crate) short: &'static [&'static str],
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
    /// Whether the noun follows without "of": "cinco mil euros", "cinco millones de euros".
    pub(crate) direct: bool,
}

/// The four forms of an adjective: masculine and feminine, each in the singular and the plural.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Adjective {
    pub(crate) masculine: [&'static str; 2],
    pub(crate) feminine: [&'static str; 2],
}

/// How measures are said.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measures {
    /// The symbol as [`crate::european::unit`] writes it, and the name of the unit.
    pub(crate) units: &'static [(&'static str, Noun)],
    pub(crate) squared: Adjective,
    pub(crate) cubed: Adjective,
    /// "por" in "kilómetros por hora".
    pub(crate) per: &'static str,
    /// "por" in "3 × 4 metros".
    pub(crate) by: &'static str,
    /// One degree and more of an angle or a temperature, a minute of arc and a second of arc.
    pub(crate) angle: [Noun; 3],
    /// Words before a number of degrees: 30° is an ordinal elsewhere.
    pub(crate) before_degrees: &'static [&'static str],
    /// A letter for a point of the compass behind an angle.
    pub(crate) compass: &'static [(&'static str, &'static str)],
}

/// A fraction, perhaps behind a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fraction<'a> {
    pub(crate) whole: Option<&'a str>,
    pub(crate) numerator: &'a str,
    pub(crate) denominator: &'a str,
}

/// What must follow letters that are an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follow {
    /// Anything, also the end of a sentence, whose full stop is its own.
    Any,
    /// Anything; no sentence ends here.
    Inside,
    /// A name, or the title of a person: never the end of a sentence.
    Name,
    /// A capital letter: never the end of a sentence.
    Capital,
    /// A number.
    Number,
    /// A Roman numeral.
    Numeral,
    /// Anything, behind a Roman numeral: "XIXe s.".
    BehindNumeral,
}

/// An abbreviation as it is written, with its full stops, what is said, and what follows. It is
/// found in small letters and capitals alike.
pub(crate) type Abbreviation = (&'static str, &'static str, Follow);

/// Words of the calendar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Calendar {
    /// The names of each month: the one that is said, then its abbreviations.
    pub(crate) months: [&'static [&'static str]; 12],
    /// Monday's name, its abbreviations, and so on.
    pub(crate) weekdays: [&'static [&'static str]; 7],
    /// Words between day, month and year: "de". The longest first.
    pub(crate) links: &'static [&'static str],
    /// Words before a day and a month in digits: "el 3/4".
    pub(crate) before_day: &'static [&'static str],
    /// Whether "abril 30" is a date.
    pub(crate) month_first: bool,
}

/// Words of the clock.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    /// "a. m." and the like; `true` is after noon.
    pub(crate) halves: &'static [(&'static str, bool)],
    /// Words before an hour that is written with a full stop: "las 14.30".
    pub(crate) before: &'static [&'static str],
    /// What may follow 14:30 and is not said: "h".
    pub(crate) silent: &'static [&'static str],
    /// Time zones, which are spelled.
    pub(crate) zones: &'static [&'static str],
}

/// Everything that the shared rules ask of a language.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// A whole number, given as digits, in words.
    pub(crate) cardinal: fn(&str, Form) -> String,
    /// An ordinal, given as digits, in words. `None` if nobody says it so.
    pub(crate) ordinal: fn(&str, Ending) -> Option<String>,
    /// How a number stands to the word that follows it; the first digits are those of the number.
    pub(crate) agree: fn(&str, &str) -> Form,
    /// Whether the noun after a number is in the singular.
    pub(crate) singular: fn(&Number<'_>) -> bool,
    /// How the digits behind the comma are said as one number up to this length, 1 for never.
    pub(crate) decimals: usize,
    /// "coma" and "punto" in numbers.
    pub(crate) comma: &'static str,
    pub(crate) point: &'static str,
    pub(crate) minus: &'static str,
    pub(crate) plus: &'static str,
    /// "a" in "diez a veinte".
    pub(crate) to: &'static str,
    /// What is said for the slash in 39/2015, perhaps nothing.
    pub(crate) slash: &'static str,
    /// "number" before digits, for № and #.
    pub(crate) number: &'static str,
    /// Fractions, dates and times in words.
    pub(crate) fraction: fn(&Fraction<'_>, Option<&Noun>, Form) -> Option<String>,
    pub(crate) date: fn(&Date<'_>) -> String,
    pub(crate) time: fn(&Time) -> String,
    /// The digits of a telephone number by its groups. The first is a code of a country if it
    /// begins with a plus.
    pub(crate) telephone: fn(&[&str]) -> String,
    /// What a Roman numeral is read as, from the word before it, the value, how it is written, and
    /// the word behind.
    pub(crate) roman: fn(&str, u32, &str, &str) -> Option<String>,
    /// "de" and a noun: "de euros".
    pub(crate) of: fn(&str) -> String,
    pub(crate) scales: &'static [Scale],
    /// Endings that make digits an ordinal: "º".
    pub(crate) ordinal_endings: &'static [(&'static str, Ending)],
    /// Those that make a Roman numeral an ordinal: "XIXe".
    pub(crate) numeral_endings: &'static [(&'static str, Ending)],
    pub(crate) calendar: Calendar,
    pub(crate) clock: Clock,
    pub(crate) money: Money,
    pub(crate) measures: Measures,
    pub(crate) abbreviations: &'static [Abbreviation],
    /// What is said for a sign in an address. A letter or digit has none.
    pub(crate) address_signs: &'static [(char, &'static str)],
    /// What is said for a sign in a text.
    pub(crate) symbols: &'static [(&'static str, &'static str)],
    /// Signs of arithmetic, between numbers.
    pub(crate) operators: &'static [(&'static str, &'static str)],
    /// Rules that no other language has. They are tried first.
    pub(crate) rules: &'static [Tried<&'static Grammar>],
}

impl Grammar {
    /// Digits one by one.
    pub(crate) fn digits(&self, digits: &str) -> String {
        let words: Vec<String> = digits
            .char_indices()
            .map(|(at, c)| (self.cardinal)(&digits[at..at + c.len_utf8()], Form::Alone))
            .collect();
        words.join(" ")
    }

    /// What is said for a sign in an address.
    pub(crate) fn address_sign(&self, sign: char) -> Option<&'static str> {
        self.address_signs.iter().find(|(own, _)| *own == sign).map(|(_, said)| *said)
    }
}

/// The result of a rule.
pub(crate) type Found = Option<Match>;
