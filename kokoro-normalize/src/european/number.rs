//! Numbers in digits: 1.234.567,89, 1 234 567, 3.14.

use crate::reader::Reader;

/// Signs that stand between groups of three digits.
const GROUPING: [char; 8] = ['.', ' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’', ','];

/// A number as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number<'a> {
    /// The digits before the comma, without what groups them.
    pub(crate) whole: String,
    /// The digits behind the comma.
    pub(crate) decimals: Option<&'a str>,
    /// Whether a full stop stood for the comma.
    pub(crate) point: bool,
}

impl<'a> Number<'a> {
    /// Reads digits and nothing more.
    pub(crate) fn read_digits(reader: &mut Reader<'a>) -> Option<Self> {
        let digits = reader.digits(1..=usize::MAX)?;
        Some(Self { whole: digits.to_string(), decimals: None, point: false })
    }

    /// Whether the number ends with the word "million" or one for more.
    pub(crate) fn is_millions(&self) -> bool {
        self.decimals.is_none() && self.whole.len() > 6 && self.whole.ends_with("000000")
    }

    /// Reads a number without sign.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Option<Self> {
        let start = *reader;
        let first = reader.digits(1..=usize::MAX)?;
        let mut whole = first.to_string();
        let mut grouping = None;
        if first.len() <= 3 && first != "0" {
            grouping = groups(reader, &mut whole);
        }
        if grouping.is_none() {
            *reader = start;
            reader.digits(1..=usize::MAX)?;
            whole.truncate(first.len());
        }
        let mut number = Self { whole, decimals: None, point: false };
        number.read_decimals(reader, grouping);
        Some(number)
    }

    /// Reads the decimals, if what follows them is no further part: 1.2.3 and 1,2,3 have none.
    fn read_decimals(&mut self, reader: &mut Reader<'a>, grouping: Option<char>) {
        let mut ahead = *reader;
        let Some(sign) = ahead.eat_one(&[',', '.']) else { return };
        let Some(decimals) = ahead.digits(1..=usize::MAX) else { return };
        let goes_on = ahead.eat_one(&[',', '.']).is_some() && ahead.at_digit();
        if grouping == Some(sign) || goes_on {
            return;
        }
        reader.at += 1 + decimals.len();
        (self.decimals, self.point) = (Some(decimals), sign == '.');
    }

    /// Whether this is the number one.
    pub(crate) fn is_one(&self) -> bool {
        self.decimals.is_none() && self.whole == "1"
    }
}

/// Reads the groups of three behind the first digits and appends them to `whole`. Returns the sign
/// between them.
fn groups(reader: &mut Reader<'_>, whole: &mut String) -> Option<char> {
    let sign = reader.peek().filter(|c| GROUPING.contains(c))?;
    let mut count = 0;
    loop {
        let mut ahead = *reader;
        let group = ahead.eat_one(&[sign]).and_then(|_| ahead.digits(3..=3));
        let Some(group) = group else { break };
        whole.push_str(group);
        count += 1;
        *reader = ahead;
    }
    let mut ahead = *reader;
    let goes_on = ahead.eat_one(&[sign]).is_some() && ahead.at_digit();
    let point = reader.rest().strip_prefix('.').is_some_and(|s| s.starts_with(digit));
    let alone = sign == ',' && count < 2 && !point; // 1,234 has decimals, 1,234.5 has none
    (count > 0 && !alone && !(goes_on && sign != ' ')).then_some(sign)
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}
