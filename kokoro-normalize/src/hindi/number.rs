//! Numbers as they are written, in the digits of ASCII or Devanagari, or in full-width ones.

use super::numbers::{self, digit};

/// A number as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// How many bytes it has.
    pub(super) len: usize,
    /// The ASCII digits before the point.
    pub(super) whole: String,
    /// Those behind it, if there is one.
    pub(super) decimals: Option<String>,
}

impl Number {
    /// The words of the number: "तीन दशमलव एक चार".
    pub(super) fn words(&self) -> String {
        let whole = numbers::cardinal(&self.whole);
        match &self.decimals {
            None => whole,
            Some(decimals) => format!("{whole} दशमलव {}", numbers::one_by_one(decimals)),
        }
    }

    /// The words, where a half has one of its own: "डेढ़".
    pub(super) fn words_with_halves(&self) -> String {
        let half = (self.decimals.as_deref() == Some("5")).then_some(self.whole.as_str());
        half.and_then(numbers::and_a_half).unwrap_or_else(|| self.words())
    }
}

/// The digits that `text` begins with, as ASCII, and their bytes. None if it begins otherwise.
pub(super) fn digits(text: &str) -> Option<(usize, String)> {
    let ascii: String = text.chars().map_while(digit).collect();
    let len = text.chars().take(ascii.len()).map(char::len_utf8).sum();
    (len > 0).then_some((len, ascii))
}

/// The number that `text` begins with: digits, perhaps in groups of two or three, and decimals.
pub(super) fn number(text: &str) -> Option<Number> {
    let (mut len, mut whole) = digits(text)?;
    let mut group = grouped(&text[len..]).filter(|_| whole.len() <= 3);
    while let Some((more, digits)) = group {
        len += more;
        whole.push_str(&digits);
        group = grouped(&text[len..]);
    }
    let decimals = text[len..].strip_prefix('.').and_then(digits);
    let decimals = decimals.filter(|(more, _)| !goes_on(&text[len + 1 + more..]));
    len += decimals.as_ref().map_or(0, |(more, _)| 1 + more);
    Some(Number { len, whole, decimals: decimals.map(|(_, digits)| digits) })
}

/// Whether another point with digits follows, as in an address of the internet.
fn goes_on(rest: &str) -> bool {
    rest.strip_prefix('.').is_some_and(|rest| digits(rest).is_some())
}

/// A comma and a group of digits: three, or two if another group follows.
fn grouped(text: &str) -> Option<(usize, String)> {
    let (len, ascii) = digits(text.strip_prefix(',')?)?;
    let follows = text[1 + len..].strip_prefix(',').and_then(digits).is_some();
    (ascii.len() == 3 || ascii.len() == 2 && follows).then_some((1 + len, ascii))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_decimals() {
        let read = |text: &str| number(text).map(|n| (n.len, n.whole, n.decimals));
        assert_eq!(read("1,00,000 लोग"), Some((8, "100000".into(), None)));
        assert_eq!(read("१,२३४.५"), Some((17, "1234".into(), Some("5".into()))));
        assert_eq!(read("5, 6"), Some((1, "5".into(), None)));
        assert_eq!(read("10.0.0.1").map(|n| n.0), Some(2));
        assert_eq!(read("क"), None);
    }

    #[test]
    fn halves_have_words() {
        let say = |text: &str| number(text).map(|n| n.words_with_halves());
        assert_eq!(say("1.5").as_deref(), Some("डेढ़"));
        assert_eq!(say("3.5").as_deref(), Some("साढ़े तीन"));
        assert_eq!(say("3.25").as_deref(), Some("तीन दशमलव दो पाँच"));
    }
}
