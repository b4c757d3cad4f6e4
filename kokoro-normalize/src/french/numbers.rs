//! French numbers in words, as they are counted in France.

pub use crate::european::form::{Ending, Form};

const SMALL: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];

const TENS: [&str; 10] = [
    "",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
];

/// A thousand thousands, a thousand times as much, and so on.
const MILLIONS: [&str; 9] = [
    "million",
    "milliard",
    "billion",
    "billiard",
    "trillion",
    "trilliard",
    "quadrillion",
    "quadrilliard",
    "quintillion",
];

/// Digits in words: `cardinal("80", Form::Alone)` is "quatre-vingts". Signs other than digits are
/// passed over; more than thirty digits are said one by one.
///
/// ```
/// use kokoro_normalize::french::numbers::{Form, cardinal};
///
/// assert_eq!(cardinal("21", Form::Feminine), "vingt et une");
/// assert_eq!(cardinal("1999", Form::Alone), "mille neuf cent quatre-vingt-dix-neuf");
/// ```
pub fn cardinal(number: &str, form: Form) -> String {
    let all: Vec<usize> =
        number.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    let start = all.iter().position(|digit| *digit != 0).unwrap_or(all.len());
    let value = &all[start..];
    if value.is_empty() {
        return if all.is_empty() { String::new() } else { SMALL[0].to_string() };
    }
    if value.len() > 30 {
        return digits(number);
    }
    let groups: Vec<usize> =
        value.rchunks(3).map(|group| group.iter().fold(0, |sum, digit| sum * 10 + digit)).collect();
    let mut words = Vec::new();
    for (power, group) in groups.iter().enumerate().rev().filter(|(_, group)| **group > 0) {
        match power {
            0 => words.push(hundreds(*group, form == Form::Feminine, true)),
            1 if *group == 1 => words.push("mille".to_string()),
            1 => words.push(format!("{} mille", hundreds(*group, false, false))),
            _ => {
                let name = MILLIONS[power - 2];
                let plural = if *group > 1 { "s" } else { "" };
                words.push(format!("{} {name}{plural}", hundreds(*group, false, true)));
            }
        }
    }
    words.join(" ")
}

/// A number below a thousand. "cent" and "vingt" have the ending of the plural only where nothing
/// but a noun follows.
fn hundreds(value: usize, feminine: bool, last: bool) -> String {
    let (count, rest) = (value / 100, value % 100);
    let tens = tens(rest, feminine, last);
    let plural = if rest == 0 && last { "s" } else { "" };
    match (count, rest) {
        (0, _) => tens,
        (1, 0) => "cent".to_string(),
        (1, _) => format!("cent {tens}"),
        (_, 0) => format!("{} cent{plural}", SMALL[count]),
        _ => format!("{} cent {tens}", SMALL[count]),
    }
}

/// A number below a hundred.
fn tens(value: usize, feminine: bool, last: bool) -> String {
    let (ten, unit) = (value / 10, value % 10);
    let one = if feminine { "une" } else { "un" };
    match (ten, unit) {
        (0, 1) => one.to_string(),
        (0, _) | (1, 0..=6) => SMALL[value].to_string(),
        (1, _) => format!("dix-{}", SMALL[unit]),
        (8, 0) => format!("{}{}", TENS[8], if last { "s" } else { "" }),
        (8, 1) => format!("{}-{one}", TENS[8]),
        (7, 1) => "soixante et onze".to_string(),
        (7 | 9, _) => format!("{}-{}", TENS[ten], tens(10 + unit, false, last)),
        (_, 0) => TENS[ten].to_string(),
        (_, 1) => format!("{} et {one}", TENS[ten]),
        _ => format!("{}-{}", TENS[ten], SMALL[unit]),
    }
}

/// Digits one by one: "un deux zéro".
pub fn digits(digits: &str) -> String {
    let digits = digits.chars().filter_map(|c| c.to_digit(10));
    digits.map(|digit| SMALL[digit as usize]).collect::<Vec<_>>().join(" ")
}

/// The ordinal of digits: `ordinal("21", Ending::Masculine)` is "vingt et unième". The short form
/// of two is "second". `None` for zero and for more than thirty digits.
pub fn ordinal(digits: &str, ending: Ending) -> Option<String> {
    let value = digits.trim_start_matches('0');
    match (value, ending) {
        ("", _) => return None,
        ("1", Ending::Feminine) => return Some("première".into()),
        ("1", _) => return Some("premier".into()),
        ("2", Ending::Short) => return Some("second".into()),
        _ if value.len() > 30 => return None,
        _ => {}
    }
    let words = cardinal(value, Form::Alone);
    let stem = match words.as_str() {
        w if w.ends_with("vingts") || w.ends_with("cents") || w.ends_with("ions") => {
            &w[..w.len() - 1]
        }
        w if w.ends_with("ards") => &w[..w.len() - 1],
        w => w.strip_suffix('e').unwrap_or(w),
    };
    Some(match stem {
        s if s.ends_with("cinq") => format!("{s}uième"),
        s if s.ends_with("neuf") => format!("{}vième", &s[..s.len() - 1]),
        s => format!("{s}ième"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cardinals() {
        for (digits, form, words) in [
            ("0", Form::Alone, "zéro"),
            ("1", Form::Feminine, "une"),
            ("71", Form::Alone, "soixante et onze"),
            ("79", Form::Alone, "soixante-dix-neuf"),
            ("80", Form::Alone, "quatre-vingts"),
            ("81", Form::Feminine, "quatre-vingt-une"),
            ("91", Form::Feminine, "quatre-vingt-onze"),
            ("200", Form::Alone, "deux cents"),
            ("201", Form::Alone, "deux cent un"),
            ("80000", Form::Alone, "quatre-vingt mille"),
            ("200000000", Form::Alone, "deux cents millions"),
            (
                "1593072962",
                Form::Alone,
                "un milliard cinq cent quatre-vingt-treize millions soixante-douze mille neuf \
                 cent soixante-deux",
            ),
        ] {
            assert_eq!(cardinal(digits, form), words);
        }
    }

    #[test]
    fn ordinals() {
        for (digits, ending, words) in [
            ("1", Ending::Feminine, "première"),
            ("2", Ending::Short, "second"),
            ("4", Ending::Masculine, "quatrième"),
            ("5", Ending::Masculine, "cinquième"),
            ("9", Ending::Masculine, "neuvième"),
            ("21", Ending::Masculine, "vingt et unième"),
            ("80", Ending::Masculine, "quatre-vingtième"),
            ("90", Ending::Masculine, "quatre-vingt-dixième"),
            ("1000000000", Ending::Masculine, "un milliardième"),
            ("2000000", Ending::Masculine, "deux millionième"),
        ] {
            assert_eq!(ordinal(digits, ending).unwrap(), words);
        }
        assert_eq!(ordinal("0", Ending::Masculine), None);
    }
}
