//! Numbers as they are written in different countries.

/// A number, by its digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Number {
    /// Whether a minus stands in front.
    pub(crate) minus: bool,
    /// The digits before the decimal mark; at least one, without zeros in front.
    pub(crate) whole: String,
    /// The digits behind it; at least one.
    pub(crate) decimals: Option<String>,
}

impl Number {
    /// Reads a number that is all of `text`. A mark that may group the digits or begin the decimals
    /// is what the language takes it for, whose decimals begin with `decimal_mark`.
    ///
    /// 1,234.5 and 1.234,5 are clear. 1,234 is a whole number in English and a decimal in Spanish.
    pub(super) fn parse(text: &str, decimal_mark: char) -> Option<Self> {
        let text = text.trim();
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text).trim_start();
        let minus = text.starts_with('-');
        if unsigned.is_empty() {
            return None;
        }
        let first_mark = unsigned.find(['.', ',']).unwrap_or(unsigned.len());
        let last_mark = unsigned.rfind(['.', ',']).unwrap_or(unsigned.len());
        let (whole, decimals) = match unsigned.as_bytes().get(last_mark) {
            None => (unsigned, None),
            Some(mark) => {
                let mark = char::from(*mark);
                let (before, behind) = (&unsigned[..last_mark], &unsigned[last_mark + 1..]);
                let alone = first_mark == last_mark;
                let once = alone || !before.contains(mark);
                let grouped = behind.len() == 3
                    && (1..=3).contains(&before.len())
                    && mark != decimal_mark
                    && !before.starts_with('0');
                if once && !(alone && grouped) { (before, Some(behind)) } else { (unsigned, None) }
            }
        };
        let whole = ungrouped(whole)?;
        let decimals = match decimals {
            Some(decimals) => Some(digits(decimals)?),
            None => None,
        };
        Some(Self { minus, whole, decimals })
    }

    /// The number as it is written, without marks that group digits.
    pub(crate) fn written(&self, decimal_mark: char) -> String {
        let minus = if self.minus { "-" } else { "" };
        match &self.decimals {
            Some(decimals) => format!("{minus}{}{decimal_mark}{decimals}", self.whole),
            None => format!("{minus}{}", self.whole),
        }
    }
}

/// `text`, if it is digits and nothing else.
fn digits(text: &str) -> Option<String> {
    let all = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.to_owned())
}

/// The digits of a whole number whose groups of two to four digits may stand apart. A number that
/// begins with its decimal mark has the whole number zero.
fn ungrouped(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some("0".into());
    }
    let mut groups = text.split([' ', ',', '.', '\'', '’', '_']);
    let first = digits(groups.next()?)?;
    let whole = groups.try_fold(first, |whole, group| {
        (2..=4).contains(&group.len()).then(|| digits(group)).flatten().map(|group| whole + &group)
    })?;
    let significant = whole.trim_start_matches('0');
    Some(if significant.is_empty() { "0".into() } else { significant.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_group_or_begin_decimals() {
        for (text, english, spanish) in [
            ("1234", "1234", "1234"),
            ("1,234", "1234", "1,234"),
            ("1.234", "1,234", "1234"),
            ("1,234.5", "1234,5", "1234,5"),
            ("1.234,50", "1234,50", "1234,50"),
            ("1,23,456", "123456", "123456"),
            ("1 234 567", "1234567", "1234567"),
            ("-0.5", "-0,5", "-0,5"),
            ("+.5", "0,5", "0,5"),
            ("0,125", "0,125", "0,125"),
            ("1'000", "1000", "1000"),
            ("007", "7", "7"),
            ("000", "0", "0"),
        ] {
            let written = |mark| Number::parse(text, mark).map(|number| number.written(','));
            assert_eq!(written('.').as_deref(), Some(english), "{text}");
            assert_eq!(written(',').as_deref(), Some(spanish), "{text}");
        }
        for text in ["", "-", "1.", "1 2", "1..2", "1a", "1,2,3", "3/4"] {
            assert_eq!(Number::parse(text, '.'), None, "{text}");
        }
    }
}
