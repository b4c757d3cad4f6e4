//! Numbers in Chinese words.

/// The digits, as numbers are written.
const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// The most digits of a number that is said as one; of a longer one, each digit is said.
pub(super) const MOST_DIGITS: usize = 16;

/// The name of a digit; of any other number, of its last digit.
pub fn digit(value: u32) -> &'static str {
    DIGITS[value as usize % 10]
}

/// The digits of `text`, one by one: "二零二四" for `2024`. Other characters are left out.
pub fn digits(text: &str) -> String {
    text.chars().filter_map(|c| c.to_digit(10)).map(digit).collect()
}

/// As [`digits`], with 幺 for 1, as numbers of telephones and rooms are said.
pub fn telephone(text: &str) -> String {
    digits(text).replace('一', "幺")
}

/// A whole number: "一百零五" for `105`. `text` is ASCII digits; zeros in front of it are passed
/// over, and more than 16 others are said one by one.
pub fn cardinal(text: &str) -> String {
    let significant = text.trim_start_matches('0');
    if significant.len() > MOST_DIGITS {
        return digits(significant);
    }
    let said = whole(significant.parse().unwrap_or(0));
    match said.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => said,
    }
}

/// A number with decimals: "三点一四" for `3` and `14`.
pub fn decimal(whole: &str, decimals: &str) -> String {
    format!("{}点{}", cardinal(whole), digits(decimals))
}

/// A number in units of ten thousand times ten thousand, ten thousand, and below.
fn whole(value: u64) -> String {
    let (high, unit, low, full) = match value {
        0 => return DIGITS[0].into(),
        100_000_000.. => (value / 100_000_000, "亿", value % 100_000_000, 10_000_000),
        10_000.. => (value / 10_000, "万", value % 10_000, 1000),
        _ => return below_ten_thousand(value),
    };
    // A place that is empty between two that are not is said once.
    let gap = if low > 0 && low < full { DIGITS[0] } else { "" };
    let low = if low == 0 { String::new() } else { whole(low) };
    format!("{}{unit}{gap}{low}", whole(high))
}

fn below_ten_thousand(value: u64) -> String {
    let mut said = String::new();
    let mut gap = false;
    for (size, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / size % 10;
        if digit == 0 {
            gap = !said.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            said.push_str(DIGITS[0]);
        }
        said.push_str(DIGITS[digit as usize]);
        said.push_str(unit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_are_empty_are_said_once() {
        let cases = [
            ("0", "零"),
            ("7", "七"),
            ("10", "十"),
            ("015", "十五"),
            ("105", "一百零五"),
            ("110", "一百一十"),
            ("1001", "一千零一"),
            ("1010", "一千零一十"),
            ("10010", "一万零一十"),
            ("100000", "十万"),
            ("501000", "五十万一千"),
            ("10001000", "一千万一千"),
            ("100001000", "一亿零一千"),
            ("1000010000", "十亿零一万"),
            ("10010000000", "一百亿一千万"),
            ("1000000000001", "一万亿零一"),
            ("9999999999999999", "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        ];
        for (digits, said) in cases {
            assert_eq!(cardinal(digits), said);
        }
        assert_eq!(cardinal("12345678901234567"), "一二三四五六七八九零一二三四五六七");
        assert_eq!((decimal("3", "140"), telephone("110")), ("三点一四零".into(), "幺幺零".into()));
    }
}
