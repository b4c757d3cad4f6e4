//! What is cut off at the start and at the end of a word: punctuation, quotation marks, currencies,
//! symbols, and units of measurement after a digit.

use crate::classes::Classes;

/// Units of measurement and currencies, a line each, in ascending order.
static UNITS: &str = include_str!("../../data/units.txt");

/// The bytes of the prefix of a word. 0 if it has none.
pub(crate) fn prefix(text: &str) -> usize {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return 0 };
    if Classes::of(first).is(Classes::PREFIX) {
        return first.len_utf8();
    }
    let is_digit = |c: char| c.is_ascii_digit();
    match first {
        '+' if !characters.as_str().starts_with(is_digit) => 1,
        '.' => match text.len() - text.trim_start_matches('.').len() {
            1 => 0,
            dots => dots,
        },
        'U' | 'C' | 'A' => {
            let found = ["US$", "C$", "A$"].into_iter().find(|&dollar| text.starts_with(dollar));
            found.map_or(0, str::len)
        }
        _ => 0,
    }
}

/// What is cut off at the end of words.
#[derive(Debug)]
pub(crate) struct Affixes {
    units: Vec<&'static str>, // in ascending order
    longest: usize,           // bytes
}

impl Affixes {
    pub fn new() -> Self {
        let units: Vec<_> = UNITS.lines().collect();
        let longest = units.iter().map(|unit| unit.len()).max().unwrap_or(0);
        Self { units, longest }
    }

    /// The bytes of the suffix of a word: of the longest that a rule finds. 0 if there is none.
    pub fn suffix(&self, text: &str) -> usize {
        let mut characters = text.chars();
        let Some(last) = characters.next_back() else { return 0 };
        let before = characters.as_str();
        let mark = match last {
            '.' => period(before),
            '…' if before.ends_with('…') => 2 * last.len_utf8(),
            's' | 'S' => match before.chars().next_back() {
                Some(apostrophe @ ('\'' | '’')) => 1 + apostrophe.len_utf8(),
                _ => 0,
            },
            '+' if before.ends_with(|c: char| c.is_ascii_digit()) => 1,
            _ if Classes::of(last).is(Classes::SUFFIX) => last.len_utf8(),
            _ => 0,
        };
        mark.max(self.unit(text))
    }

    /// The bytes of the unit or currency at the end of a word, after a digit.
    fn unit(&self, text: &str) -> usize {
        let bytes = text.as_bytes();
        let tail = &bytes[bytes.len().saturating_sub(self.longest + 1)..];
        let Some(digit) = tail.iter().rposition(u8::is_ascii_digit) else { return 0 };
        let after = tail.len() - digit - 1;
        let unit = &text[text.len() - after..];
        if self.units.binary_search(&unit).is_ok() { after } else { 0 }
    }
}

/// The bytes of the period or the dots at the end of a word, which are one more than those at the
/// end of `before`.
fn period(before: &str) -> usize {
    let dots = before.len() - before.trim_end_matches('.').len();
    if dots > 0 {
        return dots + 1;
    }
    let mut characters = before.chars().rev();
    let is_upper = |c: char| Classes::of(c).is(Classes::ALPHA_UPPER);
    let Some(last) = characters.next() else { return 0 };
    let after_small = Classes::of(last).is(Classes::BEFORE_PERIOD);
    let after_capitals = is_upper(last) && characters.next().is_some_and(is_upper);
    usize::from(after_small || after_capitals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_cut_off() {
        let tests = [
            ("(a", 1),
            ("“a", 3),
            ("+a", 1),
            ("+1", 0),
            (".a", 0),
            ("...a", 3),
            ("US$5", 3),
            ("A$", 2),
            ("USA", 0),
            ("€5", 3),
            ("-5", 0),
            ("……", 3),
            ("", 0),
        ];
        for (text, length) in tests {
            assert_eq!(prefix(text), length, "{text}");
        }
    }

    #[test]
    fn suffixes_are_cut_off() {
        let affixes = Affixes::new();
        let tests = [
            ("a)", 1),
            ("a's", 2),
            ("a’S", 4),
            ("as", 0),
            ("5km", 2),
            ("5m/s", 3),
            ("5US$", 3),
            ("5$", 1),
            ("a$", 0),
            ("5%", 1),
            ("5+", 1),
            ("a+", 0),
            ("a.", 1),
            ("A.", 0),
            ("AB.", 1),
            ("a...", 3),
            ("a……", 6),
            ("5xyz", 0),
            ("", 0),
        ];
        for (text, length) in tests {
            assert_eq!(affixes.suffix(text), length, "{text}");
        }
    }
}
