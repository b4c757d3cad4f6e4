//! Numbers as they are written before units and names of currencies.

use crate::{Dialect, english::numbers, reader::Reader, vulgar_fraction};

mod number;

pub(crate) use number::Number;

/// A number, perhaps with a fraction and a word like "million", in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quantity<'a> {
    /// What is read before a unit.
    pub(crate) words: String,
    /// The number, if it has no fraction.
    pub(crate) number: Option<Number<'a>>,
    /// The word like "million", empty if there is none.
    pub(crate) scale: &'static str,
    /// Whether a unit after it is in the singular.
    pub(crate) one: bool,
}

impl<'a> Quantity<'a> {
    /// Reads a number, a fraction or both, and a word like "million" behind.
    pub(crate) fn read(reader: &mut Reader<'a>, dialect: Dialect) -> Option<Self> {
        if let Some((words, one)) = fraction(reader, dialect) {
            return Some(Self { words, number: None, scale: "", one });
        }
        let number = Number::read(reader)?;
        let mut quantity = Self {
            words: number.words(dialect),
            number: Some(number),
            scale: "",
            one: number.is_one(),
        };
        if number.decimals.is_none()
            && let Some(part) = mixed(reader, dialect)
        {
            quantity.words = format!("{} and {part}", quantity.words);
            (quantity.number, quantity.one) = (None, false);
        }
        quantity.read_scale(reader);
        Some(quantity)
    }

    /// Reads "million" and other such words, after a space or a hyphen.
    pub(crate) fn read_scale(&mut self, reader: &mut Reader<'_>) {
        let mut ahead = *reader;
        let apart = ahead.space() || ahead.eat("-");
        let word = ahead.word();
        let known = [
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
            "quadrillion",
            "lakh",
            "crore",
        ];
        if let Some(scale) = known.into_iter().find(|scale| scale.eq_ignore_ascii_case(word))
            && (apart || self.number.is_some())
            && ahead.ends()
        {
            *reader = ahead;
            self.scale(scale);
        }
    }

    /// A thousand times as much, or another word.
    pub(crate) fn scale(&mut self, scale: &'static str) {
        self.words = format!("{} {scale}", self.words);
        (self.scale, self.one) = (scale, false);
    }
}

/// Reads a fraction: ½ or 3/4. Returns its words and whether it is said with a singular.
fn fraction(reader: &mut Reader<'_>, dialect: Dialect) -> Option<(String, bool)> {
    let (numerator, denominator) = parts(reader)?;
    Some((fraction_words(numerator, denominator, dialect), true))
}

/// Numerator and denominator of a fraction that has a name.
fn parts<'a>(reader: &mut Reader<'a>) -> Option<(&'a str, &'a str)> {
    if let Some(parts) = vulgar_fraction::eat(reader) {
        return Some(parts);
    }
    let mut ahead = *reader;
    let numerator = ahead.digits(1..=2)?;
    ahead.eat_one(&['/', '⁄', '∕'])?;
    let denominator = ahead.digits(1..=3)?;
    let mut ending = ahead;
    if matches!(ending.word(), "th" | "ths" | "rd" | "rds" | "nd" | "TH" | "RD") {
        ahead = ending;
    }
    let named = matches!(denominator, "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10")
        || matches!(denominator, "12" | "16" | "20" | "32" | "64" | "100");
    if !named || !ahead.ends() || numerator.starts_with('0') || ahead.rest().starts_with('/') {
        return None;
    }
    *reader = ahead;
    Some((numerator, denominator))
}

/// Reads the fraction behind a whole number: 2½, 3 1/4, 3-1/4. "a half", "three quarters".
fn mixed(reader: &mut Reader<'_>, dialect: Dialect) -> Option<String> {
    let mut ahead = *reader;
    let apart = ahead.space() || ahead.eat("-");
    if !apart && ahead.at_digit() {
        return None;
    }
    let (numerator, denominator) = parts(&mut ahead)?;
    *reader = ahead;
    Some(match (numerator, denominator) {
        ("1", "2") => "a half".into(),
        ("1", "4") => "a quarter".into(),
        _ => fraction_words(numerator, denominator, dialect),
    })
}

/// "one half", "three quarters", "two thirds"; "over" where nobody says the parts by name.
pub(crate) fn fraction_words(numerator: &str, denominator: &str, dialect: Dialect) -> String {
    let number = numbers::cardinal(numerator, dialect);
    let parts: u64 = denominator.parse().unwrap_or(u64::MAX);
    if !(2..=1000).contains(&parts) || denominator.starts_with('0') {
        return format!("{number} over {}", numbers::cardinal(denominator, dialect));
    }
    let plural = numbers::ordinals(denominator, dialect);
    match (number.as_str(), denominator) {
        ("one", "2") => "one half".into(),
        ("one", _) => format!("one {}", plural.trim_end_matches('s')),
        _ => format!("{number} {plural}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_with_fractions_and_scales() {
        let cases = [
            ("1/2 cup", "one half", " cup"),
            ("2½ cups", "two and a half", " cups"),
            ("3 1/4 in", "three and a quarter", " in"),
            ("3 2/4", "three and two quarters", ""),
            ("⅔", "two thirds", ""),
            ("5.3 billion", "five point three billion", ""),
            ("5-million", "five million", ""),
            ("5 millions", "five", " millions"),
            ("7/32", "seven thirty seconds", ""),
            ("1/2/2026", "one", "/2/2026"),
        ];
        for (text, words, rest) in cases {
            let mut reader = Reader::new(text);
            let quantity = Quantity::read(&mut reader, Dialect::American).unwrap();
            assert_eq!((quantity.words.as_str(), reader.rest()), (words, rest));
        }
    }
}
