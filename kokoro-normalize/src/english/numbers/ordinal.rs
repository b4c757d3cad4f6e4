//! Ordinal numbers in words, single and in the plural of fractions.

use super::whole::cardinal;
use crate::Dialect;

/// Last words of numbers whose ordinals have other words or are spelled otherwise.
const IRREGULAR: [(&str, &str); 7] = [
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

/// The ordinal of a whole number that is given by its digits: "twenty first".
pub fn ordinal(number: &str, dialect: Dialect) -> String {
    let words = cardinal(number, dialect);
    let (front, last) = words.rsplit_once(' ').unwrap_or(("", &words));
    let space = if front.is_empty() { "" } else { " " };
    if let Some((_, ordinal)) = IRREGULAR.iter().find(|(word, _)| *word == last) {
        format!("{front}{space}{ordinal}")
    } else if let Some(stem) = last.strip_suffix('y') {
        format!("{front}{space}{stem}ieth")
    } else {
        format!("{words}th")
    }
}

/// The name, in the plural, of the parts of a whole that is divided into so many: "halves",
/// "quarters", "twenty firsts".
pub fn ordinals(number: &str, dialect: Dialect) -> String {
    match number.trim_start_matches('0') {
        "2" => "halves".into(),
        "4" => "quarters".into(),
        _ => ordinal(number, dialect) + "s",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_their_last_word_does() {
        let cases = [
            ("0", "zeroth"),
            ("1", "first"),
            ("12", "twelfth"),
            ("20", "twentieth"),
            ("33", "thirty third"),
            ("105", "one hundred and fifth"),
            ("1000", "one thousandth"),
            ("118", "one hundred and eighteenth"),
        ];
        for (number, words) in cases {
            assert_eq!(ordinal(number, Dialect::British), words);
            assert_eq!(ordinal(number, Dialect::American), words.replace(" and ", " "));
        }
        assert_eq!(ordinals("4", Dialect::American), "quarters");
        assert_eq!(ordinals("22", Dialect::American), "twenty seconds");
    }
}
