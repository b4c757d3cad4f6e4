//! Numbers in kanji.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const UNITS: [&str; 4] = ["", "十", "百", "千"];
const MYRIADS: [&str; 5] = ["", "万", "億", "兆", "京"];

/// A whole number in ASCII digits as it is counted: 二千二十四. Numbers that are too long to be
/// counted are read digit by digit.
pub fn cardinal(digits: &str) -> String {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return "零".into();
    }
    if digits.len() > 4 * MYRIADS.len() {
        return one_by_one(digits);
    }
    let mut said = String::new();
    let first = digits.len() % 4;
    let (head, rest) = digits.split_at(first);
    let rest = rest.as_bytes().chunks(4).map(|four| std::str::from_utf8(four).unwrap_or_default());
    let groups: Vec<&str> =
        Some(head).filter(|head| !head.is_empty()).into_iter().chain(rest).collect();
    for (number, group) in groups.iter().enumerate() {
        let myriad = MYRIADS[groups.len() - 1 - number];
        let four = below_ten_thousand(group, !myriad.is_empty());
        if !four.is_empty() {
            said.push_str(&four);
            said.push_str(myriad);
        }
    }
    said
}

/// A group of up to four digits. Before a myriad, a thousand is 一千.
fn below_ten_thousand(group: &str, before_myriad: bool) -> String {
    let mut said = String::new();
    for (at, digit) in group.bytes().enumerate() {
        let unit = group.len() - 1 - at;
        let value = usize::from(digit.saturating_sub(b'0')).min(9);
        let one = unit == 0 || unit == 3 && before_myriad;
        if value > 1 || value == 1 && one {
            said.push(DIGITS[value]);
        }
        if value > 0 {
            said.push_str(UNITS[unit]);
        }
    }
    said
}

/// Digits, each by its name.
pub fn one_by_one(digits: &str) -> String {
    digits.chars().filter_map(|c| c.to_digit(10)).map(|digit| DIGITS[digit as usize]).collect()
}

/// A number with a fraction: 二点五, 零点五.
pub fn decimal(whole: &str, fraction: &str) -> String {
    format!("{}点{}", cardinal(whole), one_by_one(fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_counted() {
        for (digits, said) in [
            ("0", "零"),
            ("1", "一"),
            ("10", "十"),
            ("101", "百一"),
            ("1000", "千"),
            ("11000", "一万千"),
            ("12345000", "一千二百三十四万五千"),
            ("100000000009", "一千億九"),
            ("00012", "十二"),
            ("100000000000000000000", "一〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇"),
        ] {
            assert_eq!(cardinal(digits), said, "{digits}");
        }
        assert_eq!(decimal("0", "50"), "零点五〇");
    }
}
