//! Digits to kana, as upstream reads those that no normalizer has read.

/// What a digit is called.
const NAMES: [&str; 10] =
    ["ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"];

/// The reading of a whole number in ASCII digits. Numbers of more than nine digits, at which
/// upstream fails, are read digit by digit.
pub(super) fn kana(digits: &str) -> String {
    let digits: Vec<usize> = digits.bytes().map(|byte| usize::from(byte - b'0') % 10).collect();
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let digits = &digits[zeros.min(digits.len().saturating_sub(1))..];
    if digits == [0] || digits.len() > 9 {
        return digits.iter().map(|digit| NAMES[*digit]).collect();
    }
    let value = digits.iter().fold(0, |value, digit| 10 * value + digit);
    let mut said = String::new();
    for (unit, name) in [(100_000_000, "おく"), (10_000, "まん")] {
        let count = value / unit % 10_000;
        if count > 0 {
            said.push_str(&below_ten_thousand(count, "いっせん"));
            said.push_str(name);
        }
    }
    said + &below_ten_thousand(value % 10_000, if value < 10_000 { "せん" } else { "いっせん" })
}

fn below_ten_thousand(value: usize, one_thousand: &str) -> String {
    let of = |count: usize, unit: &str| match count {
        0 => String::new(),
        1 => unit.to_owned(),
        _ => format!("{}{unit}", NAMES[count]),
    };
    let thousands = match value / 1000 {
        1 => one_thousand.to_owned(),
        3 => "さんぜん".to_owned(),
        8 => "はっせん".to_owned(),
        count => of(count, "せん"),
    };
    let hundreds = match value / 100 % 10 {
        3 => "さんびゃく".to_owned(),
        6 => "ろっぴゃく".to_owned(),
        8 => "はっぴゃく".to_owned(),
        count => of(count, "ひゃく"),
    };
    let ones = match value % 10 {
        0 => "",
        digit => NAMES[digit],
    };
    thousands + &hundreds + &of(value / 10 % 10, "じゅう") + ones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_upstream_reads_them() {
        for (digits, said) in [
            ("0", "ゼロ"),
            ("000", "ゼロ"),
            ("007", "なな"),
            ("10", "じゅう"),
            ("2023", "にせんにじゅうさん"),
            ("1000", "せん"),
            ("11000", "いちまんいっせん"),
            ("18300", "いちまんはっせんさんびゃく"),
            ("10000000", "いっせんまん"),
            ("100000000", "いちおく"),
            (
                "123456789",
                "いちおくにせんさんびゃくよんじゅうごまんろくせんななひゃくはちじゅうきゅう",
            ),
            ("1234567890", "いちにさんよんごろくななはちきゅうゼロ"),
        ] {
            assert_eq!(kana(digits), said, "{digits}");
        }
    }
}
