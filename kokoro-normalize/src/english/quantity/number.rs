//! Whole and decimal numbers as they are written.

use crate::{Dialect, english::numbers, reader::Reader};

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
}
