//! Fractions.

use crate::reader::Reader;
use crate::vulgar_fraction;

/// A fraction, by its digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fraction {
    /// Whether a minus stands in front.
    pub(crate) minus: bool,
    /// The whole number before it.
    pub(crate) whole: Option<String>,
    pub(crate) numerator: String,
    pub(crate) denominator: String,
}

impl Fraction {
    /// Reads a fraction that is all of `text`: 3/8, 5+1/2, 5 1/2, 5½. Spaces beside the signs do
    /// not matter.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let unsigned = text.strip_prefix('-').unwrap_or(text).trim_start();
        let minus = unsigned.len() < text.len();
        let digits = |reader: &mut Reader<'_>| reader.digits(1..=18).map(str::to_owned);
        let mut reader = Reader::new(unsigned);
        let first = digits(&mut reader);
        let mut ahead = reader;
        skip_spaces(&mut ahead);
        let (whole, numerator) = match first {
            Some(numerator) if ahead.peek() == Some('/') => (None, Some(numerator)),
            whole => {
                ahead.eat_one(&['+', '&', '-']);
                skip_spaces(&mut ahead);
                (whole, digits(&mut ahead))
            }
        };
        let (numerator, denominator) = match numerator {
            None => vulgar_fraction::eat(&mut ahead)
                .map(|(above, below)| (above.to_owned(), below.to_owned()))?,
            Some(numerator) => {
                skip_spaces(&mut ahead);
                ahead.eat_one(&['/'])?;
                skip_spaces(&mut ahead);
                (numerator, digits(&mut ahead)?)
            }
        };
        ahead.rest().is_empty().then_some(Self { minus, whole, numerator, denominator })
    }

    /// The fraction as it is mostly written: "-5 1/2".
    pub(crate) fn written(&self) -> String {
        let minus = if self.minus { "-" } else { "" };
        let whole = self.whole.as_ref().map_or(String::new(), |whole| format!("{whole} "));
        format!("{minus}{whole}{}/{}", self.numerator, self.denominator)
    }
}

fn skip_spaces(reader: &mut Reader<'_>) {
    while reader.space() {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_may_stand_in_front() {
        for (text, expected) in [
            ("3/8", "3/8"),
            ("5+1/2", "5 1/2"),
            ("5 + 1 / 2", "5 1/2"),
            ("5-1/2", "5 1/2"),
            ("2½", "2 1/2"),
            ("-¾", "-3/4"),
        ] {
            assert_eq!(
                Fraction::parse(text).map(|fraction| fraction.written()).as_deref(),
                Some(expected)
            );
        }
        for text in ["", "3", "3/", "/3", "3/4/5", "5+", "a/b"] {
            assert_eq!(Fraction::parse(text), None, "{text}");
        }
    }
}
