//! Numbers as they are written before units and names of currencies.

use crate::{Dialect, english::numbers, reader::Reader};

/// Fractions in one character, with numerator and denominator.
const VULGAR: [(char, &str, &str); 18] = [
    ('½', "1", "2"),
    ('⅓', "1", "3"),
    ('⅔', "2", "3"),
    ('¼', "1", "4"),
    ('¾', "3", "4"),
    ('⅕', "1", "5"),
    ('⅖', "2", "5"),
    ('⅗', "3", "5"),
    ('⅘', "4", "5"),
    ('⅙', "1", "6"),
    ('⅚', "5", "6"),
    ('⅐', "1", "7"),
    ('⅛', "1", "8"),
    ('⅜', "3", "8"),
    ('⅝', "5", "8"),
    ('⅞', "7", "8"),
    ('⅑', "1", "9"),
    ('⅒', "1", "10"),
];

/// A whole or decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number<'a> {
    /// The digits before the point, perhaps with separators, perhaps none.
    pub(crate) whole: &'a str,
    /// The digits after the point, if there is one.
    pub(crate) decimals: Option<&'a str>,
}

impl<'a> Number<'a> {
    /// Reads a number without a sign: 5, 1,000.25, 1 000 000, .5.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Option<Self> {
        let start = *reader;
        whole(reader);
        let whole = &start.rest()[..reader.at - start.at];
        let mut ahead = *reader;
        let decimals = ahead.eat(".").then(|| ahead.digits(1..=60)).flatten();
        if decimals.is_some() {
            *reader = ahead;
        }
        (!whole.is_empty() || decimals.is_some()).then_some(Self { whole, decimals })
    }

    /// In words.
    pub(crate) fn words(&self, dialect: Dialect) -> String {
        match self.decimals {
            Some(decimals) => numbers::decimal(self.whole, decimals, dialect),
            None => numbers::cardinal(self.whole, dialect),
        }
    }

    /// Whether it is 1, after which a name is in the singular.
    pub(crate) fn is_one(&self) -> bool {
        self.decimals.is_none() && self.whole == "1"
    }

    /// Its value, if it is whole and not too large.
    pub(crate) fn value(&self) -> Option<u64> {
        let digits = || self.whole.bytes().filter(u8::is_ascii_digit);
        (self.decimals.is_none() && (1..=18).contains(&digits().count()))
            .then(|| digits().fold(0, |sum, digit| 10 * sum + u64::from(digit - b'0')))
    }
}

/// Reads digits, alone or in groups: 1,000 and 1 000 000 and 1'000 and 1.000.000 and 12,00,000.
fn whole(reader: &mut Reader<'_>) {
    let start = *reader;
    let Some(first) = reader.digits(1..=400) else { return };
    let Some(separator) = reader.peek().filter(|_| first.len() <= 3) else { return };
    if !matches!(separator, ',' | '.' | '\'' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}') {
        return;
    }
    let (mut groups, mut sizes) = (Vec::new(), *reader);
    while sizes.eat_one(&[separator]).is_some() {
        match sizes.digits(2..=3) {
            Some(group) => groups.push(group),
            None if sizes.at_digit() => return, // 123,000012 is not in groups
            None => break,
        }
        *reader = sizes;
    }
    let threes = groups.iter().all(|group| group.len() == 3);
    let indian = separator == ',' && groups.len() > 1 && first.len() <= 2 && {
        let (last, front) = groups.split_last().unwrap_or((&"", &[]));
        last.len() == 3 && front.iter().all(|group| group.len() == 2)
    };
    let sure = match separator {
        ',' | '\u{2009}' | '\u{202f}' => true,
        '.' => groups.len() > 1,
        _ => groups.len() > 1 || groups.last() == Some(&"000"),
    };
    if groups.is_empty() || !(threes && sure || indian) || first.starts_with('0') {
        *reader = start;
        reader.at += first.len();
    }
}

/// A number, perhaps with a fraction and a word as "million", in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quantity<'a> {
    /// What is read before a unit.
    pub(crate) words: String,
    /// The number, if it has no fraction.
    pub(crate) number: Option<Number<'a>>,
    /// The word as "million", empty if there is none.
    pub(crate) scale: &'static str,
    /// Whether a unit after it is in the singular.
    pub(crate) one: bool,
}

impl<'a> Quantity<'a> {
    /// Reads a number, a fraction or both, and a word as "million" behind.
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
    fn read_scale(&mut self, reader: &mut Reader<'_>) {
        let mut ahead = *reader;
        if !(ahead.space() || ahead.eat("-")) {
            return;
        }
        let word = ahead.word();
        let known = ["hundred", "thousand", "million", "billion", "trillion", "quadrillion"];
        if let Some(scale) = known.into_iter().find(|scale| scale.eq_ignore_ascii_case(word)) {
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
    if let Some((_, numerator, denominator)) =
        VULGAR.iter().find(|(sign, ..)| reader.eat_one(&[*sign]).is_some())
    {
        return Some((numerator, denominator));
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
    fn numbers_with_and_without_groups() {
        let cases = [
            ("1,000", "one thousand", ""),
            ("123,000012", "one hundred twenty three", ",000012"),
            (
                "12,34,567.5",
                "one million two hundred thirty four thousand five hundred sixty seven point five",
                "",
            ),
            ("1 000 people", "one thousand", " people"),
            ("2 300 people", "two", " 300 people"),
            ("5, 6", "five", ", 6"),
            ("1.000.000", "one million", ""),
            ("3.10.", "three point one zero", "."),
            (".5", "point five", ""),
            ("1'000'000", "one million", ""),
            ("12,", "twelve", ","),
        ];
        for (text, words, rest) in cases {
            let mut reader = Reader::new(text);
            let number = Number::read(&mut reader).unwrap();
            assert_eq!((number.words(Dialect::American).as_str(), reader.rest()), (words, rest));
        }
        assert_eq!(Number::read(&mut Reader::new(". 5")), None);
    }

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
