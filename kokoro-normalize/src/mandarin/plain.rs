//! Digits as the Python package cn2an writes them in words, which upstream's front end calls: what
//! is said of a number where the rules of the normalizer are off, or do not know it.
//!
//! The steps are those of `Transform.transform(…, "an2cn")` of cn2an 0.5.24 (MIT licence), in its
//! order: ranges before words of measure, dates, fractions, per cent, degrees, numbers.

use mapped_text::{Edits, MappedText};

use super::numbers;

/// Words of measure before which a hyphen between numbers is said as 到.
#[rustfmt::skip]
const MEASURES: &[&str] = &[
    "斤", "克", "千克", "公斤", "吨", "米", "厘米", "毫米", "公里", "升", "毫升", "元", "角", "分",
    "个", "只", "条", "张", "块", "瓶", "杯", "份", "本", "辆", "台", "匹", "头", "位", "亩", "小时",
    "分钟", "秒", "天", "半",
];

/// What is found at the start of a text: its bytes, and what is said.
type Found = Option<(usize, String)>;

/// `text` with its ASCII digits in words, as upstream has them.
pub fn digits_in_words(text: &MappedText) -> MappedText {
    let mut text = text.clone();
    for step in [range, date, fraction, percent, degrees, number] {
        if !text.as_str().bytes().any(|byte| byte.is_ascii_digit()) {
            break;
        }
        text = replace(&text, step);
    }
    text
}

/// Puts what `step` says in the place of what it finds. A place inside a run of digits is only
/// tried if `step` may find something there: close before the run's end.
fn replace(text: &MappedText, step: fn(&str) -> Found) -> MappedText {
    let mut edits = Edits::default();
    let all = text.as_str();
    let mut at = 0;
    while at < all.len() {
        let rest = &all[at..];
        let digits = run(rest);
        if digits == 0 && !rest.starts_with('-') {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        match step(rest) {
            Some((len, said)) => {
                edits.replace(at..at + len, said);
                at += len;
            }
            // Steps look at what follows the run, or at no more than its last four digits.
            None => at += digits.saturating_sub(4).max(1),
        }
    }
    edits.apply(text)
}

/// How many ASCII digits `text` begins with.
fn run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The bytes of a whole number, perhaps with decimals, at the start of `text`; 0 if there is none.
fn number_length(text: &str) -> usize {
    let whole = run(text);
    let decimals = text[whole..].strip_prefix('.').map_or(0, run);
    if whole > 0 && decimals > 0 { whole + 1 + decimals } else { whole }
}

/// 3-5个: 三到五.
fn range(text: &str) -> Found {
    let first = number_length(text);
    let rest = text[first..].strip_prefix('-').filter(|_| first > 0)?;
    let second = number_length(rest);
    let after = &rest[second..];
    let measured = second > 0 && MEASURES.iter().any(|measure| after.starts_with(measure));
    let say = |number| low(number).filter(|_| measured);
    Some((first + 1 + second, format!("{}到{}", say(&text[..first])?, say(&rest[..second])?)))
}

/// 2024年5月1日: the digits of a year of two to four digits, and the numbers of month and day.
fn date(text: &str) -> Found {
    let mut said = String::new();
    let mut len = 0;
    for (unit, digits) in [("年", 2..=4), ("月", 1..=2), ("日", 1..=2)] {
        let rest = &text[len..];
        let count = run(rest);
        if !digits.contains(&count) || !rest[count..].starts_with(unit) {
            continue;
        }
        let value = &rest[..count];
        said.push_str(&if unit == "年" {
            numbers::digits(value)
        } else {
            numbers::cardinal(value)
        });
        said.push_str(unit);
        len += count + unit.len();
    }
    (len > 0).then_some((len, said))
}

/// 1/3: 三分之一.
fn fraction(text: &str) -> Found {
    let first = run(text);
    let rest = text[first..].strip_prefix('/').filter(|_| first > 0)?;
    let second = run(rest);
    let (above, below) = (&text[..first], Some(&rest[..second]).filter(|below| !below.is_empty())?);
    Some((first + 1 + second, format!("{}分之{}", low(below)?, low(above)?)))
}

/// 50%: 百分之五十.
fn percent(text: &str) -> Found {
    let sign = usize::from(text.starts_with('-'));
    let len = sign + number_length(&text[sign..]);
    text[len..].strip_prefix('%').filter(|_| len > sign)?;
    Some((len + 1, format!("百分之{}", low(&text[..len])?)))
}

/// 5℃: 五摄氏度.
fn degrees(text: &str) -> Found {
    let len = run(text);
    text[len..].strip_prefix('℃').filter(|_| len > 0)?;
    Some((len + '℃'.len_utf8(), format!("{}摄氏度", low(&text[..len])?)))
}

/// -3.5: 负三点五. Of a whole number of more than 16 digits, which upstream cannot say, each digit.
fn number(text: &str) -> Found {
    let sign = usize::from(text.starts_with('-'));
    let len = sign + number_length(&text[sign..]);
    let said = low(&text[..len]);
    (len > sign).then(|| (len, said.unwrap_or_else(|| numbers::digits(&text[..len]))))
}

/// A number in words. None if it has too many digits. Of decimals, 16 are said.
fn low(text: &str) -> Option<String> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if whole.trim_start_matches('0').len() > numbers::MOST_DIGITS {
        return None;
    }
    let mut said = String::from(if text.starts_with('-') { "负" } else { "" });
    said.push_str(&upstream_gaps(numbers::cardinal(whole)));
    if !decimals.is_empty() {
        said.push('点');
        said.push_str(&numbers::digits(&decimals[..decimals.len().min(numbers::MOST_DIGITS)]));
    }
    Some(said)
}

/// Upstream leaves out the 零 after 亿 before thousands: it says 一亿一千 for 100001000.
fn upstream_gaps(said: String) -> String {
    let Some(gap) = said.find("亿零") else { return said };
    let after = gap + "亿零".len();
    if said[after..].chars().nth(1) == Some('千') {
        return format!("{}{}", &said[..gap + "亿".len()], &said[after..]);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        digits_in_words(&MappedText::from_source(text)).as_str().to_owned()
    }

    #[test]
    fn as_cn2an_says_it() {
        let cases = [
            ("2023年5月1日", "二零二三年五月一日"),
            ("12345年08月", "一二三四五年八月"),
            ("3-5个，3.5-4元，3-5岁", "三到五个，三点五到四元，三负五岁"),
            ("1/3和1/2/3", "三分之一和二分之一/三"),
            ("50%、-0.5%", "百分之五十、百分之负零点五"),
            ("5℃，36.5℃", "五摄氏度，三十六.五摄氏度"),
            ("1.2.3，007，100001000", "一点二.三，七，一亿一千"),
        ];
        for (written, expected) in cases {
            assert_eq!(said(written), expected, "{written}");
        }
    }

    #[test]
    fn long_numbers_take_linear_time() {
        for unit in ["1", "1.", "1-", "-", "12/", "1年"] {
            let text = unit.repeat(1_000_000 / unit.len());
            assert!(!said(&text).contains('1'));
        }
    }
}
