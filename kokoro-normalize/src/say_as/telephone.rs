//! Telephone numbers.

/// A telephone number, by its digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Telephone {
    /// Whether the first group is the code of a country, behind a plus.
    pub(crate) plus: bool,
    /// The groups that the author divided it into; at least one, none empty.
    pub(crate) groups: Vec<String>,
    /// The number behind "ext." or "x".
    pub(crate) extension: Option<String>,
}

/// What stands before an extension, the longest first.
const EXTENSIONS: [&str; 6] = ["extension", "ext.", "ext", "x", "#", ";ext="];

impl Telephone {
    /// Reads a number that is all of `text`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix("tel:").unwrap_or(text).trim_start();
        let lower = text.to_ascii_lowercase();
        let split = EXTENSIONS.iter().filter_map(|word| Some((lower.find(word)?, word.len())));
        let (number, extension) = match split.min_by_key(|(at, len)| (*at, usize::MAX - len)) {
            Some((at, len)) if at > 0 => (&text[..at], Some(&text[at + len..])),
            _ => (text, None),
        };
        let is_mark = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | ',' | ';');
        let unsigned = number.strip_prefix('+').unwrap_or(number);
        let known = unsigned.chars().all(|c| c.is_ascii_digit() || is_mark(c));
        let digits = |part: &str| part.split(is_mark).map(str::to_owned).collect::<String>();
        let groups: Vec<String> =
            unsigned.split(is_mark).filter(|group| !group.is_empty()).map(str::to_owned).collect();
        let extension = extension.map(|extension| digits(extension.trim()));
        let whole = extension.as_ref().is_none_or(|extension| {
            !extension.is_empty() && extension.bytes().all(|byte| byte.is_ascii_digit())
        });
        let plus = unsigned.len() < number.len();
        let groups = if plus { with_country_apart(groups) } else { groups };
        (known && whole && !groups.is_empty()).then_some(Self { plus, groups, extension })
    }
}

/// How many digits the code of a country has (ITU-T E.164), by its first two.
fn country_code(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..]
        | [b'3', b'0'..=b'4' | b'6' | b'9', ..]
        | [b'4', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'5', b'1'..=b'8', ..]
        | [b'6', b'0'..=b'6', ..]
        | [b'8', b'1' | b'2' | b'4' | b'6', ..]
        | [b'9', b'0'..=b'5' | b'8', ..] => 2,
        _ => 3,
    }
}

/// The groups of a number whose code of the country is a group of its own, if there is but one.
fn with_country_apart(groups: Vec<String>) -> Vec<String> {
    match groups.as_slice() {
        [all] if all.len() > 6 => {
            let (code, rest) = all.split_at(country_code(all));
            vec![code.to_owned(), rest.to_owned()]
        }
        _ => groups,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_extensions_are_read() {
        let read = |text| {
            let number = Telephone::parse(text)?;
            let plus = if number.plus { "+" } else { "" };
            Some(format!(
                "{plus}{}x{}",
                number.groups.join("|"),
                number.extension.unwrap_or_default()
            ))
        };
        for (text, expected) in [
            ("(212) 555-0187", "212|555|0187x"),
            ("+44 20 7946 0958", "+44|20|7946|0958x"),
            ("+442079460958", "+44|2079460958x"),
            ("+15550100123", "+1|5550100123x"),
            ("2122241555", "2122241555x"),
            ("800-555-1212 ext. 55", "800|555|1212x55"),
            ("555.1212x7", "555|1212x7"),
            ("tel:+1-212-5550187;ext=9", "+1|212|5550187x9"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "+", "call 5", "x5", "5 ext. a", "1-800-FLOWERS"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
